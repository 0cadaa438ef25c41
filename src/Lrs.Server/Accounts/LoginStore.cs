using Lrs.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lrs.Server.Accounts;

/// <summary>A person who may sign in to the pages.</summary>
internal sealed record Login(Guid Id, TenantId Tenant, string Email, string Name, string Role);

/// <summary>People's sign-ins: slow salted hashes (PBKDF2), and a lock of fifteen minutes after ten wrong passwords in a row.</summary>
internal sealed class LoginStore(Database database, TimeProvider clock)
{
    public const string Administrator = "administrator";

    private const int MostFailures = 10;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 310_000 }));

    // Checked when the address is unknown, so that an answer's time does not tell which addresses exist.
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword(Hasher, "nobody"));

    /// <summary>The person with this address and password; null when they do not belong together or the login is locked.</summary>
    public async Task<Login?> Check(string email, string password, CancellationToken cancel)
    {
        var found = await database.ReadReference(
            work => work.One(
                "SELECT id, tenant, email, name, role, password, failures, locked FROM login WHERE email = @email",
                row => (Login: Read(row), Hash: row.Text(5), Failures: row.Int(6), Locked: row.TimeOrNull(7)),
                ("@email", email.Trim().ToLowerInvariant())),
            cancel);
        var right = Hasher.VerifyHashedPassword(Hasher, found.Hash ?? Nobody.Value, password) is not PasswordVerificationResult.Failed;
        if (found.Login is null || found.Locked > clock.GetUtcNow())
        {
            return null;
        }

        if (!right)
        {
            await CountFailure(found.Login.Id, cancel);
            return null;
        }

        if (found.Failures > 0)
        {
            await database.WriteReference(work => work.Run("UPDATE login SET failures = 0 WHERE id = @id", ("@id", found.Login.Id)), cancel);
        }

        return found.Login;
    }

    /// <summary>The person with this id, as long as the login exists.</summary>
    public Task<Login?> Find(Guid id, CancellationToken cancel) =>
        database.ReadReference(work => work.One("SELECT id, tenant, email, name, role FROM login WHERE id = @id", Read, ("@id", id)), cancel);

    /// <summary>Makes a login.</summary>
    public Task Add(Tenant tenant, string email, string name, string role, string password, CancellationToken cancel) =>
        database.WriteReference(
            work => work.Run(
                """
                INSERT INTO login (id, tenant, email, name, role, password, failures, created)
                VALUES (@id, @owner, @email, @name, @role, @password, 0, @now)
                """,
                ("@id", Guid.CreateVersion7()),
                ("@owner", tenant.Id.Value),
                ("@email", email.Trim().ToLowerInvariant()),
                ("@name", name),
                ("@role", role),
                ("@password", Hasher.HashPassword(Hasher, password)),
                ("@now", clock.GetUtcNow())),
            cancel);

    // Counted by the database, or guesses made at one time would count as one.
    private Task<int> CountFailure(Guid id, CancellationToken cancel) =>
        database.WriteReference(
            work => work.Run(
                """
                UPDATE login SET
                    locked = CASE WHEN failures + 1 >= @most THEN @until ELSE locked END,
                    failures = CASE WHEN failures + 1 >= @most THEN 0 ELSE failures + 1 END
                WHERE id = @id
                """,
                ("@most", MostFailures),
                ("@until", clock.GetUtcNow() + LockedFor),
                ("@id", id)),
            cancel);

    private static Login Read(Row row) => new(row.Guid(0), TenantId.From(row.Int(1)), row.Text(2), row.Text(3), row.Text(4));
}
