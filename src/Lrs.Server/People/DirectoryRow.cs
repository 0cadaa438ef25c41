using Lrs.Xapi;

namespace Lrs.Server.People;

/// <summary>One row of a directory file.</summary>
internal sealed record DirectoryRow
{
    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>The learner's id in reports, when it is given.</summary>
    public Guid? Id { get; init; }

    /// <summary>The agents that are this person, accounts first.</summary>
    public required IReadOnlyList<Actor> Agents { get; init; }

    /// <summary>The values of the columns that the file has; an empty cell is null.</summary>
    public required IReadOnlyDictionary<string, string?> Said { get; init; }

    /// <summary>The first day on which it holds; null for today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day on which the person is no longer there.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The place it tells; what the file has no column for stays as it was.</summary>
    public Place Place(Place before)
    {
        string? Of(string column, string? known) => Said.TryGetValue(column, out var said) ? said : known;
        return new Place
        {
            Name = Of("name", before.Name),
            Force = Of("force", before.Force),
            Rank = Of("rank", before.Rank),
            Role = Of("role", before.Role),
            Department = Of("department", before.Department),
            Unit = Of("unit", before.Unit),
            Kind = Of("kind", before.Kind),
        };
    }
}
