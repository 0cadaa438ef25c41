using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>Puts plain text into HTML.</summary>
internal static class Html
{
    /// <summary>Text or an attribute's value, with what HTML reads as markup escaped.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Plain text with a blank line between its paragraphs.</summary>
    public static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => $"<p>{Text(part)}</p>"));
}
