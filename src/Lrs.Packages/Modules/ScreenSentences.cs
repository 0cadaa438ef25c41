using System.Net;
using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>The sentences of a screen. Headings and tables are no sentences and are left out.</summary>
internal static partial class ScreenSentences
{
    public static IEnumerable<string> Of(Screen screen) => In(screen.Blocks)
        .Concat(Asked.Questionnaires(screen.Blocks).SelectMany(one => FromHtml(one.Introduction).Concat(one.Questions.SelectMany(question => FromText(question.Text)))));

    private static IEnumerable<string> In(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Block.Prose prose => FromHtml(prose.Html),
        Block.Callout callout => In(callout.Content),
        Block.Reveal reveal => In(reveal.Content),
        Block.Recording recording => In(recording.Transcript),
        Block.Asked asked => Question(asked.Question),
        Block.Played played => played.Scenario.Scenes.SelectMany(scene => FromHtml(scene.Html).Concat(scene.Question?.Choices.SelectMany(choice => FromText($"{choice.Text}\n{choice.Feedback}")) ?? [])),
        _ => [],
    });

    private static string[] Question(Question question) =>
        FromText(string.Join('\n', question.Choices.Select(choice => $"{choice.Text}\n{choice.Feedback}").Prepend(question.Text).Append(question.Explanation)));

    private static string[] FromHtml(string html) =>
        FromText(WebUtility.HtmlDecode(Tag().Replace(Ending().Replace(NoSentence().Replace(html, ""), "\n"), "")));

    private static string[] FromText(string text) => SentenceEnd().Split(text);

    [GeneratedRegex("<(h[1-6]|table|span)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex NoSentence();

    [GeneratedRegex("</(p|li)>")]
    private static partial Regex Ending();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=[.!?][""'”’)]?)\s+|\n+")]
    private static partial Regex SentenceEnd();
}
