using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class TranslatingAModule
{
    private const string Check = "```question\nid: c1\ntype: true-false\ntext: T\nanswer: true\nexplanation: E\n```";

    [Fact]
    public void It_is_the_same_module_in_other_words()
    {
        var module = Source().Module();

        var welsh = Assert.Single(module.Translations);
        Assert.Equal(("cy", "Bach", "small", "Dechrau"), (welsh.Language, welsh.Title, welsh.Slug, welsh.Screens[0].Title));
        Assert.Equal("Asesiad", welsh.Assessment!.Title);
    }

    [Fact]
    public void Its_page_waits_in_a_template_with_the_interface_in_its_language()
    {
        using var zip = BuildingAPackage.Open(BuildingAPackage.Build(Source().Module(), PackageFormat.Scorm12));
        var page = BuildingAPackage.Text(zip, "index.html");

        var waiting = page.Split("<template data-edition=\"cy\">")[1];
        Assert.Contains("<h1>Bach</h1>", waiting, StringComparison.Ordinal);
        Assert.Contains("data-language=\"en-GB\" lang=\"en-GB\">English</button>", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("data-language", BuildingAPackage.Text(BuildingAPackage.Open(BuildingAPackage.Build(new ModuleSource().Module(), PackageFormat.Scorm12)), "index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("module.yaml")]
    [InlineData("assessment.yaml")]
    [InlineData("screens/01-start.md")]
    public void A_missing_part_is_a_fault(string name) =>
        Assert.Contains(Source().Without($"translations/cy/{name}").Faults(), fault => fault.File == $"translations/cy/{name}" && fault.Message.Contains("half translated", StringComparison.Ordinal));

    [Theory]
    [InlineData("screens/01-start.md", "id: c1", "id: c2", 0, "in the original they are 'c1'")]
    [InlineData("screens/01-start.md", "answer: true", "answer: false", 5, "the answer of the original")]
    [InlineData("screens/01-start.md", "text: T", "text: ''", 7, "'text' must be text")]
    [InlineData("assessment.yaml", "answer: b", "answer: a", 4, "the answer of the original")]
    [InlineData("module.yaml", "title: Bach", "title: Bach\nmastery: 3", 2, "'mastery' is not a known key")]
    public void Other_questions_than_the_originals_are_a_fault(string name, string old, string by, int line, string saying)
    {
        var faults = Source().Replacing($"translations/cy/{name}", old, by).Faults();

        Assert.Contains(faults, fault => fault.File == $"translations/cy/{name}" && fault.Line == line && fault.Message.Contains(saying, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_original_does_not_have_is_a_fault() =>
        Source().With("translations/cy/questionnaires/more.yaml", "id: more\ntitle: T\nintroduction: I\nquestions: [{id: q, type: text, text: T, words: 9}]\n").ShouldBeAmong("translations/cy/questionnaires/more.yaml", "no 'questionnaires/more.yaml' that this could translate");

    [Fact]
    public void The_modules_own_language_is_no_translation() =>
        Source("en-GB").ShouldBeAmong("translations/en-GB/module.yaml", "the module itself is written in");

    [Theory]
    [InlineData("cy")]
    public void Every_text_of_the_interface_is_translated(string language)
    {
        var english = Keys("en");

        Assert.Equal(english, Keys(language));
    }

    private static List<string> Keys(string language) =>
        [.. File.ReadAllLines(Repository.Path($"src/Lrs.Packages/Modules/Runtime/text.{language}.yaml")).Where(line => line.Contains(": ", StringComparison.Ordinal) && line[0] is not '#').Select(line => line.Split(':')[0])];

    private static ModuleSource Source(string language = "cy") => new ModuleSource()
        .Screen(Check)
        .With($"translations/{language}/module.yaml", "title: Bach\ndescription: Modiwl.\naudience: Profwyr\n")
        .With($"translations/{language}/screens/01-start.md", $"---\ntitle: Dechrau\n---\n{Check}\n")
        .With($"translations/{language}/assessment.yaml", ModuleSource.Assessment.Replace("title: Assessment", "title: Asesiad", StringComparison.Ordinal));
}
