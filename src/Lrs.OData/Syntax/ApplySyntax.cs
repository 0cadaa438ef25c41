namespace Lrs.OData;

/// <summary>One transformation of <c>$apply</c>: its name in lower case and the text in its parentheses, when it has any.</summary>
internal sealed record ApplyStep(string Name, string? Arguments)
{
    /// <summary>The arguments, cut at commas.</summary>
    public IReadOnlyList<string> List(string place) => [.. TopLevel.Split(Arguments ?? "", ',', place).Select(a => a.Trim())];
}

/// <summary>An item of <c>aggregate</c> or <c>compute</c>: an expression, the method that gathers it (aggregate only), and its new name.</summary>
internal sealed record NamedExpression(string Expression, string? Method, string Alias);

/// <summary>Cuts <c>$apply</c> into transformations (Data Aggregation 4.0, 3).</summary>
internal static class ApplySyntax
{
    public static IReadOnlyList<ApplyStep> Read(string text, string place)
    {
        var steps = new List<ApplyStep>();
        foreach (var piece in TopLevel.Split(text, '/', place))
        {
            var step = piece.Trim();
            var open = step.IndexOf('(');
            if (step.Length == 0 || open == 0 || (open > 0 && !step.EndsWith(')')))
            {
                throw RefusedException.Bad("syntax", $"{place}: '{step}' is not a transformation.", place);
            }

            steps.Add(open < 0 ? new ApplyStep(step.ToLowerInvariant(), null) : new ApplyStep(step[..open].Trim().ToLowerInvariant(), step[(open + 1)..^1]));
        }

        return steps;
    }

    /// <summary>Reads <c>expression [with method] as Name</c>.</summary>
    public static NamedExpression Named(string text, bool gathers, string place)
    {
        if (TopLevel.Last(text, "as", place) is not var (before, alias) || !IsName(alias))
        {
            throw RefusedException.Bad("syntax", $"{place}: '{text}' has no name of its own; write it as '… as Name'.", place);
        }

        if (!gathers)
        {
            return new NamedExpression(before, null, alias);
        }

        if (TopLevel.Last(before, "from", place) is not null)
        {
            throw RefusedException.Unsupported($"{place}: 'from' is not supported; use groupby within groupby.", place);
        }

        return TopLevel.Last(before, "with", place) is var (expression, method)
            ? new NamedExpression(expression, method, alias)
            : new NamedExpression(before, null, alias);
    }

    private static bool IsName(string alias) =>
        alias.Length is > 0 and <= 128 && (char.IsLetter(alias[0]) || alias[0] is '_') && alias.All(c => char.IsLetterOrDigit(c) || c is '_');
}
