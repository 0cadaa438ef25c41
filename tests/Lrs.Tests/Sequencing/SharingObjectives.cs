using Lrs.Server.Player;
using Xunit;
using static Lrs.Tests.Sequencing.Trees;

namespace Lrs.Tests.Sequencing;

/// <summary>Objectives of the whole course, which one activity writes and another reads (SN 3.10).</summary>
public sealed class SharingObjectives
{
    private static string Primary(string map, string more = "") => $"""<objectives><primaryObjective objectiveID="own" {more}><mapInfo targetObjectiveID="shared" {map}/></primaryObjective></objectives>""";

    private const string Writes = "writeSatisfiedStatus='true' writeNormalizedMeasure='true'";

    private static readonly Dictionary<string, ObjectiveStatus> Met = new() { ["shared"] = new ObjectiveStatus(Success.Passed, 0.9m) };

    // A test first; who passes it skips what it is about.
    private static readonly ActivityTree Pretest = Of(Node("root", Flow, Node("test", Primary(Writes)), Node("lesson", Primary("") + Before("skip", "satisfied")), Node("end", null)));

    [Fact]
    public void A_passed_pretest_skips_the_lesson()
    {
        var state = State(Pretest, 0, false, "passed");
        var passed = GlobalObjectives.Passed(Pretest, state, 0);

        Assert.Equal(Met["shared"], Assert.Single(passed).Value);
        Assert.Equal("1", Decide(Pretest, state, "continue"));
        Assert.Equal("2", Decide(Pretest, state with { Globals = passed }, "continue"));
    }

    [Fact]
    public void What_an_activity_does_not_know_leaves_the_objective_as_it_is()
    {
        Assert.Empty(GlobalObjectives.Passed(Pretest, State(Pretest, 0, false, "incomplete") with { Globals = Met }, 0));
        Assert.Equal(Success.Failed, GlobalObjectives.Passed(Pretest, State(Pretest, 0, false, "failed") with { Globals = Met }, 0)["shared"].Success);
        Assert.Empty(GlobalObjectives.Passed(Pretest, State(Pretest, 1, false, "", "passed"), 1));
    }

    [Fact]
    public void What_an_activity_knows_by_itself_comes_before_what_it_reads()
    {
        var state = State(Pretest, 1, false, "", "failed") with { Globals = Met };

        Assert.Equal(Success.Failed, state.Of(Pretest, Pretest.Named("lesson")!).Success);
        Assert.Equal(Success.Passed, (state with { Units = [ActivityStatus.None, ActivityStatus.None, ActivityStatus.None] }).Of(Pretest, Pretest.Named("lesson")!).Success);
    }

    [Fact]
    public void A_measure_that_is_read_decides_by_the_reader_s_own_mark()
    {
        var tree = Of(Node("root", Flow, Node("u0", """
            <objectives><primaryObjective objectiveID="own" satisfiedByMeasure="true"><minNormalizedMeasure>0.95</minNormalizedMeasure><mapInfo targetObjectiveID="shared" readSatisfiedStatus="false"/></primaryObjective></objectives>
            """)));

        var status = (State(tree) with { Globals = Met }).Of(tree, tree.Named("u0")!);

        Assert.Equal((Success.Failed, 0.9m), (status.Success, status.Measure));
    }

    [Fact]
    public void A_rule_looks_at_the_objective_that_it_names()
    {
        const string rule = """
            <sequencingRules><preConditionRule><ruleConditions><ruleCondition condition="satisfied" referencedObjective="second"/></ruleConditions><ruleAction action="skip"/></preConditionRule></sequencingRules>
            <objectives><primaryObjective/><objective objectiveID="second"><mapInfo targetObjectiveID="shared"/></objective></objectives>
            """;
        var tree = Of(Node("root", Flow, Node("u0", null), Node("u1", rule), Node("u2", null)));

        Assert.Equal("1", Decide(tree, State(tree, 0, false, "", "passed"), "continue"));
        Assert.Equal("2", Decide(tree, State(tree, 0) with { Globals = Met }, "continue"));
    }

    [Fact]
    public void Content_s_own_word_on_an_objective_is_passed_on()
    {
        var tree = Of(Node("root", Flow, Node("u0", $"""<objectives><primaryObjective/><objective objectiveID="second"><mapInfo targetObjectiveID="shared" {Writes}/></objective></objectives>""")));
        var told = ActivityStatus.None with { Attempts = 1, Objectives = new Dictionary<string, ObjectiveStatus> { ["second"] = Met["shared"] } };

        Assert.Equal(Met["shared"], Assert.Single(GlobalObjectives.Passed(tree, State(tree, 0) with { Units = [told] }, 0)).Value);
    }

    [Fact]
    public void A_chapter_passes_on_what_its_units_come_to()
    {
        var tree = Of(Node("root", Flow, Node("c", Flow + Primary(Writes), Node("u0", null), Node("u1", null)), Node("u2", null)));

        Assert.DoesNotContain(GlobalObjectives.Passed(tree, State(tree, 0, false, "passed"), 0), one => one.Value.Success is not Success.Unknown);
        Assert.Equal(Success.Passed, GlobalObjectives.Passed(tree, State(tree, 1, false, "passed", "passed"), 1)["shared"].Success);
    }
}
