using Lrs.Xapi;

namespace Lrs.Server.Documents;

/// <summary>What can happen to a document. Nothing else can.</summary>
internal abstract record DocumentOutcome
{
    private DocumentOutcome()
    {
    }

    /// <summary>Kept; this is its tag now.</summary>
    public sealed record Kept(string ETag) : DocumentOutcome;

    /// <summary>Gone, or was not there.</summary>
    public sealed record Deleted : DocumentOutcome;

    /// <summary>412: it is not the one that the client knows.</summary>
    public sealed record Changed(string? Current) : DocumentOutcome;

    /// <summary>409: it exists, and the client did not say which one it knows.</summary>
    public sealed record Unconditional : DocumentOutcome;

    /// <summary>400: it does not exist, and the client did not say that it knows so.</summary>
    public sealed record ConditionMissing : DocumentOutcome;

    /// <summary>400: merging needs two JSON objects.</summary>
    public sealed record NoMerge(Faults Faults) : DocumentOutcome;
}
