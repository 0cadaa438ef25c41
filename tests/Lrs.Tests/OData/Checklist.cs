using System.Text.RegularExpressions;
using Xunit;

namespace Lrs.Tests.OData;

public sealed partial class Checklist
{
    // How many lines each level of section 13 has that a service which only reads can answer to.
    private static readonly Dictionary<string, int> Levels = new()
    {
        ["4.0 Minimal"] = 17, ["4.0 Intermediate"] = 17, ["4.0 Advanced"] = 16, ["4.01 Minimal"] = 17, ["4.01 Intermediate"] = 11, ["4.01 Advanced"] = 10,
    };

    private static readonly List<(string Line, string Says, string Test)> Rows =
        [.. Row().Matches(File.ReadAllText(Repository.Path("src/Lrs.OData/CONFORMANCE.md"))).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value))];

    [Fact]
    public void Has_every_line_of_every_level()
    {
        foreach (var (level, count) in Levels)
        {
            var numbers = Rows.Where(r => r.Line.StartsWith(level + " ")).Select(r => int.Parse(Regex.Match(r.Line[(level.Length + 1)..], @"^\d+").Value)).Distinct();
            Assert.Equal(Enumerable.Range(1, count), numbers);
        }
    }

    [Fact]
    public void Has_a_test_for_every_line_that_asks_something()
    {
        var tests = Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/"))
            .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileNameWithoutExtension(file)}.{m.Groups[1].Value}"))
            .ToHashSet();

        Assert.Empty(Rows.Where(r => r.Test is not "–" && !tests.Contains(r.Test)).Select(r => $"{r.Line}: {r.Test}"));
        Assert.All(Rows.Where(r => r.Test is "–"), r => Assert.Matches("not supported|has none|there are no|there are none|any case: no", r.Says));
    }

    [GeneratedRegex(@"^\| (4\.0\S* \w+ \S+|Aggregation) \| (.+?) \| (\S+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?:Fact|Theory)[^\n]*\]\s*(?:\[[^\n]*\n\s*|//[^\n]*\n\s*)*public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Test();
}
