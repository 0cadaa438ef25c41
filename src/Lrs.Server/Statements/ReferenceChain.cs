using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>
/// Looks down chains of references for a statement that passes a whole query by itself (Communication 2.1.3). Remembers what it found for the
/// length of a page, so that a page of referrers on one long chain walks it once.
/// </summary>
internal sealed class ReferenceChain(Work work, StatementQuery ask)
{
    private const int FirstLinks = 4;
    private const int MostLinks = 256;

    private const string Links = """
        WITH RECURSIVE chain (id, refers_to, body, depth) AS (
            SELECT id, refers_to, body, 1 FROM statement WHERE tenant = @tenant AND id = @id
            UNION ALL
            SELECT s.id, s.refers_to, s.body, c.depth + 1 FROM chain c JOIN statement s ON s.tenant = @tenant AND s.id = c.refers_to WHERE c.depth < @most
        )
        SELECT id, refers_to, body FROM chain ORDER BY depth
        """;

    private readonly Dictionary<Guid, bool> known = [];

    /// <summary>Does this statement, or one that it leads to, pass?</summary>
    public async Task<bool> Passes(Guid first)
    {
        var path = new HashSet<Guid>();
        var passes = false;
        var most = FirstLinks;
        for (Guid? next = first; next is { } id && !known.TryGetValue(id, out passes) && !path.Contains(id); most = Math.Min(most * 4, MostLinks))
        {
            next = null;
            foreach (var link in await work.All(Links, row => (Id: row.Guid(0), Next: row.GuidOrNull(1), Body: row.BytesOrNull(2)), ("@id", id), ("@most", most)))
            {
                // A cycle comes round again.
                if (known.TryGetValue(link.Id, out passes) || !path.Add(link.Id))
                {
                    next = null;
                    break;
                }

                passes = link.Body is not null && StatementFilter.Passes(ask, StatementReader.ReadStored(link.Body));
                next = passes ? null : link.Next;
                if (passes)
                {
                    break;
                }
            }
        }

        // Whoever stands before a statement that passes leads to it; on a path without one, nobody does.
        foreach (var id in path)
        {
            known[id] = passes;
        }

        return passes;
    }
}
