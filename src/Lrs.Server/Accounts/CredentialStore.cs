using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>
/// Key and secret pairs of programs. A generated secret has 256 bits, so a fast keyed hash is enough: HMAC-SHA-256 under
/// this installation's key, useless to who steals the table. A row is remembered for five seconds, which bounds how long
/// a revoked one still works on another node.
/// </summary>
internal sealed class CredentialStore(Database database, SigningKeys keys, TenantStore tenants, TimeProvider clock) : ICallerSource
{
    private const string Purpose = "credential";
    private const int MostRemembered = 10_000;

    /// <summary>Longest key, in characters. Unknown keys are remembered too, so they must not be as long as a stranger likes.</summary>
    private const int LongestKey = 200;

    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (Credential? Row, long Until)> known = new();

    /// <summary>The caller with this key and secret, or null when they do not belong together, are revoked or have expired.</summary>
    public async Task<Caller?> Find(string key, string secret, CancellationToken cancel)
    {
        if (key.Length > LongestKey)
        {
            return null;
        }

        var hash = await keys.Sign(Purpose, Encoding.UTF8.GetBytes(secret), cancel);
        var row = await Row(key, cancel);
        var now = clock.GetUtcNow();
        if (row is null || !CryptographicOperations.FixedTimeEquals(row.Secret, hash) || row.Revoked is not null || row.Expires <= now)
        {
            return null;
        }

        return new Caller(await tenants.Get(row.Tenant, cancel), row.Scopes, Encoding.UTF8.GetBytes(row.Authority), row.Key);
    }

    /// <summary>Makes a credential. The secret is in the answer and nowhere else.</summary>
    /// <param name="key">The key; generated, beginning with the tenant's code, when null.</param>
    /// <param name="secret">The secret; 256 generated bits when null.</param>
    public async Task<(string Key, string Secret)> Add(Tenant tenant, string label, Scopes scopes, string? key, string? secret, CancellationToken cancel)
    {
        key ??= $"{tenant.Code}-{RandomNumberGenerator.GetHexString(20, lowercase: true)}";
        secret ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var hash = await keys.Sign(Purpose, Encoding.UTF8.GetBytes(secret), cancel);
        var made = await database.WriteReference(
            work => work.Run(
                """
                INSERT INTO credential (key, tenant, label, secret, scopes, authority, created)
                VALUES (@key, @owner, @label, @secret, @scopes, @authority, @now)
                ON CONFLICT (key) DO UPDATE SET label = excluded.label, secret = excluded.secret, scopes = excluded.scopes, expires = NULL, revoked = NULL
                WHERE credential.tenant = excluded.tenant
                """,
                ("@key", key),
                ("@owner", tenant.Id.Value),
                ("@label", label),
                ("@secret", hash),
                ("@scopes", ScopeNames.Format(scopes)),
                ("@authority", AuthorityOf(tenant, key)),
                ("@now", clock.GetUtcNow())),
            cancel);
        if (made == 0)
        {
            throw new InvalidOperationException($"The key '{key}' belongs to another tenant.");
        }

        known.TryRemove(key, out _);
        return (key, secret);
    }

    private async Task<Credential?> Row(string key, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (known.TryGetValue(key, out var kept) && now < kept.Until)
        {
            return kept.Row;
        }

        var row = await database.ReadReference(
            work => work.One(
                "SELECT key, tenant, secret, scopes, authority, expires, revoked FROM credential WHERE key = @key",
                r => new Credential(r.Text(0), TenantId.From(r.Int(1)), r.Bytes(2), ScopeNames.Parse(r.Text(3)) ?? Scopes.None, r.Text(4), r.TimeOrNull(5), r.TimeOrNull(6)),
                ("@key", key)),
            cancel);
        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        known[key] = (row, now + (long)(Remember.TotalSeconds * clock.TimestampFrequency));
        return row;
    }

    private static string AuthorityOf(Tenant tenant, string key) => Authority.Account($"{tenant.Iri}/credentials", key);

    private sealed record Credential(string Key, TenantId Tenant, byte[] Secret, Scopes Scopes, string Authority, DateTimeOffset? Expires, DateTimeOffset? Revoked);
}
