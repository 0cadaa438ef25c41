namespace Lrs.Server.People;

/// <summary>What the directory knows of a person at a time.</summary>
internal sealed record Place
{
    /// <summary>What a person of whom nothing is known has.</summary>
    public static readonly Place Unknown = new();

    public string? Name { get; init; }

    public string? Force { get; init; }

    public string? Rank { get; init; }

    public string? Role { get; init; }

    public string? Department { get; init; }

    /// <summary>A team or station.</summary>
    public string? Unit { get; init; }

    /// <summary><c>officer</c>, <c>staff</c>, <c>special</c> or <c>volunteer</c>.</summary>
    public string? Kind { get; init; }
}

/// <summary>The first day on which something else holds of a person than before.</summary>
/// <param name="Since">The day, in London.</param>
/// <param name="Place">What holds from then on; null: the person has left.</param>
internal sealed record Turn(DateOnly Since, Place? Place);
