using System.Buffers;
using System.Text;
using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Benchmarks;

/// <summary>A statement as the log keeps it: the finished bytes and the numbers it is found by.</summary>
internal sealed record SampleRow(Sample Body, DateTimeOffset Happened, long Actor, long Verb, long Activity, long Authority, long[] Keys)
{
    /// <summary>The key of the registration, which is new with each session; SQLite keeps it, PostgreSQL has a column.</summary>
    public long RegistrationKey => LogKey.Registration(Body.Registration);
}

/// <summary>Gives texts their numbers and makes rows, exactly as the server's own code does.</summary>
internal sealed class SampleTerms(Dialect dialect, long last)
{
    private static readonly byte[] AuthorityJson = Encoding.UTF8.GetBytes("""{"objectType":"Agent","account":{"homePage":"https://lrs.example/t/default/credentials","name":"bench"}}""");

    private readonly Dictionary<Term, long> known = [];

    /// <summary>The highest number given.</summary>
    public long Last { get; private set; } = last;

    /// <summary>Terms with their numbers that no one has taken yet.</summary>
    public List<(Term Term, long Id)> Fresh { get; } = [];

    /// <summary>The row of a statement.</summary>
    public SampleRow Row(Sample sample)
    {
        var faults = new Faults();
        var statement = StatementReader.Read(sample.Json, XapiVersion.V1, faults) ?? throw new InvalidOperationException($"The generator made a faulty statement: {faults[0]}");
        var row = new LogRow(0, DateTimeOffset.UnixEpoch, new NewStatement(statement, sample.Id, AuthorityJson, XapiVersion.V1), []);
        Number(LogTerms.Single(row));
        var pairs = dialect is Dialect.Sqlite ? LogTerms.Pairs(row.Keys, known).ToList() : [];
        Number(pairs);
        var keys = LogTerms.Keys(row, dialect, known, pairs.Count == 0 ? new Dictionary<Term, long>() : known).ToHashSet();
        keys.Remove(LogKey.Registration(sample.Registration));
        var body = new ArrayBufferWriter<byte>();
        statement.Finish(sample.Id, DateTimeOffset.UnixEpoch, AuthorityJson, XapiVersion.V1, body);
        return new SampleRow(
            new Sample(body.WrittenSpan.ToArray(), sample.Id, sample.Registration, sample.IsFirst),
            statement.Timestamp!.Value,
            known[new Term(TermKind.Agent, row.Keys.Actor!)],
            known[new Term(TermKind.Verb, row.Keys.Verb)],
            known[new Term(TermKind.Activity, row.Keys.Activity!)],
            known[new Term(TermKind.Agent, row.Authority!)],
            [.. keys.Order()]);
    }

    private void Number(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
        {
            if (known.TryAdd(term, Last + 1))
            {
                Fresh.Add((term, ++Last));
            }
        }
    }
}
