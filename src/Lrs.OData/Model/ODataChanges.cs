namespace Lrs.OData;

/// <summary>What a set knows about its changes, by the order of the log they follow from (4.01 part 1, 11.3).</summary>
/// <param name="Since">
/// A condition in which <c>{t}</c> stands for the source's alias: is the row new or changed after the position that the caller binds to
/// <c>@since</c>?
/// </param>
/// <param name="Removed">
/// A SELECT of the key, column by column, of rows that were removed after <c>@since</c>; null when rows of the set are never removed. It
/// names <c>@tenant</c>.
/// </param>
public sealed record ODataChanges(SqlPerDialect Since, SqlPerDialect? Removed);
