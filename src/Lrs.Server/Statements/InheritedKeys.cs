using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>A referrer and the keys it is to have from what it refers to.</summary>
internal readonly record struct Heir(long Seq, Guid Id, long[] Keys);

/// <summary>The keys that statements have from what they refer to, kept twice: to find statements by, and to pass on.</summary>
internal static class InheritedKeys
{
    private static readonly PerDialect Insert = new(
        Sqlite: "INSERT OR IGNORE INTO inherited_key (tenant, seq, key) VALUES (@tenant, @seq, @key)",
        Postgres: "INSERT INTO inherited_key (tenant, seq, key) SELECT @tenant, t.* FROM unnest(@seq, @key) AS t ON CONFLICT DO NOTHING RETURNING seq, key");

    private const string Above = """
        SELECT i.key FROM statement s JOIN inherited_key i ON i.tenant = s.tenant AND i.seq = s.seq
        WHERE s.tenant = @tenant AND s.id = @id AND i.key > @above ORDER BY i.key LIMIT @most
        """;

    /// <summary>What a statement has inherited, in order, above a key.</summary>
    public static Task<List<long>> Of(Work work, Guid id, long above, int most) =>
        work.All(Above, row => row.Long(0), ("@id", id), ("@above", above), ("@most", most));

    /// <summary>Gives keys to referrers; what comes back are those that they did not have.</summary>
    public static async Task<List<Heir>> Give(Work work, IReadOnlyList<Heir> heirs)
    {
        var fresh = await Fresh(work, heirs);
        await LogRows.InsertKeys(work, fresh);
        var ids = heirs.DistinctBy(heir => heir.Seq).ToDictionary(heir => heir.Seq, heir => heir.Id);
        return [.. fresh.GroupBy(one => one.Seq, one => one.Key).Select(keys => new Heir(keys.Key, ids[keys.Key], [.. keys]))];
    }

    private static async Task<List<(long Key, long Seq)>> Fresh(Work work, IReadOnlyList<Heir> heirs)
    {
        var pairs = heirs.SelectMany(heir => heir.Keys.Select(key => (Key: key, heir.Seq))).Distinct().ToList();
        if (work.Dialect is Dialect.Postgres)
        {
            return await work.All(
                Insert, row => (row.Long(1), row.Long(0)), ("@seq", pairs.Select(pair => pair.Seq).ToArray()), ("@key", pairs.Select(pair => pair.Key).ToArray()));
        }

        var fresh = new List<(long, long)>();
        foreach (var (key, seq) in pairs)
        {
            if (await work.Run(Insert, ("@seq", seq), ("@key", key)) > 0)
            {
                fresh.Add((key, seq));
            }
        }

        return fresh;
    }
}
