namespace Lrs.OData;

/// <summary>Cuts text at places that stand outside quotes and parentheses.</summary>
internal static class TopLevel
{
    /// <summary>The pieces between separators.</summary>
    public static IReadOnlyList<string> Split(string text, char separator, string place)
    {
        var pieces = new List<string>();
        var start = 0;
        foreach (var at in Places(text, place))
        {
            if (text[at] == separator)
            {
                pieces.Add(text[start..at]);
                start = at + 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    /// <summary>What stands before and after the last occurrence of a word, or null when there is none.</summary>
    public static (string Before, string After)? Last(string text, string word, string place)
    {
        var found = Places(text, place).Where(at => at > 0 && char.IsWhiteSpace(text[at - 1]) && IsWord(text, at, word)).ToList();
        return found.Count == 0 ? null : (text[..found[^1]].Trim(), text[(found[^1] + word.Length)..].Trim());
    }

    private static bool IsWord(string text, int at, string word) =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && at + word.Length < text.Length && char.IsWhiteSpace(text[at + word.Length]);

    // Every position outside quotes and parentheses; an opening parenthesis is inside.
    private static IEnumerable<int> Places(string text, string place)
    {
        var (depth, quote) = (0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                i += c is '\\' && quote is '"' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else
            {
                depth += c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
                if (depth == 0 && c is not (')' or ']' or '}'))
                {
                    yield return i;
                }
                else if (depth < 0)
                {
                    break;
                }
            }
        }

        if (depth != 0 || quote != '\0')
        {
            throw RefusedException.Bad("syntax", $"{place}: a parenthesis or quote is not closed, or closed twice.", place);
        }
    }
}
