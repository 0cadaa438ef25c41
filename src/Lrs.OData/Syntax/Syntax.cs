namespace Lrs.OData;

/// <summary>A node of an expression as it was written, before names and types are looked up.</summary>
/// <param name="At">Where it begins in the text of its query option.</param>
internal abstract record Syntax(int At);

/// <summary>A literal: a token that holds a value. <c>null</c>, <c>true</c> and <c>false</c> are names and come as such.</summary>
internal sealed record LiteralSyntax(Token Token) : Syntax(Token.At);

/// <summary>One step of a path: a name, with arguments when parentheses follow.</summary>
internal sealed record Segment(int At, string Name)
{
    public IReadOnlyList<Argument>? Arguments { get; init; }

    /// <summary>The variable of any or all; null for <c>any()</c>.</summary>
    public string? Variable { get; init; }

    /// <summary>The body of any or all, the condition of <c>$filter(…)</c> or of <c>$count($filter=…)</c>.</summary>
    public Syntax? Body { get; init; }

    /// <summary>The text of <c>$search</c> within <c>$count(…)</c>.</summary>
    public string? Search { get; init; }

    public bool IsLambda { get; init; }
}

/// <summary>An argument of a function or a key; named in keys of several properties and in calls of model functions.</summary>
internal sealed record Argument(string? Name, Syntax Value)
{
    /// <summary>What comes after the colon in a pair of <c>case</c>.</summary>
    public Syntax? Result { get; init; }
}

/// <summary>A path of at least one segment. A single segment with arguments is the call of a function.</summary>
internal sealed record PathSyntax(IReadOnlyList<Segment> Segments) : Syntax(Segments[0].At)
{
    public string? SimpleName => Segments is [{ Arguments: null, IsLambda: false, Body: null, Search: null } only] ? only.Name : null;
}

internal sealed record BinarySyntax(int At, string Operator, Syntax Left, Syntax Right) : Syntax(At);

/// <summary><c>not</c> or <c>-</c>.</summary>
internal sealed record UnarySyntax(int At, string Operator, Syntax Operand) : Syntax(At);

/// <summary>The list after <c>in</c>, or a JSON array.</summary>
internal sealed record ListSyntax(int At, IReadOnlyList<Syntax> Items) : Syntax(At);

/// <summary>A JSON object.</summary>
internal sealed record ObjectSyntax(int At, IReadOnlyList<KeyValuePair<string, Syntax>> Members) : Syntax(At);

/// <summary>A term of <c>$orderby</c>.</summary>
internal sealed record OrderSyntax(Syntax Value, bool Descending);
