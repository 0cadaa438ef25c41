using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Lrs.Xapi;

/// <summary>A language tag, well-formed by RFC 5646 2.1, kept as written; equal to another in any case of letters (RFC 5646 2.1.1).</summary>
public sealed partial class LanguageTag : IEquatable<LanguageTag>
{
    private LanguageTag(string text) => Text = text;

    /// <summary>The tag as written.</summary>
    public string Text { get; }

    /// <summary>Takes a well-formed tag: <c>en</c>, <c>cy-GB</c>, <c>zh-Hant-TW</c>, <c>x-house</c>, <c>i-klingon</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        tag = text is not null && (IsPlain(text) || WellFormed().IsMatch(text)) ? new LanguageTag(text) : null;
        return tag is not null;
    }

    /// <inheritdoc/>
    public bool Equals(LanguageTag? other) => other is not null && Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LanguageTag);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>The tag as written.</summary>
    public override string ToString() => Text;

    // "en" and "en-GB" are nearly all tags there are; the expression below is for the rest.
    private static bool IsPlain(ReadOnlySpan<char> text) => text.Length switch
    {
        2 => char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]),
        5 => text[2] is '-' && IsPlain(text[..2]) && IsPlain(text[3..]),
        _ => false,
    };

    [GeneratedRegex(
        """
        ^(?:
          (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4} | [a-z]{5,8} )
          (?:-[a-z]{4})?
          (?:-(?:[a-z]{2}|[0-9]{3}))?
          (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*
          (?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*
          (?:-x(?:-[a-z0-9]{1,8})+)?
        | x(?:-[a-z0-9]{1,8})+
        | en-gb-oed | i-ami | i-bnn | i-default | i-enochian | i-hak | i-klingon | i-lux | i-mingo | i-navajo
        | i-pwn | i-tao | i-tay | i-tsu | sgn-be-fr | sgn-be-nl | sgn-ch-de
        )\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex WellFormed();
}
