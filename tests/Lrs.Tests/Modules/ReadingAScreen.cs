using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class ReadingAScreen
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>""";

    [Theory]
    [InlineData("<p>HTML</p>", 4, "HTML is not allowed")]
    [InlineData("Some <b>HTML</b>", 4, "HTML is not allowed")]
    [InlineData("- one\n- <script>alert(1)</script>", 5, "HTML is not allowed")]
    [InlineData("# Big", 4, "Headings inside a screen are ## and ###")]
    [InlineData("Text\n\n[link](http://plain.example.org)", 6, "not a link that works")]
    [InlineData("[link](javascript:alert(1))", 4, "not a link that works")]
    [InlineData("[link](#99-nowhere)", 4, "no screen '99-nowhere'")]
    [InlineData("[link](media/gone.pdf)", 4, "no file 'media/gone.pdf'")]
    [InlineData("[](https://example.org)", 4, "has no text")]
    [InlineData("::: warning\nText\n:::", 4, "no block '::: warning'")]
    [InlineData("::: reveal\nText\n:::", 4, "A reveal needs a title")]
    [InlineData("::: note\n:::", 4, "is empty")]
    [InlineData("::: note\nText\n\n<i>x</i>\n:::", 7, "HTML is not allowed")]
    [InlineData("```poll\nid: x\n```", 4, "no block 'poll'")]
    [InlineData("```figure\nfile: media/gone.svg\nalternative: A\n```", 5, "no file 'media/gone.svg'")]
    [InlineData("Text\n\n```question\nid: c1\ntype: true-false\ntext: T\nanswer: true\n```", 7, "'explanation' is missing")]
    public void A_fault_is_named_with_its_line(string body, int line, string saying) =>
        new ModuleSource().Screen(body).ShouldFail("screens/01-start.md", line, saying);

    [Fact]
    public void A_question_id_is_unique_in_the_whole_module() =>
        new ModuleSource()
            .Screen("```question\nid: q1\ntype: true-false\ntext: T\nanswer: true\nexplanation: E\n```")
            .ShouldFail("assessment.yaml", 4, "already taken at screens/01-start.md:5");

    [Fact]
    public void A_screen_without_a_title_is_refused() =>
        new ModuleSource().With("screens/01-start.md", "Just text\n").ShouldFail("screens/01-start.md", 1, "A screen starts with");

    [Fact]
    public void A_picture_without_a_text_alternative_is_refused() =>
        new ModuleSource().With("media/a.svg", Svg).Screen("```figure\nfile: media/a.svg\n```").ShouldFail("screens/01-start.md", 5, "'alternative' is missing");

    [Fact]
    public void A_video_without_captions_and_transcript_is_refused() =>
        Assert.Equal(
            ["'captions' is missing.", "'transcript' is missing."],
            new ModuleSource().With("media/a.mp4", "x").Screen("```video\nfile: media/a.mp4\ntitle: A\n```").Faults().Select(fault => fault.Message));

    [Fact]
    public void Media_that_nothing_uses_is_refused() =>
        new ModuleSource().With("media/a.svg", Svg).ShouldFail("media/a.svg", 0, "No screen uses this file");

    [Theory]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>""", "must not hold <script>")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>""", "must not run or fetch")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>""", "must not run or fetch")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:url(https://example.org/a)"/></svg>""", "must not run or fetch")]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>""", "without a DTD")]
    public void A_picture_that_runs_or_fetches_is_refused(string svg, string saying) =>
        new ModuleSource().With("media/a.svg", svg).Screen("![A](media/a.svg)").ShouldFail("media/a.svg", 1, saying);

    [Fact]
    public void Every_kind_of_block_is_read()
    {
        var module = new ModuleSource()
            .With("media/a.svg", Svg).With("media/b.mp4", "x").With("media/b.vtt", "WEBVTT")
            .Screen("""
                Text with [a link](https://example.org/x).

                ::: law The *Act*
                Inside.
                :::

                ::: reveal More
                Hidden.
                :::

                ```figure
                file: media/a.svg
                alternative: A square
                caption: Square
                description: |
                  - It is **black**.
                ```

                ```video
                file: media/b.mp4
                title: A call
                captions: media/b.vtt
                transcript: Hello.
                ```

                ```decision
                id: d1
                type: single
                text: What now?
                choices:
                  - {id: a, text: Go, feedback: Too fast.}
                  - {id: b, text: Wait, feedback: Right.}
                answer: b
                explanation: Patience.
                ```
                """)
            .Module();

        Assert.Collection(
            Assert.Single(module.Screens).Blocks,
            block => Assert.Contains("<a href=\"https://example.org/x\" target=\"_blank\" rel=\"noopener noreferrer\">a link<span class=\"away\"> (opens in a new tab)</span></a>", Assert.IsType<Block.Prose>(block).Html, StringComparison.Ordinal),
            block => Assert.Equal(("law", "The *Act*"), (Assert.IsType<Block.Callout>(block).Kind, ((Block.Callout)block).Title)),
            block => Assert.Equal("More", Assert.IsType<Block.Reveal>(block).Title),
            block => Assert.Equal("A square", Assert.IsType<Block.Figure>(block).Alternative),
            block => Assert.Equal("media/b.vtt", Assert.IsType<Block.Recording>(block).Captions),
            block => Assert.Equal(QuestionUse.Decision, Assert.IsType<Block.Asked>(block).Question.Use));
    }

    [Fact]
    public void A_decision_needs_a_consequence_for_every_choice() =>
        new ModuleSource()
            .Screen("```decision\nid: d1\ntype: single\ntext: T\nchoices:\n  - {id: a, text: A, feedback: F}\n  - {id: b, text: B}\nanswer: a\nexplanation: E\n```")
            .ShouldFail("screens/01-start.md", 10, "'feedback' is missing");

    [Fact]
    public void The_empty_corner_of_a_table_is_no_heading()
    {
        var prose = Assert.IsType<Block.Prose>(Assert.Single(new ModuleSource().Screen("| | One |\n|---|:-:|\n| a | 1 |").Module().Screens[0].Blocks));

        Assert.Contains("<td></td>\n<th scope=\"col\" style=\"text-align: center;\">One</th>", prose.Html, StringComparison.Ordinal);
        Assert.StartsWith("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>", prose.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_go_below_the_heading_of_the_screen()
    {
        var prose = Assert.IsType<Block.Prose>(Assert.Single(new ModuleSource().Screen("## Part\n\n### Detail").Module().Screens[0].Blocks));

        Assert.Equal("<h3>Part</h3>\n<h4>Detail</h4>\n", prose.Html);
    }
}
