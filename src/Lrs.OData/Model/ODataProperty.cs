namespace Lrs.OData;

/// <summary>A structural property of an entity type and the column behind it.</summary>
/// <param name="Name">The name in <c>$metadata</c>, URLs and payloads.</param>
/// <param name="Type">Its primitive type; how each database keeps it stands at <see cref="PropertyType"/>.</param>
/// <param name="Nullable">May it be null?</param>
/// <param name="Column">
/// A column of the set's source, or an SQL expression in which <c>{t}</c> stands for the source's alias. An expression costs only the
/// queries that use it.
/// </param>
public sealed record ODataProperty(string Name, PropertyType Type, bool Nullable, SqlPerDialect Column)
{
    /// <summary>What the property means, in the reader's words (<c>Core.Description</c>).</summary>
    public string? Description { get; init; }

    /// <summary>The only values a text property can have (<c>Validation.AllowedValues</c>); null when any text may come.</summary>
    public IReadOnlyList<string>? AllowedValues { get; init; }

    /// <summary>May expressions only count how many different values there are (<c>with countdistinct</c>)? For what would single a person out.</summary>
    public bool IsCountedOnly { get; init; }

    /// <summary>Is it none of the model's, but made by the request?</summary>
    internal bool IsDynamic { get; init; }

    /// <summary>The value of a property that the request computes; null when it is a column.</summary>
    internal Bound? Value { get; init; }
}
