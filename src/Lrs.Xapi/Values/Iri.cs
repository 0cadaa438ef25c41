using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Lrs.Xapi;

/// <summary>An absolute IRI, kept exactly as the client wrote it (Data 4.3; RFC 3987). Two are equal only if their characters are.</summary>
public sealed record Iri
{
    // Not System.Uri: it folds case and escapes, so that what comes back would not be what was sent.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>\"{}|\\^`");

    private Iri(string text) => Text = text;

    /// <summary>The IRI as written.</summary>
    public string Text { get; }

    /// <summary>Takes text that has a scheme, something behind it, no blank or control character, and whole percent escapes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Iri? iri)
    {
        iri = text is not null && IsAbsolute(text) ? new Iri(text) : null;
        return iri is not null;
    }

    /// <summary>The IRI as written.</summary>
    public override string ToString() => Text;

    private static bool IsAbsolute(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 1 || colon == text.Length - 1 || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (var c in text[1..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        var rest = text[(colon + 1)..];
        if (IsWeb(text[..colon]) && (!rest.StartsWith("//") || rest.Length < 3 || rest[2] is '/' or '?' or '#'))
        {
            return false;
        }

        return rest.IndexOfAny(Forbidden) < 0 && HasNoBlank(rest) && HasWholeEscapes(rest);
    }

    private static bool IsWeb(ReadOnlySpan<char> scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    private static bool HasNoBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c <= ' ' || (c >= '\x7f' && (char.IsWhiteSpace(c) || char.IsControl(c))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasWholeEscapes(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('%'); at >= 0;)
        {
            text = text[(at + 1)..];
            if (text.Length < 2 || !char.IsAsciiHexDigit(text[0]) || !char.IsAsciiHexDigit(text[1]))
            {
                return false;
            }

            at = text.IndexOf('%');
        }

        return true;
    }
}
