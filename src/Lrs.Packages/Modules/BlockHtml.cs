using System.Diagnostics;

namespace Lrs.Packages.Modules;

/// <summary>Blocks of a screen as HTML.</summary>
internal static class BlockHtml
{
    public static string Write(IEnumerable<Block> blocks, InterfaceText text) => string.Concat(blocks.Select(block => Write(block, text)));

    private static string Write(Block block, InterfaceText text) => block switch
    {
        Block.Prose prose => prose.Html,
        Block.Callout callout =>
            $"<div class=\"callout {callout.Kind}\" role=\"note\">\n<p class=\"callout-title\">{Html.Text(callout.Title.Length > 0 ? callout.Title : text[$"callout.{callout.Kind}"])}</p>\n"
            + $"{Write(callout.Content, text)}</div>\n",
        Block.Reveal reveal => Details(reveal.Title, reveal.Content, text),
        Block.Asked asked => QuestionHtml.Write(asked.Question, text),
        Block.Played played => ScenarioHtml.Write(played.Scenario, text),
        Block.Polled polled => QuestionnaireHtml.Write(polled.Questionnaire, text),
        Block.Figure figure =>
            $"<figure>\n<img src=\"{Html.Text(figure.File)}\" alt=\"{Html.Text(figure.Alternative)}\">\n"
            + (figure.Caption is null ? "" : $"<figcaption>{Html.Text(figure.Caption)}</figcaption>\n")
            + (figure.Description.Count is 0 ? "" : Details(text["pictureInWords"], figure.Description, text))
            + "</figure>\n",
        Block.Recording recording => Recording(recording, text),
        _ => throw new UnreachableException(),
    };

    private static string Details(string title, IReadOnlyList<Block> content, InterfaceText text) =>
        $"<details class=\"reveal\">\n<summary>{Html.Text(title)}</summary>\n<div class=\"revealed\">\n{Write(content, text)}</div>\n</details>\n";

    private static string Recording(Block.Recording recording, InterfaceText text)
    {
        var file = Html.Text(recording.File);
        var title = Html.Text(recording.Title);
        var player = recording.Video
            ? $"<video controls preload=\"metadata\" src=\"{file}\" aria-label=\"{title}\"><track kind=\"captions\" default src=\"{Html.Text(recording.Captions!)}\" label=\"{Html.Text(text["captions"])}\"></video>\n"
            : $"<audio controls preload=\"metadata\" src=\"{file}\" aria-label=\"{title}\"></audio>\n";
        return $"<figure>\n{player}<figcaption>{title}</figcaption>\n{Details(text["transcript"], recording.Transcript, text)}</figure>\n";
    }
}
