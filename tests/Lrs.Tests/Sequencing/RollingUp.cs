using Lrs.Server.Player;
using Xunit;
using static Lrs.Tests.Sequencing.Trees;

namespace Lrs.Tests.Sequencing;

/// <summary>From children to their parent (SN 3.7, 4.6).</summary>
public sealed class RollingUp
{
    private static ActivityStatus Root(string rules, string[] words, string? child = null)
    {
        var tree = Of(Node("root", Flow + rules, Node("u0", child), Node("u1", null), Node("u2", null)));
        return State(tree, null, false, words).Of(tree, tree.Root);
    }

    private static string Rule(string set, string condition, string action, string more = "", string how = "") => $"""
        <rollupRules><rollupRule childActivitySet="{set}" {more}><rollupConditions><rollupCondition condition="{condition}" {how}/></rollupConditions><rollupAction action="{action}"/></rollupRule></rollupRules>
        """;

    [Theory]
    [InlineData("passed passed passed", nameof(Completion.Completed), nameof(Success.Passed))]
    [InlineData("passed failed passed", nameof(Completion.Completed), nameof(Success.Failed))]
    [InlineData("passed failed", nameof(Completion.Unknown), nameof(Success.Unknown))]
    [InlineData("passed incomplete passed", nameof(Completion.Incomplete), nameof(Success.Unknown))]
    [InlineData("", nameof(Completion.Unknown), nameof(Success.Unknown))]
    public void Without_rules_all_children_count(string words, string completion, string success)
    {
        var status = Root("", words.Split(' '));

        Assert.Equal((completion, success), ($"{status.Completion}", $"{status.Success}"));
    }

    [Theory]
    [InlineData("any", "", "passed", nameof(Success.Passed))]
    [InlineData("any", "", "failed failed failed", nameof(Success.Unknown))]
    [InlineData("none", "", "failed failed failed", nameof(Success.Passed))]
    [InlineData("none", "", "failed failed", nameof(Success.Unknown))]
    [InlineData("atLeastCount", "minimumCount='2'", "passed failed passed", nameof(Success.Passed))]
    [InlineData("atLeastCount", "minimumCount='2'", "passed", nameof(Success.Unknown))]
    [InlineData("atLeastPercent", "minimumPercent='0.6'", "passed failed passed", nameof(Success.Passed))]
    [InlineData("atLeastPercent", "minimumPercent='0.7'", "passed failed passed", nameof(Success.Unknown))]
    public void A_rule_says_how_many_children_it_takes(string set, string more, string words, string success) =>
        Assert.Equal(success, Root(Rule(set, "satisfied", "satisfied", more), words.Split(' ')).Success.ToString());

    [Fact]
    public void What_is_unknown_is_not_the_opposite()
    {
        Assert.Equal(Success.Unknown, Root(Rule("any", "satisfied", "notSatisfied", how: "operator='not'"), ["passed"]).Success);
        Assert.Equal(Success.Failed, Root(Rule("any", "satisfied", "notSatisfied", how: "operator='not'"), ["passed", "failed"]).Success);
    }

    [Fact]
    public void Measures_are_weighed_and_can_decide()
    {
        const string byMeasure = """<objectives><primaryObjective satisfiedByMeasure="true"><minNormalizedMeasure>0.5</minNormalizedMeasure></primaryObjective></objectives>""";

        Assert.Equal((0.3m, Success.Failed), (Root(byMeasure, ["passed"]).Measure, Root(byMeasure, ["passed"]).Success));
        Assert.Equal(Success.Passed, Root(byMeasure, ["passed"], """<rollupRules objectiveMeasureWeight="2.9"/>""").Success);
        Assert.Equal(Success.Unknown, Root(byMeasure, []).Success);
    }

    [Theory]
    [InlineData("""<deliveryControls tracked="false"/>""")]
    [InlineData("""<rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false"/>""")]
    [InlineData("""<rollupConsiderations requiredForSatisfied="ifAttempted" requiredForCompleted="ifAttempted"/>""")]
    [InlineData("""<sequencingRules><preConditionRule><ruleConditions><ruleCondition condition="always"/></ruleConditions><ruleAction action="skip"/></preConditionRule></sequencingRules><rollupConsiderations requiredForSatisfied="ifNotSkipped" requiredForCompleted="ifNotSkipped"/>""")]
    public void A_child_can_stand_aside(string child)
    {
        var status = Root("", ["", "passed", "passed"], child);

        Assert.Equal((Completion.Completed, Success.Passed), (status.Completion, status.Success));
    }
}
