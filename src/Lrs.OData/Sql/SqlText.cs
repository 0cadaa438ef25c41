namespace Lrs.OData;

/// <summary>A parameter of an SQL text.</summary>
/// <param name="Name">Its name with the sign, such as <c>@p0</c>.</param>
/// <param name="Value">
/// A value that the database's driver binds as it is: on SQLite string, long, double or byte[]; on PostgreSQL string, long, double,
/// decimal, bool, Guid or DateTimeOffset in UTC.
/// </param>
public sealed record SqlValue(string Name, object Value);

/// <summary>SQL with its parameters. The caller binds <c>@tenant</c>, and whatever else its sources name, beside them.</summary>
/// <param name="Text">One SELECT. It holds names from the model and parameters only, nothing that a client wrote.</param>
/// <param name="Parameters">The values that a client wrote, and limits.</param>
public sealed record SqlText(string Text, IReadOnlyList<SqlValue> Parameters);
