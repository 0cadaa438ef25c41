using Lrs.Data;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Lrs.Server.Accounts;

/// <summary>What the first start on an empty database makes: the first tenant, a credential with every scope, an administrator.</summary>
internal sealed class Bootstrap(Database database, TenantStore tenants, CredentialStore credentials, LoginStore logins, IDataProtectionProvider cookies, LrsSettings settings)
{
    /// <summary>What a first start made and shows once; null on every later start.</summary>
    internal sealed record FirstStart(string Key, string Secret, string AdminEmail, string AdminPassword);

    /// <summary>Makes what is missing. Nodes that start at one time on one database take turns, however long one takes.</summary>
    public Task<FirstStart?> Run(CancellationToken cancel) => database.Dialect is Dialect.Sqlite
        ? Make(cancel)
        : database.WriteReference(
            async turn =>
            {
                // Keeps other nodes' first starts out, and none of our own inserts.
                await turn.Run("SELECT set_config('lock_timeout', '0', true)");
                await turn.Run("LOCK TABLE login IN SHARE UPDATE EXCLUSIVE MODE");
                return await Make(cancel);
            },
            cancel);

    private async Task<FirstStart?> Make(CancellationToken cancel)
    {
        // Makes the first key that protects cookies. Made in the same moment, each node would have its own and know no other's for a day.
        cookies.CreateProtector(nameof(Bootstrap)).Protect([]);
        if (await database.ReadReference(work => work.Any("SELECT 1 FROM login"), cancel))
        {
            return null;
        }

        var wanted = settings.Bootstrap;
        var tenant = (await tenants.All(cancel)).FirstOrDefault() ?? await tenants.Add("default", "Default", settings.TenantIri, cancel);
        var (key, secret) = await credentials.Add(
            tenant,
            new NewCredential { Label = "First credential", Scopes = Scopes.All, Key = NullIfEmpty(wanted.Key), Secret = NullIfEmpty(wanted.Secret), Installation = true },
            cancel);
        var password = NullIfEmpty(wanted.AdminPassword) ?? TenantOpening.NewPassword();
        await logins.Add(tenant, wanted.AdminEmail, "Administrator", LoginStore.Administrator, password, installation: true, cancel);
        return new FirstStart(key, secret, wanted.AdminEmail, password);
    }

    private static string? NullIfEmpty(string text) => text is "" ? null : text;
}
