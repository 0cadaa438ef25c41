using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class ReviewingAModule
{
    [Theory]
    [InlineData("cat", 1)]
    [InlineData("police", 2)]
    [InlineData("table", 2)]
    [InlineData("asked", 1)]
    [InlineData("reported", 3)]
    [InlineData("investigation", 5)]
    [InlineData("while", 1)]
    public void Syllables_are_groups_of_vowels(string word, int count) => Assert.Equal(count, ReadingAge.Syllables(word));

    [Fact]
    public void Short_words_in_short_sentences_are_for_the_young_and_long_ones_for_the_old()
    {
        var easy = ReadingAge.Of(Enumerable.Repeat("The cat sat on the mat and it was warm.", 10));
        var hard = ReadingAge.Of(Enumerable.Repeat(
            "Notwithstanding considerable organisational difficulties, investigators representing neighbouring jurisdictions subsequently established comprehensive collaborative arrangements.", 10));

        Assert.InRange(easy!.Value, 5, 7);
        Assert.True(hard > 20, $"{hard}");
    }

    [Fact]
    public void Headings_tables_and_other_languages_have_no_reading_age()
    {
        var hard = string.Concat(Enumerable.Repeat("Notwithstanding considerable organisational difficulties. ", 30));
        Screen Read(string body) => new ModuleSource().Screen(body).Module().Screens[0];

        Assert.NotNull(ReadingAge.Of(Read(hard), "en-GB"));
        Assert.Null(ReadingAge.Of(Read(hard), "cy"));
        Assert.Null(ReadingAge.Of(Read($"## {hard}\n\n| {hard} |\n|---|\n| {hard} |"), "en-GB"));
    }

    [Fact]
    public void A_screen_that_is_hard_to_read_is_remarked_on_by_name()
    {
        var module = new ModuleSource().Screen(string.Concat(Enumerable.Repeat("Notwithstanding considerable organisational difficulties. ", 30))).Module();

        var warning = Assert.Single(ModuleReview.Warnings(module, 15), warning => warning.Message.Contains("reading age", StringComparison.Ordinal));
        Assert.Equal("screens/01-start.md", warning.File);
        Assert.DoesNotContain(ModuleReview.Warnings(module, 60), other => other.Message.Contains("reading age", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_to_other_sites_are_listed_with_their_lines()
    {
        var outcome = ModuleReader.Read(new ModuleSource().Screen("[a](https://example.org/a)\n\n- <https://example.org/b>\n").Files);

        Assert.Equal(
            [("screens/01-start.md", 4, "https://example.org/a"), ("screens/01-start.md", 6, "https://example.org/b")],
            Assert.IsType<ModuleOutcome.Good>(outcome).Links.Select(link => (link.File, link.Line, link.Address)));
    }
}
