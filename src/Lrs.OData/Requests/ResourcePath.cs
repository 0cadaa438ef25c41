namespace Lrs.OData;

/// <summary>The path of a URL below the service root, cut into decoded segments (4.01 part 2, 4).</summary>
internal static class ResourcePath
{
    /// <summary>
    /// Cuts at slashes, but not inside the parentheses of system segments and not inside quotes within parentheses: IRIs are keys here, and some clients leave the slashes in them
    /// as they are.
    /// </summary>
    public static IReadOnlyList<string> Split(string path)
    {
        var segments = new List<string>();
        var (start, depth, quoted) = (0, 0, false);
        for (var i = 0; i <= path.Length; i++)
        {
            // A condition in parentheses may hold paths.
            if (i == path.Length || (path[i] is '/' && !(depth > 0 && (quoted || path[start] is '$'))))
            {
                if (i > start)
                {
                    segments.Add(QueryOptions.Decode(path[start..i]));
                }

                (start, depth, quoted) = (i + 1, 0, false);
                continue;
            }

            // A quote may come percent-encoded.
            var quote = path[i] is '\'' || (path[i] is '%' && string.CompareOrdinal(path, i, "%27", 0, 3) == 0);
            quoted ^= quote;
            depth += quoted || quote ? 0 : path[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return segments;
    }

    /// <summary>The name before the parentheses and the text within, or null when there are none.</summary>
    public static (string Name, string? Key) Parts(string segment)
    {
        var open = segment.IndexOf('(');
        return open < 0 ? (segment, null)
            : segment.EndsWith(')') ? (segment[..open], segment[(open + 1)..^1])
            : throw RefusedException.Bad("syntax", $"The path segment '{segment}' has no closing parenthesis.", segment);
    }
}
