using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// The store's own definitions of activities (xAPI Communication 2.5): each merged out of what all statements tell about the activity, in the log's
/// order, whether it is an object or stands in a context.
/// </summary>
internal static class CanonicalActivities
{
    /// <summary>
    /// The most bytes of a definition. Whoever sends ever new texts and extensions would make each merge dearer than the one before; beyond this the newest
    /// definition stands alone.
    /// </summary>
    public const int Most = 256 * 1024;

    private static readonly PerDialect Select = Sql.InBlobs("SELECT iri, definition FROM canonical_activity WHERE tenant = @tenant AND hash", "@hashes", "");

    private static readonly PerDialect Upsert = new(
        Sqlite: $"INSERT INTO canonical_activity (tenant, hash, iri, definition) VALUES (@tenant, @hash, @iri, @definition) {Replacing}",
        Postgres: $"INSERT INTO canonical_activity (tenant, hash, iri, definition) SELECT @tenant, t.* FROM unnest(@hash, @iri, @definition) AS t {Replacing}");

    private const string Replacing = "ON CONFLICT (tenant, hash) DO UPDATE SET definition = excluded.definition";

    /// <summary>The definitions of those of these activities that have one, by IRI.</summary>
    public static async Task<Dictionary<string, byte[]>> Of(Work work, IReadOnlyCollection<string> iris)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (iris.Count > 0)
        {
            await foreach (var row in work.Rows(Select, ("@hashes", iris.Select(Hash).ToArray())))
            {
                found[row.Text(0)] = row.Bytes(1);
            }
        }

        return found;
    }

    /// <summary>Takes in what statements tell, in their order.</summary>
    public static async Task Take(Work work, IEnumerable<Statement> statements)
    {
        var told = statements.SelectMany(statement => statement.Activities()).Where(activity => activity.Definition is { Bytes.Length: > 2 }).ToList();
        var known = await Of(work, told.Select(activity => activity.Id.Text).ToHashSet(StringComparer.Ordinal));
        var newest = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var activity in told)
        {
            var (iri, change) = (activity.Id.Text, activity.Definition!.Bytes);
            if (newest.TryGetValue(iri, out var before) && before.Span.SequenceEqual(change.Span))
            {
                // Most statements of an activity say the same of it.
                continue;
            }

            newest[iri] = change;
            var old = known.GetValueOrDefault(iri);
            var merged = old is null || old.AsSpan().SequenceEqual(change.Span) ? change.ToArray() : DefinitionMerge.Merge(old, change);
            merged = merged.Length <= Most ? merged : change.ToArray();
            if (merged.Length <= Most && !merged.AsSpan().SequenceEqual(old))
            {
                known[iri] = merged;
                changed.Add(iri);
            }
        }

        await work.Many(
            Upsert,
            changed.Count,
            ("@hash", changed.Select(Hash).ToArray()),
            ("@iri", changed.ToArray()),
            ("@definition", changed.Select(iri => known[iri]).ToArray()));
    }

    /// <summary>The first 16 bytes of a text's SHA-256.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
