namespace Lrs.OData;

/// <summary>Which property of this entity equals which property of the related one.</summary>
/// <param name="Here">A property of the set that has the navigation.</param>
/// <param name="There">A property of the target set.</param>
public sealed record NavigationJoin(string Here, string There);

/// <summary>A navigation property: from an entity to one or many entities of another set.</summary>
/// <param name="Name">The name in <c>$metadata</c> and URLs.</param>
/// <param name="Target">The name of the target's entity set.</param>
/// <param name="Many">Does it lead to a collection?</param>
/// <param name="Joins">
/// The equal properties. To one: the foreign key here, the target's key there. To many: the key here, the foreign key there.
/// </param>
public sealed record ODataNavigation(string Name, string Target, bool Many, params IReadOnlyList<NavigationJoin> Joins)
{
    /// <summary>The navigation property that leads back, when there is one.</summary>
    public string? Partner { get; init; }

    /// <summary>
    /// May a to-one navigation lead nowhere? When false, the related row must exist for every row: queries then use an inner join.
    /// Without meaning for collections.
    /// </summary>
    public bool Nullable { get; init; } = true;

    /// <summary>What the navigation means (<c>Core.Description</c>).</summary>
    public string? Description { get; init; }
}
