using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lrs.Packages.Modules;

/// <summary>
/// Markdown to HTML the way screens need it: no raw HTML, headings below the screen's own, links that say when they open a
/// new tab, tables that scroll by themselves on a narrow screen.
/// </summary>
internal sealed class Prose(string file, InterfaceText text, SourceIndex index)
{
    // A screen's heading is h2 (h1 is the module's title), so the author's ## is h3.
    private const int Below = 1;

    /// <summary>CommonMark with tables and <c>:::</c> containers.</summary>
    public static MarkdownPipeline Pipeline { get; } =
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseCustomContainers().UsePipeTables().Build();

    /// <summary>Renders a text of paragraphs and lists, such as an introduction in YAML.</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="linesBefore">Lines of the file before it, for faults.</param>
    public string Render(string text, int linesBefore) => Render(Markdown.Parse(text, Pipeline), linesBefore);

    /// <summary>The words of a Markdown text on one line, for where no markup can stand.</summary>
    public static string Plain(string text) =>
        string.Join(' ', Markdown.ToPlainText(text, Pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Checks blocks and renders them in order.</summary>
    public string Render(IEnumerable<Markdig.Syntax.Block> blocks, int linesBefore)
    {
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        foreach (var block in blocks.ToList())
        {
            Check(block, linesBefore);
            renderer.Render(block);
        }

        renderer.Writer.Flush();
        return html.ToString()
            .Replace("<table>", $"<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{Html.Text(text["table"])}\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal);
    }

    private void Check(Markdig.Syntax.Block block, int linesBefore)
    {
        // A paragraph's own descendants are blocks only; its words hang on Inline.
        IEnumerable<MarkdownObject> inside = block is LeafBlock { Inline: { } words } ? words.Descendants() : block.Descendants();
        foreach (var part in inside.Prepend(block).ToList())
        {
            var line = linesBefore + part.Line + 1;
            switch (part)
            {
                case HtmlBlock or HtmlInline:
                    index.Fault(file, line, "HTML is not allowed in a module's text; write Markdown.");
                    break;
                case HeadingBlock heading:
                    CheckHeading(heading, line);
                    break;
                case FencedCodeBlock { Info: { Length: > 0 } info }:
                    index.Fault(file, line, $"'{info}' is not a block that may stand here; see content/README.md.");
                    break;
                case LinkInline { IsImage: true } picture:
                    CheckPicture(picture, line);
                    break;
                case LinkInline link:
                    CheckLink(link, line);
                    break;
                case AutolinkInline { IsEmail: false } there when there.Url.StartsWith("https://", StringComparison.Ordinal):
                    index.LeadsTo(there.Url, file, line);
                    break;
                case AutolinkInline auto when auto.IsEmail || !auto.Url.StartsWith("https://", StringComparison.Ordinal):
                    index.Fault(file, line, $"'{auto.Url}' is not an https address.");
                    break;
            }
        }
    }

    private void CheckHeading(HeadingBlock heading, int line)
    {
        if (heading.Level is not (2 or 3))
        {
            index.Fault(file, line, "Headings inside a screen are ## and ###; the screen's own heading is its title.");
        }

        heading.Level = Math.Min(6, heading.Level + Below);
    }

    private void CheckPicture(LinkInline picture, int line)
    {
        index.UseMedia(picture.Url ?? "", file, line);
        if (Words(picture).Length is 0)
        {
            index.Fault(file, line, $"The picture '{picture.Url}' needs a text alternative: ![what it shows]({picture.Url}).");
        }

        if (!MediaReader.IsPicture(picture.Url ?? ""))
        {
            index.Fault(file, line, $"'{picture.Url}' is not a picture; sound and video have blocks of their own.");
        }
    }

    private void CheckLink(LinkInline link, int line)
    {
        var url = link.Url ?? "";
        if (Words(link).Length is 0)
        {
            index.Fault(file, line, $"The link to '{url}' has no text.");
        }

        if (url.StartsWith('#'))
        {
            link.Url = $"#screen-{url[1..]}";
            if (!index.HasScreen(url[1..]))
            {
                index.Fault(file, line, $"There is no screen '{url[1..]}' to link to.");
            }
        }
        else if (url.StartsWith("media/", StringComparison.Ordinal))
        {
            index.UseMedia(url, file, line);
            OpenInNewTab(link);
        }
        else if (url.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Contains('.'))
        {
            index.LeadsTo(url, file, line);
            OpenInNewTab(link);
        }
        else if (!url.StartsWith("mailto:", StringComparison.Ordinal) && !url.StartsWith("tel:", StringComparison.Ordinal))
        {
            index.Fault(file, line, $"'{url}' is not a link that works: use https://…, mailto:…, tel:…, media/file or #screen.");
        }
    }

    // The course runs inside a player's frame; a link that replaced it would end the session.
    private void OpenInNewTab(LinkInline link)
    {
        var attributes = Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link);
        attributes.AddProperty("target", "_blank");
        attributes.AddProperty("rel", "noopener noreferrer");
        link.AppendChild(new HtmlInline($"<span class=\"away\"> {Html.Text(text["newTab"])}</span>"));
    }

    private static string Words(ContainerInline inline) =>
        string.Concat(inline.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        })).Trim();
}
