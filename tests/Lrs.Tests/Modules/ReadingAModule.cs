using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class ReadingAModule
{
    [Fact]
    public void A_whole_source_becomes_a_module()
    {
        var module = new ModuleSource().Module();

        Assert.Equal(("https://example.org/modules/small", "Small & simple", 80), (module.Id, module.Title, module.Mastery));
        Assert.Equal(["01-start"], module.Screens.Select(screen => screen.Id));
        Assert.Equal([QuestionType.Single, QuestionType.TrueFalse], module.Assessment!.Questions.Select(question => question.Type));
        Assert.Equal(["b", "t"], module.Assessment.Questions.Select(question => Assert.Single(question.Answer)));
    }

    [Theory]
    [InlineData("minutes: 5", "minutes: soon", 7, "whole number from 1 to 600")]
    [InlineData("mastery: 80", "mastery: 101", 9, "whole number from 1 to 100")]
    [InlineData("version: 1.0.0", "version: one", 6, "three numbers with dots")]
    [InlineData("id: https://example.org/modules/small", "id: small", 1, "absolute http(s) IRI")]
    [InlineData("licence: CC0", "licence: CC0\nlicense: CC0", 12, "'license' is not a known key")]
    [InlineData("licence: CC0\n", "", 1, "'licence' is missing")]
    [InlineData("title: Small & simple", "title: Small: simple", 3, "not readable YAML")]
    [InlineData("[01-start]", "[01-start, 02-gone]", 12, "There is no file 'screens/02-gone.md'")]
    [InlineData("[01-start]", "[01-start, 01-start]", 12, "is there twice")]
    public void A_fault_in_the_metadata_is_named_with_its_line(string old, string by, int line, string saying) =>
        new ModuleSource().Replacing("module.yaml", old, by).ShouldFail("module.yaml", line, saying);

    [Theory]
    [InlineData("id: q2", "id: q1", 12, "already taken at assessment.yaml:4")]
    [InlineData("id: q2", "id: Q 2", 12, "lower-case letters")]
    [InlineData("type: single", "type: riddle", 5, "not a type of question")]
    [InlineData("answer: b", "answer: c", 10, "'c' is not the id of a choice")]
    [InlineData("answer: b", "answer: [a, b]", 10, "one right answer")]
    [InlineData("answer: b", "answer: b\n    points: 3", 11, "'points' is not a known key")]
    [InlineData("answer: true", "answer: maybe", 15, "true or false")]
    [InlineData("{id: b, text: No}", "{id: a, text: No}\n      - {id: b, text: Perhaps}", 9, "choice id 'a' is there twice")]
    [InlineData("{id: b, text: No}", "{id: bb, text: No}\n      - {id: b, text: Perhaps}", 9, "one letter a to z or one digit")]
    [InlineData("\n    explanation: Because.", "", 4, "'explanation' is missing")]
    public void A_fault_in_a_question_is_named_with_its_line(string old, string by, int line, string saying) =>
        new ModuleSource().Replacing("assessment.yaml", old, by).ShouldFail("assessment.yaml", line, saying);

    [Fact]
    public void A_missing_file_is_a_fault() =>
        Assert.Contains(new ModuleSource().Without("module.yaml").Faults(), fault => fault.File == "module.yaml" && fault.Message.Contains("missing", StringComparison.Ordinal));

    [Fact]
    public void A_follow_up_has_no_assessment_and_says_what_it_follows()
    {
        var module = new ModuleSource().Without("assessment.yaml").Replacing("module.yaml", "mastery: 80", "follows: small-too\nafter: P6M").Module();

        Assert.Equal((null, null, new FollowUp("small-too", "P6M")), (module.Assessment, module.Mastery, module.Follows));
    }

    [Theory]
    [InlineData("mastery: 80", "mastery: 80", 9, "nothing to pass")]
    [InlineData("mastery: 80", "follows: other", 1, "'after' is missing")]
    [InlineData("mastery: 80", "follows: other\nafter: six months", 10, "a duration such as P6M")]
    public void A_fault_in_a_follow_up_is_named_with_its_line(string old, string by, int line, string saying) =>
        new ModuleSource().Without("assessment.yaml").Replacing("module.yaml", old, by).ShouldFail("module.yaml", line, saying);

    [Fact]
    public void All_faults_come_at_once_in_order()
    {
        var faults = new ModuleSource()
            .Replacing("module.yaml", "mastery: 80", "mastery: none")
            .Replacing("assessment.yaml", "answer: b", "answer: x")
            .Screen("![](media/gone.png)\n\n<b>bold</b>")
            .With("notes.txt", "…")
            .Faults();

        Assert.Equal(
            [("assessment.yaml", 10), ("module.yaml", 9), ("notes.txt", 0), ("screens/01-start.md", 4), ("screens/01-start.md", 4), ("screens/01-start.md", 6)],
            faults.Select(fault => (fault.File, fault.Line)));
    }

    [Fact]
    public void A_screen_that_is_not_listed_is_a_fault() =>
        new ModuleSource().With("screens/02-more.md", "---\ntitle: More\n---\nText\n").ShouldFail("screens/02-more.md", 0, "not in the list");

    [Fact]
    public void A_file_that_is_not_text_is_a_fault()
    {
        var files = new Dictionary<string, byte[]> { ["module.yaml"] = [0xC3, 0x28] };

        var refused = Assert.IsType<ModuleOutcome.Refused>(ModuleReader.Read(files));

        Assert.Contains(refused.Faults, fault => fault is { File: "module.yaml", Message: "The file is not UTF-8 text." });
    }

    [Fact]
    public void More_questions_than_SCORM_1_2_can_remember_are_refused()
    {
        var many = string.Concat(Enumerable.Range(1, 1960).Select(i => $"\n  - {{id: m{i}, type: true-false, text: T, answer: true, explanation: E}}"));

        new ModuleSource().With("assessment.yaml", $"title: A\nintroduction: I\nquestions:{many}\n").ShouldFail("module.yaml", 0, "4,096");
    }
}
