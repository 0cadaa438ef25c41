namespace Lrs.OData;

/// <summary>A related entity or collection that comes inside each entity.</summary>
/// <param name="Navigation">The way to it.</param>
/// <param name="Query">What of it. Over one entity its row is the joined one; over a collection a row of its own.</param>
/// <param name="CountOnly">Only the number of entities (<c>Nav/$count</c>).</param>
internal sealed record ExpandItem(ODataNavigation Navigation, EntityQuery Query, bool CountOnly);
