using Xunit;

namespace Lrs.Tests.Requirements;

/// <summary>The tables in <c>tests/requirements</c>: what each version of xAPI asks for, and which test of ours covers it.</summary>
public sealed class CoveringRequirements
{
    private const string Unused = "XAPI-00136";
    private static readonly TestSources Sources = new();

    [Theory]
    [InlineData("1.0.3", 336)]
    [InlineData("2.0", 335)]
    public void Every_requirement_has_one_line(string version, int last)
    {
        var ids = Lines(version).Select(line => line[0]).ToList();

        Assert.Equal(Enumerable.Range(1, last).Select(number => $"XAPI-{number:D5}"), ids.Where(id => id.StartsWith("XAPI-", StringComparison.Ordinal)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0")]
    public void Every_line_has_a_sentence_and_tests_that_there_are(string version)
    {
        var wrong = new List<string>();
        foreach (var line in Lines(version))
        {
            var tests = line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line.Length != 3 || !line[1].EndsWith('.') || (tests.Length == 0 && line[0] != Unused))
            {
                wrong.Add($"{line[0]} has no sentence or no test.");
            }

            wrong.AddRange(tests.Select(test => Sources.Fault(test, line[0])).Where(fault => fault is not null).Select(fault => $"{line[0]}: {fault}."));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("NoSuchClass.Test", "there is no class")]
    [InlineData("CoveringRequirements.No_such_test", "has no test")]
    [InlineData("CoveringRequirements.Every_requirement_has_one_line#TestSources", "has no row for")]
    [InlineData("TestSources", "has no tests")]
    [InlineData("corpus/invalid/no.such.rule", "there is no")]
    [InlineData("two words", "is no reference")]
    public void A_reference_to_what_is_not_there_is_seen(string reference, string fault) =>
        Assert.Contains(fault, Sources.Fault(reference, "XAPI-99999") ?? "", StringComparison.Ordinal);

    private static IEnumerable<string[]> Lines(string version) =>
        File.ReadLines(Repository.Path($"tests/requirements/xapi-{version}.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));
}
