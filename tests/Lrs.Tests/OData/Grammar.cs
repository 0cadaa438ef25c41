using System.Text.RegularExpressions;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed partial class Grammar
{
    /// <summary>Negative cases that parse here, and why.</summary>
    private static readonly Dictionary<string, string> Lenient = new()
    {
        ["$filter= true"] = "A space at the start harms nobody, and clients send it.",
        ["Model.Available"] = "Whether a qualified name is a type or a function is the model's matter; the binder refuses it.",
    };

    [Theory]
    [InlineData("Products/$count($filter=Price gt 5.00) gt 2")]
    [InlineData("Addresses/$filter(endswith(Street,'St'))/$count lt 10")]
    [InlineData("not endswith(Name,'ilk') AND Price Lt 2.55")]
    [InlineData("style has Sales.Pattern'Yellow'")]
    [InlineData("Name in [\"Milk\", 'Cheese']")]
    [InlineData("{\"a\":Customer/Name,\"b\":[1,2 add 3,{}],\"c\":\"\\u0041\\\"\"} eq null")]
    [InlineData("Products/Model.ProductsByColor(color=@color)/any(p:p/x ge -1.5e-3)")]
    [InlineData("@Core.Messages/any(m:m/severity eq 'error')")]
    [InlineData("Price/@Currency#Reporting eq 'EUR'")]
    [InlineData("geo.length(geography'SRID=0;LineString(142.1 64.1,3.14 2.78)') gt -INF")]
    [InlineData("cast(Category,Model.Customer)/Name eq null")]
    public void Of_expressions_is_known(string expression) => Parse(expression);

    [Theory]
    [InlineData("any()")]
    [InlineData("Products/all()")]
    [InlineData("Products/any")]
    [InlineData("FirstName in (FirstName,LastName)")]
    [InlineData("EmailAddresses eq ('Miller','Smith')")]
    [InlineData("a eq \"x")]
    [InlineData("a eq 1x")]
    [InlineData("a ! b")]
    [InlineData("[1,2")]
    [InlineData("{\"a\"}")]
    public void Refuses_what_it_does_not_allow(string expression) => Assert.Throws<RefusedException>(() => Parse(expression));

    [Fact]
    public void Covers_the_expressions_of_the_corpus_of_OASIS_where_it_is_at_hand()
    {
        foreach (var (rule, input, positive) in Corpus())
        {
            var expected = positive || Lenient.ContainsKey(input);
            Assert.True(expected == Parses(rule, input), $"{rule}: {input}");
        }
    }

    private static bool Parses(string rule, string input)
    {
        try
        {
            if (rule is "filter" or "orderby")
            {
                var options = QueryOptions.Read(input, new ODataLimits());
                if (rule is "orderby")
                {
                    new ExpressionParser(options["orderby"]!, "$orderby", new NodeBudget(new ODataLimits())).OrderBy();
                    return true;
                }

                input = options["filter"]!;
            }
            else
            {
                input = Uri.UnescapeDataString(input);
            }

            Parse(input);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private static void Parse(string expression) => new ExpressionParser(expression, "$filter", new NodeBudget(new ODataLimits())).Whole();

    private static List<(string Rule, string Input, bool Positive)> Corpus()
    {
        var file = Repository.Path("../shared/data/odata-abnf-testcases.yaml");
        var cases = new List<(string, string, bool)>();
        foreach (var block in File.Exists(file) ? File.ReadAllText(file).Split("\n  - ") : [])
        {
            var rule = Field("Rule", block);
            if (rule is "filter" or "orderby" or "commonExpr" or "boolCommonExpr")
            {
                cases.Add((rule, Field("Input", block), !block.Contains("FailAt:")));
            }
        }

        Assert.True(cases.Count > 150 || !File.Exists(file), "The corpus was not understood.");
        return cases;
    }

    // As much of YAML as the file uses: plain and quoted scalars that may run over several lines.
    private static string Field(string name, string block)
    {
        var match = Regex.Match(block, $@"^ *{name}: *(.*(?:\n {{6,}}\S.*)*)", RegexOptions.Multiline);
        var text = Folds().Replace(match.Groups[1].Value.Trim(), " ").Trim();
        return text switch
        {
            ['\'', .., '\''] => text[1..^1].Replace("''", "'"),
            ['"', .., '"'] => text[1..^1].Replace("\\\"", "\""),
            _ => text,
        };
    }

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex Folds();
}
