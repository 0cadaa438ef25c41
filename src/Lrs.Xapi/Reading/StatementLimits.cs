namespace Lrs.Xapi;

/// <summary>How much a body with statements may hold, so that a hostile one costs no more than an honest one.</summary>
/// <param name="Depth">How deep objects and lists may lie in each other, 1 to 60.</param>
/// <param name="Statements">How many statements there may be, 1 or more.</param>
public sealed record StatementLimits(int Depth, int Statements)
{
    /// <summary>The depth that every reader of JSON takes, and as many statements as the body's size allows.</summary>
    public static StatementLimits Widest { get; } = new(JsonBody.MaxDepth, int.MaxValue);
}
