using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class ReadingAQuestionnaire
{
    private const string Good = """
        id: before
        title: Before you begin
        introduction: |
          Why we *ask*.
        series: abuse-2026
        moment: before
        questions:
          - id: sure
            type: scale
            text: I am sure.
            labels: [No, Perhaps, Yes]
          - id: role
            type: single
            text: Your role?
            choices: [{id: a, text: Officer}, {id: b, text: Staff}]
            optional: false
          - id: why
            type: text
            text: Why?
            words: 50
        """;

    private const string Shown = "```questionnaire\nfile: before\n```";

    [Fact]
    public void It_stands_where_a_screen_shows_it()
    {
        var polled = Assert.IsType<Block.Polled>(Assert.Single(Source(Good).Module().Screens[0].Blocks)).Questionnaire;

        Assert.Equal((false, "abuse-2026", Moment.Before, "<p>Why we <em>ask</em>.</p>\n"), (polled.Anonymous, polled.Series, polled.Moment, polled.Introduction));
        Assert.Equal([SurveyQuestionType.Scale, SurveyQuestionType.Single, SurveyQuestionType.Text], polled.Questions.Select(question => question.Type));
        Assert.Equal(["1 No", "2 Perhaps", "3 Yes"], polled.Questions[0].Choices.Select(choice => $"{choice.Id} {choice.Text}"));
        Assert.Equal([true, false, true], polled.Questions.Select(question => question.Optional));
        Assert.Equal("abuse-2026.before.sure", polled.RecordedAs(polled.Questions[0]));
    }

    [Fact]
    public void Outside_a_series_answers_are_recorded_under_its_own_name()
    {
        var polled = Asked(Source(Good.Replace("series: abuse-2026\nmoment: before\n", "", StringComparison.Ordinal)));

        Assert.Equal("before.sure", polled.RecordedAs(polled.Questions[0]));
    }

    [Theory]
    [InlineData("id: before", "id: other", 1, "The id is the name of the file")]
    [InlineData("moment: before\n", "", 5, "belong together")]
    [InlineData("moment: before", "moment: later", 6, "before, after or follow-up")]
    [InlineData("type: scale", "type: slider", 9, "not a type of question in a questionnaire")]
    [InlineData("labels: [No, Perhaps, Yes]", "labels: [No]", 11, "2 to 9 labels")]
    [InlineData("words: 50", "words: many", 20, "whole number from 1 to 500")]
    [InlineData("optional: false", "optional: perhaps", 16, "true or false")]
    [InlineData("optional: false", "answer: a", 16, "'answer' is not a known key")]
    [InlineData("id: role", "id: sure", 12, "there twice in this questionnaire")]
    [InlineData("title: Before you begin\n", "", 1, "'title' is missing")]
    public void A_fault_is_named_with_its_line(string old, string by, int line, string saying) =>
        Source(Good.Replace(old, by, StringComparison.Ordinal)).ShouldFail("questionnaires/before.yaml", line, saying);

    [Fact]
    public void One_that_is_not_there_is_a_fault_of_the_screen() =>
        new ModuleSource().Screen(Shown).ShouldFail("screens/01-start.md", 5, "no file 'questionnaires/before.yaml'");

    [Fact]
    public void One_that_no_screen_shows_is_a_fault() =>
        Source(Good).Screen("Text").ShouldFail("questionnaires/before.yaml", 0, "No screen shows");

    [Fact]
    public void One_that_is_shown_twice_is_a_fault() =>
        Source(Good).Screen($"{Shown}\n\n{Shown}").ShouldFail("screens/01-start.md", 9, "shown already at screens/01-start.md:5");

    [Fact]
    public void What_an_anonymous_one_asks_is_a_file_of_the_package()
    {
        using var zip = BuildingAPackage.Open(BuildingAPackage.Build(Source($"{Good}\nanonymous: true").Module(), PackageFormat.Cmi5));
        using var named = BuildingAPackage.Open(BuildingAPackage.Build(Source(Good).Module(), PackageFormat.Cmi5));

        Assert.Contains("\"recorded\":\"abuse-2026.before.why\"", BuildingAPackage.Text(zip, "surveys/before.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(named.Entries, entry => entry.FullName.StartsWith("surveys/", StringComparison.Ordinal));
    }

    private static ModuleSource Source(string questionnaire) => new ModuleSource().With("questionnaires/before.yaml", questionnaire).Screen(Shown);

    private static Questionnaire Asked(ModuleSource source) => Assert.IsType<Block.Polled>(Assert.Single(source.Module().Screens[0].Blocks)).Questionnaire;
}
