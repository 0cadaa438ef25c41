using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>A key with the secret that belongs to it, in the one moment in which the secret is known.</summary>
internal sealed record Pair(string Key, string Secret);

/// <summary>
/// Key and secret pairs of programs: made, listed, rotated, revoked. A generated secret has 256 bits, so a fast keyed hash is enough:
/// HMAC-SHA-256 under this installation's key, useless to who steals the table.
/// </summary>
internal sealed class CredentialStore(Database database, SigningKeys keys, CredentialMemory memory, TimeProvider clock)
{
    /// <summary>Under which signing key secrets are hashed.</summary>
    public const string Purpose = "credential";

    /// <summary>Makes a credential without an end. The secret is in the answer and nowhere else.</summary>
    /// <param name="key">The key; generated, beginning with the tenant's code, when null.</param>
    /// <param name="secret">The secret; 256 generated bits when null.</param>
    public Task<Pair> Add(Tenant tenant, string label, Scopes scopes, string? key, string? secret, CancellationToken cancel) =>
        Add(tenant, new NewCredential { Label = label, Scopes = scopes, Key = key, Secret = secret }, cancel);

    /// <summary>Makes a credential. The secret is in the answer and nowhere else.</summary>
    /// <exception cref="InvalidOperationException">The key belongs to another tenant.</exception>
    public async Task<Pair> Add(Tenant tenant, NewCredential wanted, CancellationToken cancel)
    {
        var key = wanted.Key ?? $"{tenant.Code}-{RandomNumberGenerator.GetHexString(20, lowercase: true)}";
        var secret = wanted.Secret ?? NewSecret();
        var credential = new Credential
        {
            Key = key,
            Tenant = tenant.Id,
            Label = wanted.Label,
            Scopes = wanted.Scopes,
            Authority = wanted.Authority ?? Authority.Account($"{tenant.Iri}/credentials", key),
            Origins = wanted.Origins,
            Installation = wanted.Installation,
            Launch = wanted.Launch,
            Reports = wanted.Reports,
            Created = clock.GetUtcNow(),
            Expires = wanted.Expires,
            Secret = await Hash(secret, cancel),
        };
        if (!await database.WriteReference(work => CredentialRows.Keep(work, credential), cancel))
        {
            throw new InvalidOperationException($"The key '{key}' belongs to another tenant.");
        }

        memory.Forget(key);
        return new Pair(key, secret);
    }

    /// <summary>The tenant's lasting credentials, or its launch-scoped ones, newest first.</summary>
    public Task<List<Credential>> List(TenantId tenant, bool launchScoped, CancellationToken cancel) => database.Read(tenant, work => CredentialRows.List(work, launchScoped), cancel);

    /// <summary>One of the tenant's credentials.</summary>
    public Task<Credential?> Find(TenantId tenant, string key, CancellationToken cancel) => database.Read(tenant, work => CredentialRows.Find(work, key), cancel);

    /// <summary>A new secret beside the old one.</summary>
    /// <param name="overlap">How long the old one works too.</param>
    public async Task<RotateOutcome> Rotate(TenantId tenant, string key, TimeSpan overlap, CancellationToken cancel)
    {
        var secret = NewSecret();
        var hash = await Hash(secret, cancel);
        var now = Micros.Cut(clock.GetUtcNow());
        var outcome = await database.Write<RotateOutcome>(
            tenant,
            async work =>
            {
                if (await CredentialRows.Find(work, key) is not { } found)
                {
                    return new RotateOutcome.None();
                }

                if (!found.Works(now))
                {
                    return new RotateOutcome.Over();
                }

                await CredentialRows.Rotate(work, key, hash, now + overlap);
                return new RotateOutcome.Rotated(new Pair(key, secret), now + overlap);
            },
            cancel);
        memory.Forget(key);
        return outcome;
    }

    /// <summary>Ends a credential: at once on this node, within five seconds on others, which remember it no longer than that.</summary>
    /// <returns>False when the tenant has no such credential.</returns>
    public async Task<bool> Revoke(TenantId tenant, string key, CancellationToken cancel)
    {
        var found = await database.Write(
            tenant,
            async work =>
            {
                await CredentialRows.Revoke(work, key, clock.GetUtcNow());
                return await CredentialRows.Find(work, key) is not null;
            },
            cancel);
        memory.Forget(key);
        return found;
    }

    private ValueTask<byte[]> Hash(string secret, CancellationToken cancel) => keys.Sign(Purpose, Encoding.UTF8.GetBytes(secret), cancel);

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>What a new credential shall be.</summary>
internal sealed record NewCredential
{
    public required string Label { get; init; }

    public required Scopes Scopes { get; init; }

    /// <summary>Null for a generated one.</summary>
    public string? Key { get; init; }

    /// <summary>Null for a generated one.</summary>
    public string? Secret { get; init; }

    /// <summary>The xAPI authority, an agent as JSON; null for an account named after the key.</summary>
    public string? Authority { get; init; }

    public IReadOnlyList<string> Origins { get; init; } = [];

    public DateTimeOffset? Expires { get; init; }

    public bool Installation { get; init; }

    public LaunchScope? Launch { get; init; }

    public ReportLimit? Reports { get; init; }
}

/// <summary>What can happen when a secret is rotated.</summary>
internal abstract record RotateOutcome
{
    private RotateOutcome()
    {
    }

    /// <param name="Pair">With the new secret.</param>
    /// <param name="OlderUntil">Until when the old one works too.</param>
    public sealed record Rotated(Pair Pair, DateTimeOffset OlderUntil) : RotateOutcome;

    /// <summary>The credential has expired or is revoked; a new secret would open nothing.</summary>
    public sealed record Over : RotateOutcome;

    /// <summary>The tenant has no such credential.</summary>
    public sealed record None : RotateOutcome;
}
