using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lrs.OData;

/// <summary>Cuts the percent-decoded text of a query option into tokens (4.01 ABNF, lexical rules).</summary>
internal sealed partial class Lexer(string text, string place)
{
    private int at;
    private bool afterOperand;

    public Token Next()
    {
        SkipSpace();
        var token = Read();
        afterOperand = token.Kind is not TokenKind.End && !(token.Kind is TokenKind.Mark && token.Text[0] is not (')' or ']' or '}'));
        return token;
    }

    /// <summary>The text up to a semicolon or closing parenthesis that ends the option it belongs to.</summary>
    public string Raw()
    {
        var (start, depth, quoted) = (at, 0, false);
        for (; at < text.Length && (quoted || depth > 0 || text[at] is not (')' or ';')); at++)
        {
            quoted ^= text[at] is '"';
            depth += quoted ? 0 : text[at] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return text[start..at];
    }

    // A plus sign between tokens can only be a space in form encoding; inside literals it is taken by them.
    private void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n' or '+')
        {
            at++;
        }
    }

    private Token Read()
    {
        if (at >= text.Length)
        {
            return new Token(TokenKind.End, "", at);
        }

        var first = text[at];
        if (first is '\'')
        {
            return Quoted('\'', at, "");
        }

        if (first is '"')
        {
            return JsonString();
        }

        if (char.IsAsciiHexDigit(first) && Take(Guids(), TokenKind.Guid) is { } guid)
        {
            return guid;
        }

        if (char.IsAsciiDigit(first) || (first is '-' && !afterOperand && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return Take(DateTimes(), TokenKind.DateTime) ?? Take(Dates(), TokenKind.Date)
                ?? Take(Times(), TokenKind.TimeOfDay) ?? Take(Numbers(), TokenKind.Number) ?? throw Strange();
        }

        if (first is '-' && !afterOperand && string.CompareOrdinal(text, at, "-INF", 0, 4) == 0)
        {
            at += 4;
            return new Token(TokenKind.Number, "-INF", at - 4);
        }

        if (char.IsLetter(first) || first is '_' or '$' or '@')
        {
            return NameOrPrefixed();
        }

        if ("()[]{},/:=;-*".Contains(first, StringComparison.Ordinal))
        {
            at++;
            return new Token(TokenKind.Mark, first.ToString(), at - 1);
        }

        throw Strange();
    }

    private Token NameOrPrefixed()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '$' or '@' or '#'))
        {
            at++;
        }

        var name = text[start..at];
        return name switch
        {
            "INF" or "NaN" => new Token(TokenKind.Number, name, start),
            _ when at < text.Length && text[at] is '\'' => Quoted('\'', start, name),
            _ => new Token(TokenKind.Name, name, start),
        };
    }

    private Token Quoted(char quote, int start, string prefix)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != quote)
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                value.Append(quote);
                at++;
            }
            else
            {
                at++;
                return new Token(prefix.Length == 0 ? TokenKind.String : TokenKind.Prefixed, value.ToString(), start, prefix);
            }
        }

        throw Fault(start, "The text that begins here has no closing quote.");
    }

    private Token JsonString()
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length && text[at] is not '"')
        {
            value.Append(text[at] is '\\' ? Escaped() : text[at]);
            at++;
        }

        if (at >= text.Length)
        {
            throw Fault(start, "The text that begins here has no closing quote.");
        }

        at++;

        // Escapes can spell what no database takes as text.
        return IsText(value.ToString()) ? new Token(TokenKind.String, value.ToString(), start) : throw Fault(start, "This is no Unicode text.");
    }

    /// <summary>Is it Unicode that every database takes as text: no half surrogate pair, and no character 0, which PostgreSQL lacks?</summary>
    internal static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]))))
            {
                return false;
            }
        }

        return true;
    }

    private char Escaped()
    {
        at++;
        switch (at < text.Length ? text[at] : '\0')
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case '"' or '\\' or '/': return text[at];
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, null, out var unit):
                at += 4;
                return (char)unit;
            default: throw Fault(at - 1, "This is no JSON escape.");
        }
    }

    private Token? Take(Regex rule, TokenKind kind)
    {
        var match = rule.Match(text, at);
        if (!match.Success)
        {
            return null;
        }

        at += match.Length;
        return new Token(kind, match.Value, at - match.Length);
    }

    private RefusedException Strange() => Fault(at, $"The character '{text[at]}' does not belong here.");

    private RefusedException Fault(int position, string message) =>
        RefusedException.Bad("syntax", $"{place}, position {position}: {message}", place);

    [GeneratedRegex(@"\G[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![\w])")]
    private static partial Regex Guids();

    [GeneratedRegex(@"\G-?\d{4,}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,12})?)?([Zz]|[+\- ]\d{2}:\d{2})(?![\w])")]
    private static partial Regex DateTimes();

    [GeneratedRegex(@"\G-?\d{4,}-\d{2}-\d{2}(?![\w:])")]
    private static partial Regex Dates();

    [GeneratedRegex(@"\G\d{2}:\d{2}(:\d{2}(\.\d{1,12})?)?(?![\w:])")]
    private static partial Regex Times();

    [GeneratedRegex(@"\G-?\d+(\.\d+)?([eE][+\-]?\d+)?(?![\w])")]
    private static partial Regex Numbers();
}
