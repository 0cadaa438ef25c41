using Lrs.Data;
using Lrs.Data.Blobs;

namespace Lrs.Server.Courses;

/// <summary>
/// Blobs that may have no row. An import names here what it is about to put; what a day later no file refers to is removed. Naming
/// comes before putting, and removal locks the name, so a blob that an import found already there cannot vanish under it.
/// </summary>
internal sealed class LooseBlobs(Database database, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>How long an import has from its first blob to its rows.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private static readonly PerDialect Insert = new(
        Sqlite: """
            INSERT INTO loose_blob (tenant, blob, since) VALUES (@tenant, @blob, @since)
            ON CONFLICT (tenant, blob) DO UPDATE SET since = excluded.since
            """,
        Postgres: """
            INSERT INTO loose_blob (tenant, blob, since) SELECT @tenant, t.blob, t.since FROM unnest(@blob, @since) AS t(blob, since)
            ON CONFLICT (tenant, blob) DO UPDATE SET since = excluded.since
            """);

    // In order of names, as imports lock them: no two transactions wait for each other.
    private static readonly PerDialect Settle = new(
        Sqlite: $"DELETE FROM loose_blob WHERE tenant = @tenant AND blob IN ({Referred})",
        Postgres: $"DELETE FROM loose_blob WHERE tenant = @tenant AND blob IN ({Referred} ORDER BY l.blob FOR UPDATE OF l)");

    private const string Referred = """
        SELECT l.blob FROM loose_blob l
        WHERE l.tenant = @tenant AND l.since < @limit AND EXISTS (SELECT 1 FROM package_file f WHERE f.tenant = @tenant AND f.blob = l.blob)
        """;

    /// <summary>Names blobs that are about to be put, in order of their names.</summary>
    public async Task Claim(TenantId tenant, string[] names, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await database.Write(tenant, work => work.Many(Insert, names.Length, ("@blob", names), ("@since", Array.ConvertAll(names, _ => now))), cancel);
    }

    /// <summary>Removes the blobs that were named a day ago and that no file refers to.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> Sweep(TenantId tenant, CancellationToken cancel)
    {
        var limit = clock.GetUtcNow() - Age;
        await database.Write(tenant, work => work.Run(Settle, ("@limit", limit)), cancel);
        var old = await database.Read(tenant, work => work.All("SELECT blob FROM loose_blob WHERE tenant = @tenant AND since < @limit", row => row.Text(0), ("@limit", limit)), cancel);
        var removed = 0;
        foreach (var blob in old)
        {
            removed += await database.Write(tenant, work => Remove(work, blob, limit), cancel) ? 1 : 0;
        }

        return removed;
    }

    // The blob goes while its name's row is locked; an import that names it meanwhile waits, and then puts it anew.
    private async Task<bool> Remove(Work work, string blob, DateTimeOffset limit) =>
        await work.Run("DELETE FROM loose_blob WHERE tenant = @tenant AND blob = @blob AND since < @limit", ("@blob", blob), ("@limit", limit)) > 0
        && !await work.Any("SELECT 1 FROM package_file WHERE tenant = @tenant AND blob = @blob", ("@blob", blob))
        && await blobs.Delete(blob, work.Cancel);
}
