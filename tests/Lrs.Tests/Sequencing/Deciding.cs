using Lrs.Packages;
using Lrs.Server.Player;
using Xunit;
using static Lrs.Tests.Sequencing.Trees;

namespace Lrs.Tests.Sequencing;

public sealed class Deciding
{
    // Root > chapter 1 (0, 1), chapter 2 (2, 3).
    private static ActivityTree Chapters(string? root = Flow, string? first = Flow, string? second = Flow, string? unit1 = null, string? unit2 = null) => Of(
        Node("root", root, Node("c1", first, Node("u0", null), Node("u1", unit1)), Node("c2", second, Node("u2", unit2), Node("u3", null))));

    [Fact]
    public void Flow_goes_from_unit_to_unit_over_chapters()
    {
        var tree = Chapters();

        Assert.Equal("0", Decide(tree, State(tree), "start"));
        Assert.Equal("1", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("2", Decide(tree, State(tree, 1), "continue"));
        Assert.Equal("refused", Decide(tree, State(tree, 3), "continue"));
        Assert.Equal("1", Decide(tree, State(tree, 2), "previous"));
        Assert.Equal("refused", Decide(tree, State(tree, 0), "previous"));
        Assert.Equal("refused", Decide(tree, State(tree), "previous"));
    }

    [Fact]
    public void Without_flow_the_learner_chooses()
    {
        var tree = Chapters(root: "");

        Assert.Equal("nothing", Decide(tree, State(tree), "start"));
        Assert.Equal("refused", Decide(tree, State(tree, 1), "continue"));
        Assert.Equal("1", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("3", Decide(tree, State(tree, 0), "{target=u3}choice"));
        Assert.Equal("refused", Decide(tree, State(tree, 0), "{target=root}choice"));
    }

    [Fact]
    public void A_course_without_any_sequencing_is_open_in_every_direction()
    {
        var tree = Of(Node("root", null, Node("u0", null), Node("u1", null)));

        Assert.Equal("0", Decide(tree, State(tree), "start"));
        Assert.Equal("1", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("0", Decide(tree, State(tree, 1), "previous"));
        Assert.Equal("1", Decide(tree, State(tree), "{target=u1}choice"));
    }

    [Fact]
    public void Forward_only_lets_nobody_back()
    {
        var tree = Chapters(first: """<controlMode flow="true" forwardOnly="true"/>""");

        Assert.Equal("1", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("refused", Decide(tree, State(tree, 1), "previous"));
        Assert.Equal("refused", Decide(tree, State(tree, 1), "{target=u0}choice"));
        Assert.Equal("2", Decide(tree, State(tree, 3), "previous"));
    }

    [Fact]
    public void Choice_obeys_its_control_modes()
    {
        var closed = Chapters(second: """<controlMode choice="false" flow="true"/>""");
        var held = Chapters(first: """<controlMode flow="true" choiceExit="false"/>""");

        Assert.Equal("refused", Decide(closed, State(closed, 0), "{target=u3}choice"));
        Assert.Equal("2", Decide(closed, State(closed, 0), "{target=c2}choice"));
        Assert.Equal("1", Decide(closed, State(closed, 0), "{target=u1}choice"));
        Assert.Equal("refused", Decide(held, State(held, 0), "{target=u3}choice"));
        Assert.Equal("1", Decide(held, State(held, 0), "{target=u1}choice"));
        Assert.Equal("3", Decide(held, State(held), "{target=u3}choice"));
    }

    [Fact]
    public void Jump_goes_past_the_rules_for_choosing()
    {
        var tree = Chapters(second: """<controlMode choice="false" flow="true"/>""");

        Assert.Equal("3", Decide(tree, State(tree, 0), "{target=u3}jump"));
        Assert.Null(NavigationRequest.Read(tree, "{target=nowhere}jump"));
        Assert.Null(NavigationRequest.Read(tree, "{target=u3}dance"));
        Assert.Null(NavigationRequest.Read(tree, "_none_"));
    }

    [Fact]
    public void Suspending_and_resuming_comes_back_to_the_same_unit()
    {
        var tree = Chapters();

        Assert.Equal("suspended", Decide(tree, State(tree, 2), "suspendAll"));
        Assert.Equal("2", Decide(tree, State(tree, 2, suspended: true), "resumeAll"));
        Assert.Equal("0", Decide(tree, State(tree), "resumeAll"));
    }

    [Fact]
    public void Leaving_ends_the_unit_or_the_course()
    {
        var tree = Chapters();

        Assert.Equal("nothing", Decide(tree, State(tree, 1), "exit"));
        Assert.Equal("nothing", Decide(tree, State(tree, 1), "abandon"));
        Assert.Equal("left", Decide(tree, State(tree, 1), "exitAll"));
        Assert.Equal("left", Decide(tree, State(tree, 1), "abandonAll"));
    }

    [Fact]
    public void A_skipped_unit_is_passed_by_in_both_directions()
    {
        var tree = Chapters(unit1: Before("skip", "satisfied"));

        Assert.Equal("1", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("2", Decide(tree, State(tree, 0, false, "", "passed"), "continue"));
        Assert.Equal("0", Decide(tree, State(tree, 2, false, "", "passed"), "previous"));
        Assert.Equal("1", Decide(tree, State(tree, 2, false, "", "passed"), "{target=u1}choice"));
    }

    [Fact]
    public void A_disabled_unit_is_not_delivered_by_any_way()
    {
        var tree = Chapters(unit2: Before("disabled", "completed"));

        foreach (var request in new[] { "continue", "{target=u2}choice", "{target=u2}jump" })
        {
            Assert.Equal("2", Decide(tree, State(tree, 1), request));
            Assert.Equal("refused", Decide(tree, State(tree, 1, false, "", "", "completed"), request));
        }
    }

    [Fact]
    public void Nobody_gets_past_a_unit_that_stops()
    {
        var tree = Chapters(unit1: """
            <sequencingRules><preConditionRule><ruleConditions conditionCombination="any"><ruleCondition condition="satisfied" operator="not"/><ruleCondition condition="objectiveStatusKnown" operator="not"/></ruleConditions><ruleAction action="stopForwardTraversal"/></preConditionRule></sequencingRules>
            """);

        Assert.Equal("refused", Decide(tree, State(tree, 1), "continue"));
        Assert.Equal("refused", Decide(tree, State(tree, 0), "{target=u3}choice"));
        Assert.Equal("refused", Decide(tree, State(tree, 1, false, "", "failed"), "continue"));
        Assert.Equal("2", Decide(tree, State(tree, 1, false, "", "passed"), "continue"));
        Assert.Equal("3", Decide(tree, State(tree, 0, false, "", "completed"), "{target=u3}choice"));
    }

    [Fact]
    public void A_hidden_unit_cannot_be_chosen_and_still_follows()
    {
        var tree = Chapters(unit2: Before("hiddenFromChoice", "always"));

        Assert.Equal("refused", Decide(tree, State(tree, 1), "{target=u2}choice"));
        Assert.Equal("2", Decide(tree, State(tree, 1), "continue"));
    }

    [Fact]
    public void What_follows_the_end_of_a_unit_is_done()
    {
        var on = Chapters(unit1: After("continue", "satisfied"));
        var again = Chapters(unit1: After("retry", "always"));
        var over = Chapters(unit1: After("exitAll", "completed"));

        Assert.Equal("nothing", Decide(on, State(on, 1, false, "", "failed"), "exit"));
        Assert.Equal("2", Decide(on, State(on, 1, false, "", "passed"), "exit"));
        Assert.Equal("1", Decide(again, State(again, 1), "exit"));
        Assert.Equal("left", Decide(over, State(over, 1, false, "", "completed"), "exit"));
    }

    [Fact]
    public void The_end_of_a_unit_comes_before_what_was_asked_for()
    {
        var again = Chapters(unit1: After("retry", "objectiveStatusKnown"));
        var parent = Chapters(first: Flow + After("continue", "always"), unit1: After("exitParent", "always"));

        Assert.Equal("1", Decide(again, State(again, 1, false, "", "failed"), "continue"));
        Assert.Equal("2", Decide(again, State(again, 1), "continue"));
        Assert.Equal("2", Decide(again, State(again, 1, suspended: true, "", "failed"), "continue"));
        Assert.True(Sequencer.IsPossible(again, State(again, 1, false, "", "failed"), new NavigationRequest.Continue()));
        Assert.Equal("2", Decide(parent, State(parent, 0), "exit") is "nothing" ? Decide(parent, State(parent, 1), "exit") : "");
    }

    [Fact]
    public void A_chapter_can_end_because_of_what_is_inside()
    {
        const string leaves = """
            <sequencingRules><exitConditionRule><ruleConditions><ruleCondition condition="satisfied"/></ruleConditions><ruleAction action="exit"/></exitConditionRule></sequencingRules>
            <rollupRules><rollupRule childActivitySet="any"><rollupConditions><rollupCondition condition="satisfied"/></rollupConditions><rollupAction action="satisfied"/></rollupRule></rollupRules>
            """;
        var tree = Chapters(first: Flow + leaves);

        Assert.Equal("1", Decide(tree, State(tree, 0, false, "failed"), "continue"));
        Assert.Equal("2", Decide(tree, State(tree, 0, false, "passed"), "continue"));
        Assert.Equal("nothing", Decide(tree, State(tree, 0, false, "passed"), "exit"));
    }

    [Fact]
    public void Choice_can_be_narrowed()
    {
        var closed = Chapters(second: Flow + """<constrainedChoiceConsiderations preventActivation="true"/>""");
        var beside = Of(Node("root", Flow, Node("u0", """<constrainedChoiceConsiderations constrainChoice="true"/>"""), Node("u1", null), Node("u2", null)));

        Assert.Equal("refused", Decide(closed, State(closed, 0), "{target=u3}choice"));
        Assert.Equal("3", Decide(closed, State(closed, 2), "{target=u3}choice"));
        Assert.Equal("1", Decide(beside, State(beside, 0), "{target=u1}choice"));
        Assert.Equal("refused", Decide(beside, State(beside, 0), "{target=u2}choice"));
        Assert.Equal("0", Decide(beside, State(beside, 2), "{target=u0}choice"));
    }

    [Fact]
    public void Backwards_a_chapter_that_goes_forwards_only_is_entered_at_its_beginning()
    {
        var tree = Chapters(first: """<controlMode flow="true" forwardOnly="true"/>""");

        Assert.Equal("0", Decide(tree, State(tree, 2), "previous"));
    }

    [Fact]
    public void An_attempt_limit_closes_a_unit_unless_it_was_left_in_the_middle()
    {
        var tree = Chapters(unit1: """<limitConditions attemptLimit="1"/>""");

        Assert.Equal("1", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("refused", Decide(tree, State(tree, 0, false, "", "failed"), "continue"));
        Assert.Equal("1", Decide(tree, State(tree, 1, suspended: true, "", "incomplete"), "resumeAll"));
    }

    [Fact]
    public void A_cluster_is_judged_by_what_it_holds()
    {
        var tree = Of(Node("root", Flow, Node("c1", Flow, Node("u0", null), Node("u1", null)), Node("c2", Flow + Before("disabled", "always"), Node("u2", null)), Node("c3", Flow, Node("u3", null))));
        var state = State(tree, 1, false, "passed", "completed");

        Assert.Equal(new ActivityStatus(Completion.Completed, Success.Passed, 0.45m, 1), state.Of(tree, tree.Named("c1")!));
        Assert.Equal(Completion.Unknown, state.Of(tree, tree.Root).Completion);
        Assert.Equal("refused", Decide(tree, state, "continue"));
        Assert.Equal("3", Decide(tree, state, "{target=u3}choice"));
    }

    [Fact]
    public void Prerequisites_of_scorm_12_close_a_unit_and_say_what_is_missing()
    {
        var tree = Of(Node("root", null, Node("u0", null), Node("u1", null), Node("u2", null)), PackageKind.Scorm12, null, "u0", "u0 & u1=\"passed\"");

        Assert.Equal("refused", Decide(tree, State(tree, 0), "continue"));
        Assert.Equal("1", Decide(tree, State(tree, 0, false, "completed"), "continue"));
        Assert.Equal("refused", Decide(tree, State(tree, 0, false, "completed", "completed"), "{target=u2}choice"));
        Assert.Equal("2", Decide(tree, State(tree, 0, false, "completed", "passed"), "{target=u2}choice"));
        var refused = Assert.IsType<Delivery.Refused>(Sequencer.Decide(tree, State(tree, 0), new NavigationRequest.Choice(tree.Named("u2")!.Index)));
        Assert.Equal("“u2” opens when these are done: “u0”, “u1”.", refused.Reason);
    }
}
