namespace Lrs.Server.Pages.Parts;

/// <summary>A table. The first cell of a row says what the row is about; on a narrow screen each row is a block, and each cell names its column.</summary>
/// <param name="Heads">What each column holds; text, or markup where only a screen reader needs to be told.</param>
/// <param name="Rows">The cells of each row, text or markup.</param>
internal sealed record Table(IReadOnlyList<object> Heads, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>What it shows, where no heading above says so already.</summary>
    public string? Caption { get; init; }

    /// <summary>Its id, for a script.</summary>
    public string? Id { get; init; }

    /// <summary>The address at which a script finds more rows.</summary>
    public string? More { get; init; }
}
