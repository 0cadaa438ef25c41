namespace Lrs.OData;

/// <summary>An item of <c>$expand</c>: a path and the text of its nested options, when parentheses follow.</summary>
internal sealed record ExpandPart(string Path, string? Options);

/// <summary>Cuts <c>$expand</c> into items and their nested options (4.01 part 2, 5.1.3); quotes and parentheses protect what is in them.</summary>
internal static class ExpandSyntax
{
    public static IReadOnlyList<ExpandPart> Read(string text, string place)
    {
        var parts = new List<ExpandPart>();
        foreach (var item in TopLevel.Split(text, ',', place))
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
}
