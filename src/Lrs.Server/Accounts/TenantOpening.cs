using System.Security.Cryptography;

namespace Lrs.Server.Accounts;

/// <summary>Opens a tenant: the tenant itself, a first credential, and an administrator where one is named.</summary>
internal sealed class TenantOpening(TenantStore tenants, CredentialStore credentials, LoginStore logins)
{
    /// <summary>Characters of generated passwords; none that is easily taken for another.</summary>
    public const string PasswordLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int PasswordLength = 20;

    /// <summary>A password for somebody's first sign-in, of 20 characters.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);

    /// <summary>Makes it, or says what of it is taken.</summary>
    public async Task<TenantOutcome> Open(TenantRequest wanted, CancellationToken cancel)
    {
        if (wanted.Administrator is { } email && await logins.Exists(email, cancel))
        {
            return new TenantOutcome.Taken($"{email} signs in to this installation already, and a person belongs to one tenant.");
        }

        if (await tenants.TryAdd(wanted.Code, wanted.Name, wanted.Iri, cancel) is not { } tenant)
        {
            return new TenantOutcome.Taken("Another tenant has this code or this IRI, or one of the two IRIs begins with the other, so that what is minted could not be told apart.");
        }

        var pair = await credentials.Add(tenant, "First credential", Scopes.All, null, null, cancel);
        if (wanted.Administrator is null)
        {
            return new TenantOutcome.Opened(tenant, pair, null);
        }

        var password = NewPassword();
        await logins.Add(tenant, wanted.Administrator, "Administrator", LoginStore.Administrator, password, cancel);
        return new TenantOutcome.Opened(tenant, pair, new Pair(wanted.Administrator, password));
    }
}

/// <summary>What can happen when a tenant is opened.</summary>
internal abstract record TenantOutcome
{
    private TenantOutcome()
    {
    }

    /// <param name="Tenant">The tenant.</param>
    /// <param name="Credential">Its first credential, with every scope.</param>
    /// <param name="Administrator">Address and password of its first administrator.</param>
    public sealed record Opened(Tenant Tenant, Pair Credential, Pair? Administrator) : TenantOutcome;

    /// <summary>Something of it belongs to another tenant; nothing was made.</summary>
    public sealed record Taken(string Message) : TenantOutcome;
}
