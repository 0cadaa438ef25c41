namespace Lrs.OData;

/// <summary>
/// Rows of a set that are already counted. A question about groups is answered from here when everything it speaks of is known here, and
/// the answer is the same; what is not, is asked of the rows themselves.
/// </summary>
/// <param name="Of">The set's source that was counted. A set that is given another, so that it shows less, is not answered from here.</param>
/// <param name="Source">A SELECT of counted rows. It names <c>@tenant</c>, as every source does.</param>
/// <param name="Count">How many of the set's rows one of them stands for. Rows of one group may cancel each other out.</param>
public sealed record ODataRollup(SqlPerDialect Of, SqlPerDialect Source, SqlPerDialect Count)
{
    /// <summary>The properties of the set that a counted row still has, by name; <c>{t}</c> stands for the source's alias.</summary>
    public IReadOnlyDictionary<string, SqlPerDialect> Columns { get; init; } = new Dictionary<string, SqlPerDialect>();

    /// <summary>What a counted row still has of other properties: a function, such as <c>year</c>, and the property it is applied to.</summary>
    public IReadOnlyDictionary<(string Function, string Property), SqlPerDialect> Parts { get; init; } = new Dictionary<(string, string), SqlPerDialect>();
}
