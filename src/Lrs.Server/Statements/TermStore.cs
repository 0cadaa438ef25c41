using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>What an interned text is.</summary>
internal enum TermKind : byte
{
    Agent = 1,
    Verb = 2,
    Activity = 3,

    /// <summary>An agent and a verb together: the numbers of both.</summary>
    AgentAndVerb = 4,
}

/// <summary>A text that the log keeps as a number.</summary>
internal readonly record struct Term(TermKind Kind, string Text)
{
    /// <summary>The first 16 bytes of the SHA-256 of kind and text.</summary>
    public byte[] Hash()
    {
        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(Text)];
        bytes[0] = (byte)Kind;
        Encoding.UTF8.GetBytes(Text, bytes.AsSpan(1));
        return SHA256.HashData(bytes)[..16];
    }
}

/// <summary>
/// The numbers of agents, verbs and activities. Read through a cache that learns a number only after its commit, so that a
/// number of an undone transaction never lives on.
/// </summary>
internal sealed class TermStore(Database database)
{
    private const int MostRemembered = 500_000;

    private static readonly PerDialect Select = Sql.InBlobs("SELECT hash, id FROM term WHERE tenant = @tenant AND hash", "@hashes", "");

    private static readonly PerDialect Insert = new(
        Sqlite: "INSERT INTO term (tenant, id, kind, hash, text) VALUES (@tenant, @id, @kind, @hash, @text)",
        Postgres: "INSERT INTO term (tenant, id, kind, hash, text) SELECT @tenant, t.* FROM unnest(@id, @kind, @hash, @text) AS t");

    private readonly ConcurrentDictionary<(TenantId Tenant, Term Term), long> known = new();

    /// <summary>The number of a text, or null when no statement has it.</summary>
    public async ValueTask<long?> Find(TenantId tenant, Term term, CancellationToken cancel)
    {
        if (known.TryGetValue((tenant, term), out var id))
        {
            return id;
        }

        var found = await database.Read(tenant, work => Lookup(work, [term]), cancel);
        Learn(tenant, found);
        return found.TryGetValue(term, out id) ? id : null;
    }

    /// <summary>Numbers for all texts, made where there are none; inside the writer's transaction.</summary>
    /// <param name="work">The transaction, which holds the head.</param>
    /// <param name="wanted">The texts.</param>
    /// <param name="last">The highest number given so far; moves on.</param>
    /// <param name="fresh">Gets what must be remembered after the commit.</param>
    public async Task<Dictionary<Term, long>> Numbers(Work work, IReadOnlyCollection<Term> wanted, LastTerm last, Dictionary<Term, long> fresh)
    {
        var numbers = new Dictionary<Term, long>(wanted.Count);
        var missing = new List<Term>();
        foreach (var term in wanted)
        {
            // A number above the head's is one that the database has lost, in a failover.
            if ((known.TryGetValue((work.Tenant, term), out var id) && id <= last.Value) || fresh.TryGetValue(term, out id))
            {
                numbers[term] = id;
            }
            else
            {
                missing.Add(term);
            }
        }

        if (missing.Count == 0)
        {
            return numbers;
        }

        foreach (var (term, id) in await Lookup(work, missing))
        {
            numbers[term] = fresh[term] = id;
        }

        var added = missing.Where(term => !numbers.ContainsKey(term)).ToArray();
        foreach (var term in added)
        {
            numbers[term] = fresh[term] = ++last.Value;
        }

        await work.Many(
            Insert,
            added.Length,
            ("@id", added.Select(term => numbers[term]).ToArray()),
            ("@kind", added.Select(term => (short)term.Kind).ToArray()),
            ("@hash", added.Select(term => term.Hash()).ToArray()),
            ("@text", added.Select(term => term.Text).ToArray()));
        return numbers;
    }

    /// <summary>Remembers numbers that are committed.</summary>
    public void Learn(TenantId tenant, IReadOnlyDictionary<Term, long> committed)
    {
        if (known.Count + committed.Count > MostRemembered)
        {
            known.Clear();
        }

        foreach (var (term, id) in committed)
        {
            known[(tenant, term)] = id;
        }
    }

    /// <summary>Forgets every number: after a failover others may have been given.</summary>
    public void Forget() => known.Clear();

    private static async Task<Dictionary<Term, long>> Lookup(Work work, IReadOnlyList<Term> terms)
    {
        var byHash = terms.ToDictionary(term => Convert.ToHexString(term.Hash()));
        var found = new Dictionary<Term, long>();
        await foreach (var row in work.Rows(Select, ("@hashes", terms.Select(term => term.Hash()).ToArray())))
        {
            found[byHash[Convert.ToHexString(row.Bytes(0))]] = row.Long(1);
        }

        return found;
    }
}

/// <summary>The highest number given to a term, as it moves on inside a transaction.</summary>
internal sealed class LastTerm(long value)
{
    public long Value { get; set; } = value;
}
