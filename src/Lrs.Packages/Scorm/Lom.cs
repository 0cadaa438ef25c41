using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lrs.Packages.Scorm;

/// <summary>What the learning object metadata of a manifest or an item tells about it (IEEE 1484.12.3, and its forerunner in SCORM 1.2).</summary>
internal sealed partial record Lom(string? Title, string? Description, string? Language, string? Publisher)
{
    public static Lom Of(XElement element)
    {
        var lom = element.At("metadata", "lom");
        var general = lom.At("general");
        var title = Text(general.At("title"));
        var language = general?.ChildText("language") ?? title.Language;
        // x-none is how SCORM 1.2 says that a text is in no language.
        return new Lom(
            title.Text,
            Text(general.At("description")).Text,
            "x-none".Equals(language, StringComparison.OrdinalIgnoreCase) ? null : language,
            PublisherOf(lom.At("lifecycle")));
    }

    // SCORM 1.2 has <langstring xml:lang>, SCORM 2004 <string language>.
    private static (string? Text, string? Language) Text(XElement? element)
    {
        var inner = element?.Elements().FirstOrDefault(child => (child.Is("langstring") || child.Is("string")) && !string.IsNullOrWhiteSpace(child.Value));
        var text = (inner ?? element)?.Value.Trim();
        return (string.IsNullOrEmpty(text) ? null : text, inner?.Text("language") ?? inner?.Text("lang"));
    }

    private static string? PublisherOf(XElement? lifecycle)
    {
        var contributor = lifecycle?.Children("contribute")
            .FirstOrDefault(contribute => Text(contribute.At("role", "value")).Text is { } role && role.Equals("publisher", StringComparison.OrdinalIgnoreCase));
        // SCORM 1.2: <centity><vcard>; SCORM 2004: <entity>. Both hold a vCard (RFC 2426), of which organisation or name is wanted.
        var card = contributor.At("centity", "vcard")?.Value ?? contributor.At("entity")?.Value ?? "";
        var match = Card().Match(card);
        return match.Success ? match.Groups[1].Value.Trim() : null;
    }

    [GeneratedRegex(@"^[ \t]*(?:ORG|FN)[^:\r\n]*:([^;\r\n]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Card();
}
