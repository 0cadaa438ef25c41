namespace Lrs.OData;

/// <summary>An entity set, its entity type and the SQL behind it.</summary>
public sealed record ODataEntitySet
{
    /// <summary>The name of the set, such as <c>Attempts</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the entity type, such as <c>Attempt</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>
    /// A SELECT that gives the rows of one tenant. It must name <c>@tenant</c>, since it is all that keeps tenants apart: every
    /// reference to the set in any query is this text. It may name further parameters that the caller binds.
    /// </summary>
    public required SqlPerDialect Source { get; init; }

    /// <summary>The names of the key properties, which may not be nullable.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>
    /// Names of properties, never null, by which rows come when the client orders nothing; the key decides between equal ones.
    /// Empty: by the key alone.
    /// </summary>
    public IReadOnlyList<string> DefaultOrder { get; init; } = [];

    /// <summary>The structural properties in the order of <c>$metadata</c> and payloads.</summary>
    public required IReadOnlyList<ODataProperty> Properties { get; init; }

    /// <summary>The navigation properties.</summary>
    public IReadOnlyList<ODataNavigation> Navigations { get; init; } = [];

    /// <summary>What one entity is, in the reader's words (<c>Core.Description</c>).</summary>
    public string? Description { get; init; }

    /// <summary>The structural property of this name (case matters, 4.01 part 2, 2), or null.</summary>
    public ODataProperty? Property(string name) => Properties.FirstOrDefault(p => p.Name == name);

    /// <summary>The navigation property of this name, or null.</summary>
    public ODataNavigation? Navigation(string name) => Navigations.FirstOrDefault(n => n.Name == name);

    /// <summary>
    /// The text properties that <c>$search</c> looks into, as letters of any case; empty: the set cannot be searched; null: all that are text.
    /// </summary>
    public IReadOnlyList<string>? Searched { get; init; }

    /// <summary>Rows that are already counted; null: there are none.</summary>
    public ODataRollup? Rollup { get; init; }

    /// <summary>When rows may be seen in crowds only; null: one by one.</summary>
    public ODataCrowd? Crowd { get; init; }

    /// <summary>How to tell what changed, for delta links; null: the set has none.</summary>
    public ODataChanges? Changes { get; init; }

    internal IEnumerable<ODataProperty> KeyProperties => Key.Select(name => Property(name)!);

    internal IEnumerable<ODataProperty> SearchedProperties => Searched is { } names
        ? names.Select(name => Property(name)!)
        : Properties.Where(p => p.Type.Kind is EdmKind.String && p.AllowedValues is null);

    /// <summary>The rows, when they are made by other parts of the query and not by <see cref="Source"/>.</summary>
    internal Relation? Relation { get; init; }

    /// <summary>Of made rows: the columns that give every row its place when the client orders nothing or not enough.</summary>
    internal IReadOnlyList<(ODataProperty Property, bool Descending)>? Tail { get; init; }

    /// <summary>Of rows that come from several branches: the column with the number of the branch.</summary>
    internal ODataProperty? Branch { get; init; }

    /// <summary>Which properties the rows of each branch have.</summary>
    internal IReadOnlyList<IReadOnlySet<string>>? Branches { get; init; }

    /// <summary>Is it made by <c>$apply</c> such that its rows are no entities any more?</summary>
    internal bool IsTransient => Relation is not null && Key.Count == 0;

    // A set is itself and no other: comparing its parts would be slow and say nothing.

    /// <inheritdoc/>
    public bool Equals(ODataEntitySet? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
