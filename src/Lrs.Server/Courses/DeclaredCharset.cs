using System.Text;
using System.Text.RegularExpressions;

namespace Lrs.Server.Courses;

/// <summary>The charset that a text file itself declares. Nothing is guessed: a wrong charset in the header would overrule the browser's own sense.</summary>
internal static partial class DeclaredCharset
{
    /// <summary>The charset's name in lower case, or null when the file declares none.</summary>
    public static string? Of(string type, ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ => Written(type, Encoding.Latin1.GetString(head)),
    };

    private static string? Written(string type, string head)
    {
        var match = type switch
        {
            "text/html" => Meta().Match(head),
            "text/css" => Rule().Match(head),
            _ => Match.Empty,
        };
        if (!match.Success)
        {
            return null;
        }

        // HTML 13.2.3.2: a document that could be read so far as ASCII is not UTF-16, whatever it says.
        var name = match.Groups["name"].Value.ToLowerInvariant();
        return name.StartsWith("utf-16", StringComparison.Ordinal) ? "utf-8" : name;
    }

    [GeneratedRegex("""<meta\s[^>]*?charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.\-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();

    [GeneratedRegex("""\A@charset "(?<name>[A-Za-z0-9_:.\-]+)";""")]
    private static partial Regex Rule();
}
