using System.Collections.Concurrent;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>The tenants. They are few and never change their number, code or IRI, so they are remembered.</summary>
internal sealed class TenantStore(Database database, TimeProvider clock)
{
    private const string Columns = "SELECT id, code, name, iri FROM tenant";

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

    /// <summary>All tenants, oldest first.</summary>
    public Task<List<Tenant>> All(CancellationToken cancel) =>
        database.ReadReference(work => work.All($"{Columns} ORDER BY id", Read), cancel);

    /// <summary>Makes a tenant with an empty log.</summary>
    public async Task<Tenant> Add(string code, string name, string iri, CancellationToken cancel)
    {
        var id = await database.WriteReference(
            async work =>
            {
                var next = await work.One("SELECT COALESCE(MAX(id), 0) + 1 FROM tenant", row => row.Int(0));
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
        return await Get(TenantId.From(id), cancel);
    }

    private static Tenant Read(Row row) => new(TenantId.From(row.Int(0)), row.Text(1), row.Text(2), row.Text(3));
}
