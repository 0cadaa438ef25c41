using System.Text.RegularExpressions;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

/// <summary>The corpus of OASIS, spoilt: the parser refuses or takes every request, and what is taken leaves no word or number of its own in the text of a query.</summary>
public sealed partial class MutatedOasisCorpus
{
    private static readonly string[] Sets = ["Products", "Orders", "Customers", "Employees", "Categories", "OrderItems"];

    // Quoted words that queries of ours are known to hold: those of the approved ones.
    private static readonly HashSet<string> Ours =
        [.. new[] { "sqlite", "postgres" }.SelectMany(name => Quoted().Matches(File.ReadAllText(Repository.Path($"tests/Lrs.Tests/OData/Approved/sql-{name}.txt"))).Select(word => word.Value))];

    private static readonly int Each = Environment.GetEnvironmentVariable("LRS_TEST_LONG") is "1" ? 200_000 : 5_000;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Breaks_nothing_and_leaves_no_trace_in_the_text_of_a_query(int seed)
    {
        var mutations = new OasisMutations(seed, Sets, new Dictionary<string, string>());
        var (taken, refused) = (0, 0);
        for (var n = 0; n < Each && OasisMutations.AreThere; n++)
        {
            var url = mutations.Next();
            var question = url.IndexOf('?');
            var outcome = Outcome(url, question < 0 ? url : url[..question], question < 0 ? "" : url[question..]);
            if (outcome is ODataOutcome.Refused why)
            {
                Assert.True(why.Status is 400 or 404 or 405 or 415 or 501 && why.Message.Length > 0, $"{why.Status} {url}");
                refused++;
                continue;
            }

            taken++;
            foreach (var text in Texts(url, outcome))
            {
                Assert.False(text.Contains(OasisMutations.Word, StringComparison.OrdinalIgnoreCase) || text.Contains(OasisMutations.Number, StringComparison.Ordinal), $"{url}\n{text}");
                Assert.DoesNotMatch("--|;|/\\*", Quoted().Replace(text, ""));
                Assert.All(Quoted().Matches(text), word => Assert.Contains(word.Value, Ours));
            }
        }

        // Requests that are all refused, or all taken, test nothing.
        Assert.True(!OasisMutations.AreThere || (taken > Each / 20 && refused > Each / 10), $"{taken} taken, {refused} refused.");
    }

    private static ODataOutcome Outcome(string url, string path, string query)
    {
        try
        {
            return ODataRequest.Parse(path, query, OasisModel.Model, Sample.Context);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException(url, fault);
        }
    }

    // All that a database would be asked, in both dialects.
    private static IEnumerable<string> Texts(string url, ODataOutcome outcome)
    {
        EntityQuery? query = outcome switch
        {
            ODataOutcome.Query ask => ask.Ask,
            ODataOutcome.Single ask => ask.Ask,
            ODataOutcome.Count ask => ask.Ask,
            ODataOutcome.Property ask => ask.Ask,
            _ => null,
        };
        try
        {
            return query is null
                ? []
                : [.. new[] { SqlDialect.Sqlite, SqlDialect.Postgres }.SelectMany(dialect => new[] { query.ToSql(dialect), query.CountSql(dialect), query.RemovedSql(dialect) }).OfType<SqlText>().Select(sql => sql.Text)];
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException(url, fault);
        }
    }

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
