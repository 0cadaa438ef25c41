using Lrs.Data;
using Lrs.Data.Blobs;

namespace Lrs.Server.Statements;

/// <summary>
/// The data of attachments in the blob store. A request names what it is about to put; what a day later no statement refers to is removed.
/// Naming comes before putting, and removal locks the name, so data that a request found already there cannot vanish under it.
/// </summary>
internal sealed class AttachmentBlobs(Database database, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>How long a request has from naming its data to the commit of its statements.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private static readonly PerDialect Insert = new(
        Sqlite: """
            INSERT INTO loose_attachment (tenant, blob, since) VALUES (@tenant, @blob, @since)
            ON CONFLICT (tenant, blob) DO UPDATE SET since = excluded.since
            """,
        Postgres: """
            INSERT INTO loose_attachment (tenant, blob, since) SELECT @tenant, t.blob, t.since FROM unnest(@blob, @since) AS t(blob, since)
            ON CONFLICT (tenant, blob) DO UPDATE SET since = excluded.since
            """);

    // In order of names, as requests lock them: no two transactions wait for each other.
    private static readonly PerDialect Settle = new(
        Sqlite: $"DELETE FROM loose_attachment WHERE tenant = @tenant AND blob IN ({Referred})",
        Postgres: $"DELETE FROM loose_attachment WHERE tenant = @tenant AND blob IN ({Referred} ORDER BY l.blob FOR UPDATE OF l)");

    private const string Referred = """
        SELECT l.blob FROM loose_attachment l
        WHERE l.tenant = @tenant AND l.since < @limit AND EXISTS (SELECT 1 FROM statement_attachment a WHERE a.tenant = @tenant AND a.blob = l.blob)
        """;

    /// <summary>Names blobs that are about to be put.</summary>
    public async Task Claim(TenantId tenant, IEnumerable<string> names, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var sorted = names.Distinct().Order(StringComparer.Ordinal).ToArray();
        await database.Write(tenant, work => work.Many(Insert, sorted.Length, ("@blob", sorted), ("@since", Array.ConvertAll(sorted, _ => now))), cancel);
    }

    /// <summary>Puts data under its name, reading it to its end even when it is there already; durable when this returns.</summary>
    public async Task Put(string name, Stream data, CancellationToken cancel)
    {
        await blobs.Put(name, data, cancel);
        await data.CopyToAsync(Stream.Null, cancel);
    }

    /// <summary>Opens data for reading.</summary>
    /// <exception cref="InvalidDataException">A statement refers to it, and the blob store does not have it: the store is damaged.</exception>
    public async Task<BlobContent> Open(string name, CancellationToken cancel) =>
        await blobs.Open(name, null, cancel) ?? throw new InvalidDataException($"The blob store does not have {name}, to which a statement refers.");

    /// <summary>Removes the data that was named a day ago and that no statement refers to.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> Sweep(TenantId tenant, CancellationToken cancel)
    {
        var limit = clock.GetUtcNow() - Age;
        await database.Write(tenant, work => work.Run(Settle, ("@limit", limit)), cancel);
        var old = await database.Read(tenant, work => work.All("SELECT blob FROM loose_attachment WHERE tenant = @tenant AND since < @limit", row => row.Text(0), ("@limit", limit)), cancel);
        var removed = 0;
        foreach (var blob in old)
        {
            removed += await database.Write(tenant, work => Remove(work, blob, limit), cancel) ? 1 : 0;
        }

        return removed;
    }

    // The blob goes while its name's row is locked; a request that names it meanwhile waits, and then puts it anew.
    private async Task<bool> Remove(Work work, string blob, DateTimeOffset limit) =>
        await work.Run("DELETE FROM loose_attachment WHERE tenant = @tenant AND blob = @blob AND since < @limit", ("@blob", blob), ("@limit", limit)) > 0
        && !await work.Any("SELECT 1 FROM statement_attachment WHERE tenant = @tenant AND blob = @blob", ("@blob", blob))
        && await blobs.Delete(blob, work.Cancel);
}
