using Xunit;

namespace Lrs.Tests.Requirements;

/// <summary><c>tests/requirements/cmi5-lms.tsv</c>: what cmi5 asks of a learning management system, and which test of ours covers it.</summary>
public sealed class CoveringCmi5
{
    private const int All = 203;
    private static readonly TestSources Sources = new();

    private static readonly List<string[]> Lines =
        [.. File.ReadLines(Repository.Path("tests/requirements/cmi5-lms.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))];

    [Fact]
    public void Every_requirement_has_one_line()
    {
        Assert.Equal(All, Lines.Count);
        Assert.Equal(All, Lines.Select(line => line[0]).Distinct().Count());
        Assert.All(Lines, line => Assert.Matches(@"^[0-9]+(\.[0-9]+){3}-[0-9]+( \(d[0-9]*\))?$", line[0]));
    }

    [Fact]
    public void Every_line_has_a_sentence_and_tests_that_there_are()
    {
        var wrong = new List<string>();
        foreach (var line in Lines)
        {
            var tests = line.Length == 3 ? line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (tests.Length == 0 || !line[1].EndsWith('.'))
            {
                wrong.Add($"{line[0]} has no sentence or no test.");
            }

            wrong.AddRange(tests.Select(test => Sources.Fault(test, line[0])).Where(fault => fault is not null).Select(fault => $"{line[0]}: {fault}."));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
