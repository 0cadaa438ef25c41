namespace Lrs.OData;

/// <summary>An item of <c>$expand</c>: a path and the text of its nested options, when parentheses follow.</summary>
internal sealed record ExpandPart(string Path, string? Options);

/// <summary>Cuts <c>$expand</c> into items and their nested options (4.01 part 2, 5.1.3); quotes and parentheses protect what is in them.</summary>
internal static class ExpandSyntax
{
    public static IReadOnlyList<ExpandPart> Read(string text, string place)
    {
        var parts = new List<ExpandPart>();
        foreach (var item in Split(text, ',', place))
        {
            var open = item.IndexOf('(');
            var path = (open < 0 ? item : item[..open]).Trim();
            if (path.Length == 0 || (open >= 0 && !item.TrimEnd().EndsWith(')')))
            {
                throw RefusedException.Bad("syntax", $"{place}: '{item}' is not a navigation property with options.", place);
            }

            parts.Add(new ExpandPart(path, open < 0 ? null : item.TrimEnd()[(open + 1)..^1]));
        }

        return parts;
    }

    /// <summary>The pieces between separators that stand outside quotes and parentheses.</summary>
    public static IReadOnlyList<string> Split(string text, char separator, string place)
    {
        var pieces = new List<string>();
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == separator && depth == 0)
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }
            else
            {
                depth += c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            }
        }

        if (depth != 0 || quote != '\0')
        {
            throw RefusedException.Bad("syntax", $"{place}: a parenthesis or quote is not closed.", place);
        }

        pieces.Add(text[start..]);
        return pieces;
    }
}
