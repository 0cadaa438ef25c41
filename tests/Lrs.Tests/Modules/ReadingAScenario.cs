using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class ReadingAScenario
{
    private const string Good = """
        ```scenario
        id: hour
        title: The first hour
        start: door
        scenes:
          - id: quiet
            text: All is quiet.
            ending: good
          - id: door
            title: At the door
            text: |
              You *arrive*.
            choices:
              - {id: a, text: Knock, feedback: She opens., next: quiet}
              - {id: b, text: Leave, feedback: Nobody helps., next: worse}
            answer: a
          - id: worse
            text: It gets worse.
            ending: poor
        ```
        """;

    [Fact]
    public void It_becomes_scenes_with_the_first_first()
    {
        var scenario = Assert.IsType<Block.Played>(Assert.Single(new ModuleSource().Screen(Good).Module().Screens[0].Blocks)).Scenario;

        Assert.Equal(("hour", "The first hour"), (scenario.Id, scenario.Title));
        Assert.Equal(["door", "quiet", "worse"], scenario.Scenes.Select(scene => scene.Id));
        Assert.Equal([null, Ending.Good, Ending.Poor], scenario.Scenes.Select(scene => scene.Ending));
        var door = scenario.Scenes[0];
        Assert.Equal(("hour-door", QuestionUse.Scene, "You arrive."), (door.Question!.Id, door.Question.Use, door.Question.Text));
        Assert.Equal("<p>You <em>arrive</em>.</p>\n", door.Html);
        Assert.Equal(("quiet", "worse"), (door.Next["a"], door.Next["b"]));
    }

    [Fact]
    public void Several_answers_may_each_be_the_best()
    {
        var page = new ModuleSource().Screen(Good.Replace("answer: a", "answer: [a, b]", StringComparison.Ordinal)).Module();

        Assert.Equal(["a", "b"], Assert.IsType<Block.Played>(page.Screens[0].Blocks[0]).Scenario.Scenes[0].Question!.Answer);
    }

    [Theory]
    [InlineData("start: door", "start: gate", 7, "no scene 'gate'")]
    [InlineData("next: worse", "next: nowhere", 18, "no scene 'nowhere'", 2)]
    [InlineData("next: worse", "next: door", 18, "leads back to 'door'", 2)]
    [InlineData("next: worse", "next: quiet", 20, "No choice leads to the scene 'worse'")]
    [InlineData("ending: poor", "ending: sad", 22, "good, mixed or poor")]
    [InlineData("    ending: poor", "    title: Odd", 20, "A scene has 'choices'")]
    [InlineData("    ending: poor", "    ending: poor\n    choices: []", 23, "has no choices")]
    [InlineData("feedback: Nobody helps., ", "", 18, "'feedback' is missing")]
    [InlineData("answer: a", "answer: c", 19, "'c' is not the id of a choice")]
    [InlineData("id: quiet", "id: worse", 20, "the scene 'worse' is there twice", 3)]
    [InlineData("id: hour", "id: An hour", 5, "lower-case letters")]
    public void A_fault_is_named_with_its_line(string old, string by, int line, string saying, int faults = 1)
    {
        var found = new ModuleSource().Screen(Good.Replace(old, by, StringComparison.Ordinal)).Faults();

        Assert.InRange(found.Count, 1, faults);
        Assert.Contains(found, fault => fault.Line == line && fault.Message.Contains(saying, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Six_choices_are_too_many()
    {
        var six = string.Concat("cdef".Select(id => $"      - {{id: {id}, text: T, feedback: F, next: quiet}}\n"));

        new ModuleSource().Screen(Good.Replace("    answer: a", $"{six}    answer: a", StringComparison.Ordinal)).ShouldFail("screens/01-start.md", 17, "2 to 5 choices, not 6");
    }

    [Fact]
    public void The_name_of_a_scene_is_taken_in_the_whole_module() =>
        new ModuleSource()
            .Screen(Good)
            .Replacing("assessment.yaml", "id: q1", "id: hour-door")
            .ShouldFail("assessment.yaml", 4, "already taken at screens/01-start.md:12");
}
