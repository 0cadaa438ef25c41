using System.Text.RegularExpressions;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

/// <summary>
/// The corpus of OASIS against the parser: what it calls right parses, what it calls wrong is refused. It is read where it is at hand
/// and not part of the repository.
/// </summary>
public sealed partial class OasisCorpus
{
    /// <summary>Rules that no request to a service which only reads can be about.</summary>
    private static readonly Dictionary<string, string> NotForUs = new()
    {
        ["context"] = "Context URLs are what the service writes; no client sends them.",
        ["header"] = "Header lines are read by the web server.",
        ["request-id"] = "Ids in batches are any text here.",
        ["odataIdentifier"] = "Names are looked up in the model; what is not in it is refused.",
        ["enumValue"] = "The model has no enumerations.",
        ["customQueryOption"] = "Custom options are ignored, whatever they look like.",
        ["skiptoken"] = "Tokens are sealed; any other text is refused.",
        ["deltatoken"] = "Tokens are sealed; any other text is refused.",
        ["functionParameter"] = "The model has no functions.",
        ["entitySetName"] = "Names are looked up in the model.",
        ["stringInUrl"] = "Part of rules that are tested.",
        ["null"] = "Part of rules that are tested.",
    };

    /// <summary>Where this service differs, and why.</summary>
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["1972-06-30T23:59:60Z"] = "Neither .NET nor the databases have leap seconds.",
        ["0000-01-01T00:00Z"] = "Times begin with the year 1.",
        ["-10000-04-01T00:00Z"] = "Times begin with the year 1.",
        ["-INF"] = "The databases' decimals have no infinity; doubles do.",
        ["INF"] = "The databases' decimals have no infinity; doubles do.",
        ["NaN"] = "The databases' decimals have no such value; doubles do.",
        ["SRID=0;Point(142.1 64.1)"] = "A value as payloads have it; the model has no places.",
        ["a123456789abcdefABA="] = "A value as payloads have it; the model has no binary properties.",
        ["ProductsByCategoryId(categoryId=2)(2)"] = "The model has no functions, so nothing has two pairs of parentheses.",
        ["Products/$filter(Age gt 3)(ID='Sugar')"] = "Within an expression an entity of a filtered collection is found by any, not by key.",
        ["$filter= true"] = "A space at the start harms nobody, and clients send it.",
        ["$search=#1"] = "A number sign does not come over the wire; where it does, it is a letter of the word.",
        ["$search=more&more"] = "What follows the ampersand is a custom option, which is ignored.",
        ["$search=a;b"] = "At the top of a URL a semicolon separates nothing.",
        ["$expand=Manager($search=a%3Bb)"] = "Within parentheses a semicolon separates, encoded or not; in apostrophes it does not.",
        ["$format=json&$Format=atom&$format=xml&$format=text/html"] = "An option that is given twice is a mistake.",
        ["$format=JSON&$format=Atom&$format=XML&$format=text/html"] = "An option that is given twice is a mistake.",
    };

    /// <summary>The only text that a query of ours holds as text.</summary>
    private static readonly string[] OurWords = ["' '", "'unixepoch'", "'%Y'", "'%m'", "'%d'", "'%!.17g'", "'true'", "'false'", "'-'", "'PT'", "'S'", "'%.6f'", "'.%06d'", "'%H:%M:%S'", "'.%06dZ'", "'%Y-%m-%dT%H:%M:%S'", "''"];

    [Fact]
    public void Parses_what_is_right_and_refuses_what_is_wrong()
    {
        var (seen, wrong, used) = (0, new List<string>(), new HashSet<string>());
        foreach (var one in OasisCase.All().Where(c => !NotForUs.ContainsKey(c.Rule)))
        {
            seen++;
            var parses = one.Positive ? OasisRules.Parses(one) : !OasisRules.IsRefused(one);
            if (parses == one.Positive)
            {
                continue;
            }

            if (Differences.ContainsKey(one.Input))
            {
                used.Add(one.Input);
            }
            else
            {
                wrong.Add($"{(one.Positive ? "refused" : "taken")} {one.Rule}: {one.Input}  {OasisRules.Why}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(seen == 0 || used.Count == Differences.Count, $"No difference any more: {string.Join(", ", Differences.Keys.Except(used))}");
    }

    [Fact]
    public void Never_breaks_anything_as_a_request()
    {
        foreach (var one in OasisCase.All())
        {
            foreach (var url in new[] { one.Input, "Products?" + one.Input, "Products?$filter=" + one.Input, "Products?$orderby=" + one.Input, "Products?$apply=" + one.Input, "Products?$expand=" + one.Input, "Products(" + one.Input + ")" })
            {
                var question = url.IndexOf('?');
                var outcome = ODataRequest.Parse(question < 0 ? url : url[..question], question < 0 ? "" : url[question..], OasisModel.Model, Sample.Context);
                if (outcome is ODataOutcome.Query { Ask: var ask })
                {
                    Assert.All(Quoted().Matches(ask.ToSql(SqlDialect.Sqlite).Text), word => Assert.Contains(word.Value, OurWords));
                }
            }
        }
    }

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
