namespace Lrs.Server.Pages.Parts;

/// <summary>What is wrong with a form, above it: each fault leads to its field.</summary>
/// <param name="Faults">The faults by field.</param>
internal sealed record ErrorSummary(IReadOnlyDictionary<string, string> Faults)
{
    public ErrorSummary(string field, string fault)
        : this(new Dictionary<string, string> { [field] = fault })
    {
    }

    /// <summary>What else there is to know.</summary>
    public string? Text { get; init; }
}
