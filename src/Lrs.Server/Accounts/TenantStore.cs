using System.Collections.Concurrent;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>The tenants. They are few and never change their number, code or IRI, so they are remembered.</summary>
internal sealed class TenantStore(Database database, TimeProvider clock)
{
    private const string Columns = "SELECT id, code, name, iri FROM tenant";

    private static readonly PerDialect Alone = new(
        Sqlite: "SELECT 1",
        Postgres: "LOCK TABLE tenant IN SHARE ROW EXCLUSIVE MODE");

    private readonly ConcurrentDictionary<TenantId, Tenant> known = new();

    /// <summary>The tenant with this number.</summary>
    public async ValueTask<Tenant> Get(TenantId id, CancellationToken cancel)
    {
        if (known.TryGetValue(id, out var tenant))
        {
            return tenant;
        }

        tenant = await database.ReadReference(work => work.One($"{Columns} WHERE id = @id", Read, ("@id", id.Value)), cancel)
            ?? throw new InvalidOperationException($"There is no tenant {id}.");
        return known.GetOrAdd(id, tenant);
    }

    /// <summary>The tenant with this code, or null.</summary>
    public Task<Tenant?> Find(string code, CancellationToken cancel) =>
        database.ReadReference(work => work.One($"{Columns} WHERE code = @code", Read, ("@code", code)), cancel);

    /// <summary>All tenants, oldest first.</summary>
    public Task<List<Tenant>> All(CancellationToken cancel) =>
        database.ReadReference(work => work.All($"{Columns} ORDER BY id", Read), cancel);

    /// <summary>Makes a tenant with an empty log.</summary>
    /// <exception cref="InvalidOperationException">Its code or IRI is taken.</exception>
    public async Task<Tenant> Add(string code, string name, string iri, CancellationToken cancel) =>
        await TryAdd(code, name, iri, cancel) ?? throw new InvalidOperationException($"There is a tenant with the code {code} or an IRI like {iri}.");

    /// <summary>Makes a tenant with an empty log; null when its code or IRI is taken, or one of two IRIs begins with the other.</summary>
    public async Task<Tenant?> TryAdd(string code, string name, string iri, CancellationToken cancel)
    {
        var id = await database.WriteReference<int?>(
            async work =>
            {
                // One after the other, or two would take the same number.
                await work.Run(Alone);
                var others = await work.All($"{Columns} ORDER BY id", Read);
                if (others.Exists(other => other.Code == code || Overlap(other.Iri, iri)))
                {
                    return null;
                }

                var next = others.Count == 0 ? 1 : others[^1].Id.Value + 1;
                await work.Run(
                    "INSERT INTO tenant (id, code, name, iri, created) VALUES (@id, @code, @name, @iri, @now)",
                    ("@id", next),
                    ("@code", code),
                    ("@name", name),
                    ("@iri", iri),
                    ("@now", clock.GetUtcNow()));
                await work.Run("INSERT INTO log_head (tenant, seq, stored, term) VALUES (@id, 0, @now, 0)", ("@id", next), ("@now", clock.GetUtcNow()));
                return next;
            },
            cancel);
        return id is { } number ? await Get(TenantId.From(number), cancel) : null;
    }

    // What is minted begins with the IRI and a slash.
    private static bool Overlap(string one, string other) =>
        (one + "/").StartsWith(other + "/", StringComparison.Ordinal) || (other + "/").StartsWith(one + "/", StringComparison.Ordinal);

    private static Tenant Read(Row row) => new(TenantId.From(row.Int(0)), row.Text(1), row.Text(2), row.Text(3));
}
