using Lrs.Data;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lrs.Server.Accounts;

/// <summary>A person who may sign in to the pages.</summary>
internal sealed record Login(Guid Id, TenantId Tenant, string Email, string Name, string Role)
{
    /// <summary>May the person administer the whole installation, other tenants too?</summary>
    public bool Installation { get; init; }
}

/// <summary>People's sign-ins: slow salted hashes (PBKDF2), and a lock for some minutes after several wrong passwords in a row (<c>Lrs:SignIn</c>).</summary>
internal sealed class LoginStore(Database database, SignInSettings settings, TimeProvider clock)
{
    public const string Administrator = "administrator";

    /// <summary>What <see cref="Read"/> reads, of a table that is called <c>l</c>.</summary>
    public const string Columns = "SELECT l.id, l.tenant, l.email, l.name, l.role, l.installation";

    /// <summary>How many columns that are.</summary>
    public const int ColumnCount = 6;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 310_000 }));

    // Checked when the address is unknown, so that an answer's time does not tell which addresses exist.
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword(Hasher, "nobody"));

    /// <summary>The person with this address and password; null when they do not belong together or the login is locked.</summary>
    public async Task<Login?> Check(string email, string password, CancellationToken cancel)
    {
        var found = await database.ReadReference(
            work => work.One(
                $"{Columns}, l.password, l.failures, l.locked FROM login l WHERE l.email = @email",
                row => (Login: Read(row), Hash: row.Text(ColumnCount), Failures: row.Int(ColumnCount + 1), Locked: row.TimeOrNull(ColumnCount + 2)),
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
        database.ReadReference(work => work.One($"{Columns} FROM login l WHERE l.id = @id", Read, ("@id", id)), cancel);

    /// <summary>Is there a person with this address?</summary>
    public Task<bool> Exists(string email, CancellationToken cancel) =>
        database.ReadReference(work => work.Any("SELECT 1 FROM login WHERE email = @email", ("@email", email.Trim().ToLowerInvariant())), cancel);

    /// <summary>Makes a login.</summary>
    public Task Add(Tenant tenant, string email, string name, string role, string password, CancellationToken cancel) =>
        Add(tenant, email, name, role, password, installation: false, cancel);

    /// <summary>Makes a login.</summary>
    /// <param name="installation">May the person administer the whole installation?</param>
    public Task Add(Tenant tenant, string email, string name, string role, string password, bool installation, CancellationToken cancel) =>
        database.WriteReference(
            work => work.Run(
                """
                INSERT INTO login (id, tenant, email, name, role, password, failures, created, installation)
                VALUES (@id, @owner, @email, @name, @role, @password, 0, @now, @installation)
                """,
                ("@id", Guid.CreateVersion7()),
                ("@owner", tenant.Id.Value),
                ("@email", email.Trim().ToLowerInvariant()),
                ("@name", name),
                ("@role", role),
                ("@password", Hasher.HashPassword(Hasher, password)),
                ("@installation", installation),
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
                ("@most", settings.MaxFailures),
                ("@until", clock.GetUtcNow() + TimeSpan.FromMinutes(settings.LockMinutes)),
                ("@id", id)),
            cancel);

    public static Login Read(Row row) => new(row.Guid(0), TenantId.From(row.Int(1)), row.Text(2), row.Text(3), row.Text(4)) { Installation = row.Bool(5) };
}
