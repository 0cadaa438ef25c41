using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>Which data came with which statement, as the database knows it.</summary>
internal static class AttachmentRows
{
    private static readonly PerDialect Insert = new(
        Sqlite: "INSERT INTO statement_attachment (tenant, id, blob) VALUES (@tenant, @id, @blob)",
        Postgres: "INSERT INTO statement_attachment (tenant, id, blob) SELECT @tenant, t.* FROM unnest(@id, @blob) AS t");

    private static readonly PerDialect Select = Sql.InBlobs("SELECT id, blob FROM statement_attachment WHERE tenant = @tenant AND id", "@ids", "");

    /// <summary>
    /// An admission that says what another says (null: yes) and notes, in the commit of those statements that are new, which data came with them. The data must be
    /// durable before.
    /// </summary>
    public static Admission Noting(Admission? first, IReadOnlyDictionary<Guid, IReadOnlyList<string>> blobs) => async (work, fresh) =>
    {
        var verdict = first is null ? Verdict.Accepted.Plain : await first(work, fresh);
        if (verdict is Verdict.Accepted)
        {
            var rows = fresh.Where(one => blobs.ContainsKey(one.Id)).SelectMany(one => blobs[one.Id].Select(blob => (one.Id, Blob: blob))).ToList();
            await work.Many(Insert, rows.Count, ("@id", rows.Select(row => row.Id).ToArray()), ("@blob", rows.Select(row => row.Blob).ToArray()));
        }

        return verdict;
    };

    /// <summary>The blobs that came with these statements.</summary>
    public static Task<List<(Guid Id, string Blob)>> Of(Work work, Guid[] ids) =>
        work.All(Select, row => (row.Guid(0), row.Text(1)), ("@ids", ids));
}
