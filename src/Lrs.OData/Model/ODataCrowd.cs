namespace Lrs.OData;

/// <summary>
/// Rows of a set that may be seen in crowds only: as figures over groups of enough different people, never one by one. A model in which any
/// set has one refuses whatever would show a row: see <see cref="ODataProperty.IsCountedOnly"/> for what tells rows apart.
/// </summary>
/// <param name="Person">The property that tells whose a row is.</param>
/// <param name="Least">How many different people a group must have at least; smaller ones are left out.</param>
public sealed record ODataCrowd(string Person, int Least);
