namespace Lrs.OData;

/// <summary>An entity set, its entity type and the SQL behind it.</summary>
public sealed class ODataEntitySet
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

    internal IEnumerable<ODataProperty> KeyProperties => Key.Select(name => Property(name)!);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
