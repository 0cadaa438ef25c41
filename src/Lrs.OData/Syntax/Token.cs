namespace Lrs.OData;

internal enum TokenKind
{
    End,
    Name,
    String,
    Number,
    Guid,
    Date,
    DateTime,
    TimeOfDay,

    /// <summary>A type's name and a quoted value, such as <c>duration'PT1H'</c>.</summary>
    Prefixed,
    Mark,
}

/// <summary>A word of an expression: what it is, its text (of a string: without quotes) and where it begins.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int At, string Prefix = "")
{
    public bool Is(char mark) => Kind is TokenKind.Mark && Text[0] == mark;

    public override string ToString() => Kind is TokenKind.End ? "the end" : $"'{Text}'";
}
