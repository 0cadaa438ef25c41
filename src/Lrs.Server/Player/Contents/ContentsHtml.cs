using System.Net;
using System.Text;

namespace Lrs.Server.Player;

/// <summary>The table of contents and the controls of the player page. Everything is a button, so the keyboard and screen readers need nothing special.</summary>
internal static class ContentsHtml
{
    /// <summary>The list. A unit that is not open yet stays reachable, so that its reason is read out.</summary>
    public static string List(CourseContents contents, Guid current)
    {
        var html = new StringBuilder();
        html.Append("<ol class=\"contents-list\">\n");
        foreach (var line in contents.Lines)
        {
            var indent = $"depth-{Math.Min(line.Depth, 4)}";
            if (line.Unit is not { } unit)
            {
                html.Append($"<li class=\"{indent}\"><span class=\"chapter\">{Text(line.Title)}</span></li>\n");
                continue;
            }

            var here = unit == current ? " aria-current=\"page\"" : "";
            var closed = line.Closed is null ? "" : " aria-disabled=\"true\"";
            html.Append($"""
                <li class="{indent}"><button type="button" class="unit" data-unit="{unit}"{here}{closed}>
                  <span class="title">{Text(line.Title)}</span> <span class="state {line.Tone}" data-status>{Text(line.Status)}</span>
                  <span class="closed" data-closed{(line.Closed is null ? " hidden" : "")}>{Text(line.Closed ?? "")}</span>
                </button></li>

                """);
        }

        return html.Append("</ol>").ToString();
    }

    /// <summary>Previous and next.</summary>
    public static string Steps(CourseContents contents) =>
        (contents.Hidden.Contains("previous") ? "" : Step("previous", "Previous", contents.HasPrevious)) + (contents.Hidden.Contains("continue") ? "" : Step("next", "Next", contents.HasNext));

    private static string Step(string id, string text, bool possible) => $"""<button type="button" id="{id}"{(possible ? "" : " aria-disabled=\"true\"")}>{text}</button>""";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
