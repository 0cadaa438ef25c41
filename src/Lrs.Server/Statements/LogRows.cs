using System.Buffers;
using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>The rows and keys of a turn on their way to the database: gathered, then written together.</summary>
internal sealed class LogRows(long seq, DateTimeOffset stored, DateTimeOffset now, LastTerm lastTerm, TermStore terms, Dictionary<Term, long> newTerms)
{
    private static readonly PerDialect InsertStatement = new(
        Sqlite: """
            INSERT INTO statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, registration, authority, refers_to, voids, body)
            VALUES (@tenant, @seq, 0, @id, @stored, @happened, @actor, @verb, @activity, @registration, @authority, @refers, @voids, @body)
            """,
        Postgres: """
            INSERT INTO statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, registration, authority, refers_to, voids, body)
            SELECT @tenant, t.seq, 0, t.id, t.stored, t.happened, t.actor, t.verb, t.activity, t.registration, t.authority, t.refers, t.voids, t.body
            FROM unnest(@seq, @id, @stored, @happened, @actor, @verb, @activity, @registration, @authority, @refers, @voids, @body)
                AS t(seq, id, stored, happened, actor, verb, activity, registration, authority, refers, voids, body)
            """);

    private static readonly PerDialect InsertKey = new(
        Sqlite: "INSERT OR IGNORE INTO statement_key (tenant, key, seq) VALUES (@tenant, @key, @seq)",
        Postgres: "INSERT INTO statement_key (tenant, key, seq) SELECT @tenant, t.* FROM unnest(@key, @seq) AS t ON CONFLICT DO NOTHING");

    private const string MoveHead = "UPDATE log_head SET seq = @seq, stored = @stored, term = @term WHERE tenant = @tenant";

    private readonly List<LogRow> waiting = [];
    private (long Seq, long Term) head = (seq, lastTerm.Value);

    /// <summary>The position of the newest statement.</summary>
    public long Seq { get; private set; } = seq;

    /// <summary>The time at which the newest statement was stored.</summary>
    public DateTimeOffset Stored { get; private set; } = stored;

    /// <summary>What was written, as those who follow the log will read it.</summary>
    public List<LogEntry> Entries { get; } = [];

    /// <summary>Gives a statement its place and time; strictly after the one before.</summary>
    public void Add(NewStatement one)
    {
        Seq++;
        Stored = now > Stored ? Micros.Cut(now) : Stored.AddTicks(TimeSpan.TicksPerMicrosecond);
        var body = new ArrayBufferWriter<byte>(one.Statement.Bytes.Length + 256);
        one.Statement.Finish(one.Id, Stored, one.Authority.Span, one.Version, body);
        waiting.Add(new LogRow(Seq, Stored, one, body.WrittenSpan.ToArray()));
    }

    /// <summary>Where the rows stand, to come back to when a savepoint is undone.</summary>
    public RowsMark Mark() => new(Seq, Stored, lastTerm.Value);

    /// <summary>Forgets what was added since the mark, numbers of terms included: their rows are undone with the rest.</summary>
    public void BackTo(RowsMark mark)
    {
        (Seq, Stored, lastTerm.Value) = mark;
        waiting.RemoveAll(row => row.Seq > mark.Seq);
        Entries.RemoveAll(entry => entry.Seq > mark.Seq);
        foreach (var term in newTerms.Where(term => term.Value > mark.Term).Select(term => term.Key).ToList())
        {
            newTerms.Remove(term);
        }
    }

    /// <summary>Writes what waits, and moves the head to it.</summary>
    public async Task WriteLast(Work work)
    {
        await Write(work, last: true);
        if (head != (Seq, lastTerm.Value))
        {
            await work.Together(ToHead());
        }
    }

    /// <summary>Writes what waits.</summary>
    public Task Write(Work work) => Write(work, last: false);

    private async Task Write(Work work, bool last)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var rows = waiting.ToArray();
        waiting.Clear();
        var single = await terms.Numbers(work, rows.SelectMany(LogTerms.Single).ToHashSet(), lastTerm, newTerms);
        var pairs = await terms.Numbers(work, work.Dialect is Dialect.Sqlite ? rows.SelectMany(row => LogTerms.Pairs(row.One.Statement.Keys, single)).ToHashSet() : [], lastTerm, newTerms);
        long? Number(TermKind kind, string? text) => text is null ? null : single[new Term(kind, text)];
        var statements = Step.Many(
            InsertStatement,
            rows.Length,
            ("@seq", rows.Select(row => row.Seq).ToArray()),
            ("@id", rows.Select(row => row.One.Id).ToArray()),
            ("@stored", rows.Select(row => row.Stored).ToArray()),
            ("@happened", rows.Select(row => row.One.Statement.Timestamp ?? row.Stored).ToArray()),
            ("@actor", rows.Select(row => Number(TermKind.Agent, row.Keys.Actor)).ToArray()),
            ("@verb", rows.Select(row => Number(TermKind.Verb, row.Keys.Verb)).ToArray()),
            ("@activity", rows.Select(row => Number(TermKind.Activity, row.Keys.Activity)).ToArray()),
            ("@registration", rows.Select(row => row.Keys.Registration).ToArray()),
            ("@authority", rows.Select(row => Number(TermKind.Agent, row.Authority)).ToArray()),
            ("@refers", rows.Select(row => row.Keys.RefersTo).ToArray()),
            ("@voids", rows.Select(row => row.Keys.Voids).ToArray()),
            ("@body", rows.Select(row => row.Body).ToArray()));
        var keys = rows.SelectMany(row => LogTerms.Keys(row, work.Dialect, single, pairs).Select(key => (Key: key, row.Seq))).Order().ToList();
        var references = new LogReferences(terms, lastTerm, newTerms, rows);
        Step[] steps = [statements, ToInsert(keys), .. Undefining.ToNote(rows), .. references.Ask(), .. last ? [ToHead()] : Array.Empty<Step>()];
        await work.Together(steps);
        await references.Follow(work);
        Entries.AddRange(rows.Select(row => new LogEntry(
            row.Seq,
            row.One.Id,
            row.Stored,
            references.WasVoidedBefore(row),
            Number(TermKind.Agent, row.Keys.Actor),
            single[new Term(TermKind.Verb, row.Keys.Verb)],
            Number(TermKind.Activity, row.Keys.Activity),
            row.One.Statement.AsStored(row.One.Id, row.Stored, AuthorityTexts.Read(row.One.Authority), row.One.Version, row.Body))));
    }

    private Step ToHead()
    {
        head = (Seq, lastTerm.Value);
        return Step.Run(MoveHead, ("@seq", Seq), ("@stored", Stored), ("@term", lastTerm.Value));
    }

    /// <summary>Writes keys; those that are there already stay.</summary>
    public static Task InsertKeys(Work work, IReadOnlyList<(long Key, long Seq)> keys) => work.Together(ToInsert(keys));

    private static Step ToInsert(IReadOnlyList<(long Key, long Seq)> keys) =>
        Step.Many(InsertKey, keys.Count, ("@key", keys.Select(k => k.Key).ToArray()), ("@seq", keys.Select(k => k.Seq).ToArray()));
}

/// <summary>Where the rows of a turn stood before a savepoint.</summary>
internal readonly record struct RowsMark(long Seq, DateTimeOffset Stored, long Term);

/// <summary>One statement with its place in the log and its finished bytes.</summary>
internal sealed record LogRow(long Seq, DateTimeOffset Stored, NewStatement One, byte[] Body)
{
    public StatementKeys Keys => One.Statement.Keys;

    /// <summary>The canonical text of the authority's agent.</summary>
    public string? Authority { get; } = AuthorityText(One);

    private static string? AuthorityText(NewStatement one) => AuthorityTexts.Of(one.Authority);
}
