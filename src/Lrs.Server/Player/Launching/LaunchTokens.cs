using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Player;

/// <summary>What a secret of a launch is for.</summary>
internal enum TokenPurpose
{
    /// <summary>Stands in the player's address.</summary>
    Player,

    /// <summary>Key and secret by which a launched unit calls the record store.</summary>
    Record,
}

/// <summary>What a secret stands for: one session of one tenant.</summary>
internal sealed record LaunchKey(Tenant Tenant, Guid Session);

/// <summary>
/// The secrets of launches: 128 random bits behind the tenant's code, good for eight hours without use and for a day at most. The table
/// holds their SHA-256 only; at that length a fast hash is enough.
/// </summary>
internal sealed class LaunchTokens(Database database, TenantStore tenants, TimeProvider clock)
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    /// <summary>How long a secret lives at most; after that, nothing can come from its session.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);

    private const string InsertRow = """
        INSERT INTO launch_token (hash, purpose, tenant, session, created, used)
        VALUES (@hash, @purpose, @tenant, @session, @now, @now)
        """;

    /// <summary>A new secret. It is nowhere until <see cref="Keep"/> is called.</summary>
    public static string Make(Tenant tenant) =>
        $"{tenant.Code}-{Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";

    /// <summary>Keeps a secret as part of a larger transaction.</summary>
    public Task Keep(Work work, string secret, TokenPurpose purpose, Guid session) =>
        work.Run(InsertRow, ("@hash", Hash(secret)), ("@purpose", Name(purpose)), ("@session", session), ("@now", clock.GetUtcNow()));

    /// <summary>Lets a secret stand for another session of the same launch.</summary>
    public static Task Move(Work work, string secret, Guid session) =>
        work.Run("UPDATE launch_token SET session = @session WHERE hash = @hash AND tenant = @tenant", ("@hash", Hash(secret)), ("@session", session));

    /// <summary>Closes the player of a session: its address opens nothing any more.</summary>
    public static Task Close(Work work, Guid session) =>
        work.Run("DELETE FROM launch_token WHERE tenant = @tenant AND session = @session AND purpose = 'player'", ("@session", session));

    /// <summary>What a secret stands for; null when it is unknown or has run out.</summary>
    public async Task<LaunchKey?> Find(string secret, TokenPurpose purpose, CancellationToken cancel)
    {
        var hash = Hash(secret);
        var row = await database.ReadReference(
            work => work.One(
                "SELECT tenant, session, created, used FROM launch_token WHERE hash = @hash AND purpose = @purpose",
                r => new Known(TenantId.From(r.Int(0)), r.Guid(1), r.Time(2), r.Time(3)),
                ("@hash", hash),
                ("@purpose", Name(purpose))),
            cancel);
        var now = clock.GetUtcNow();
        if (row is null || now - row.Used > Idle || now - row.Created > Longest)
        {
            return null;
        }

        if (now - row.Used > NotedEvery)
        {
            await database.WriteReference(work => work.Run("UPDATE launch_token SET used = @now WHERE hash = @hash", ("@now", now), ("@hash", hash)), cancel);
        }

        return new LaunchKey(await tenants.Get(row.Tenant, cancel), row.Session);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string Name(TokenPurpose purpose) => purpose is TokenPurpose.Player ? "player" : "record";

    private sealed record Known(TenantId Tenant, Guid Session, DateTimeOffset Created, DateTimeOffset Used);
}
