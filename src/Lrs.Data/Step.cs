namespace Lrs.Data;

/// <summary>One of several statements that go to the database together; see <see cref="Work.Together"/>.</summary>
public sealed class Step
{
    private Step(PerDialect sql, int? count, (string Name, object? Value)[] values, Action<Row>? read) => (Sql, Count, Values, Read) = (sql, count, values, read);

    internal PerDialect Sql { get; }

    /// <summary>How many rows the values are columns of; null when they are single values.</summary>
    internal int? Count { get; }

    internal (string Name, object? Value)[] Values { get; }

    internal Action<Row>? Read { get; }

    /// <summary>As <see cref="Work.Run"/>; the text returns no rows.</summary>
    public static Step Run(PerDialect sql, params (string Name, object? Value)[] values) => new(sql, null, values, null);

    /// <summary>As <see cref="Work.Many"/>.</summary>
    public static Step Many(PerDialect sql, int count, params (string Name, Array Values)[] columns) =>
        new(sql, count, Array.ConvertAll(columns, column => (column.Name, (object?)column.Values)), null);

    /// <summary>As <see cref="Work.Rows"/>: each row is shown once.</summary>
    public static Step Rows(PerDialect sql, Action<Row> read, params (string Name, object? Value)[] values) => new(sql, null, values, read);
}
