using Lrs.Packages.Scorm;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class ReadingPrerequisites
{
    private static readonly Dictionary<string, string> Statuses = new()
    {
        ["P"] = "passed",
        ["C"] = "completed",
        ["F"] = "failed",
        ["I"] = "incomplete",
        ["N"] = "not attempted",
        ["a-b.c"] = "passed",
    };

    [Theory]
    [InlineData("P", true)]
    [InlineData("C", true)]
    [InlineData("F", false)]
    [InlineData("I", false)]
    [InlineData("N", false)]
    [InlineData("a-b.c", true)]
    [InlineData("P&C", true)]
    [InlineData("P & I", false)]
    [InlineData("N|I|C", true)]
    [InlineData("N | I & C", false)]
    [InlineData("P | I & N", true)]
    [InlineData("(P | I) & N", false)]
    [InlineData("~N", true)]
    [InlineData("~P", false)]
    [InlineData("~(P & N)", true)]
    [InlineData("F=\"failed\"", true)]
    [InlineData("F=failed", true)]
    [InlineData("F=f", true)]
    [InlineData("P=c", false)]
    [InlineData("N=\"not attempted\"", true)]
    [InlineData("P<>\"failed\"", true)]
    [InlineData("F<>F", false)]
    [InlineData("2*{P, C, N}", true)]
    [InlineData("3*{P, C, N}", false)]
    [InlineData("1*{N, P & C} & ~F", true)]
    [InlineData("Gone", true)]
    [InlineData("Gone & P", true)]
    public void Answers_by_the_statuses_of_items(string text, bool holds)
    {
        Assert.True(Prerequisites.TryParse(text, out var script, out var fault), fault);
        Assert.Equal(holds, script.Holds(name => Statuses.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData("", "an identifier is missing at character 1")]
    [InlineData("P &", "an identifier is missing at character 4")]
    [InlineData("(P", "')' is missing at character 3")]
    [InlineData("P)", "')' is not expected at character 2")]
    [InlineData("3*{P}", "3 of 1 cannot be at character 6")]
    [InlineData("P=\"open\"", "'open' is none of passed, completed, failed, incomplete, browsed, not attempted at character 9")]
    [InlineData("P=\"failed", "a quotation mark is not closed at character 10")]
    [InlineData("P C", "'C' is not expected at character 3")]
    public void Says_what_is_wrong_and_where(string text, string expected)
    {
        Assert.False(Prerequisites.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Ends_in_the_depth_of_hostile_nesting()
    {
        Assert.False(Prerequisites.TryParse(new string('(', 100_000), out _, out var fault));
        Assert.Contains("deeper than 50", fault);
    }

    [Fact]
    public void Names_each_item_once()
    {
        Assert.True(Prerequisites.TryParse("A & (B=\"passed\" | ~A) & 1*{C}", out var script, out _));
        Assert.Equal(["A", "B", "C"], script.Names());
    }
}
