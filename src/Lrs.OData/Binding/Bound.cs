namespace Lrs.OData;

/// <summary>A row that an expression can speak of. Equal values are the same row, so a path used twice is joined once.</summary>
internal abstract record RowSource(ODataEntitySet Set)
{
    /// <summary>A row of the set that a query or a lambda runs over.</summary>
    public sealed record Over(ODataEntitySet Set, int Number) : RowSource(Set);

    /// <summary>The one row that a to-one navigation of another row leads to, or nothing.</summary>
    public sealed record Joined(ODataEntitySet Set, RowSource From, ODataNavigation Navigation) : RowSource(Set);
}

/// <summary>An expression with its type looked up. A null type is that of the literal <c>null</c>.</summary>
internal abstract record Bound(PropertyType? Type, bool Nullable)
{
    public bool IsNull => this is Constant { Value: null };

    /// <summary>Values: string, Guid, bool, long, decimal, double, DateTimeOffset, TimeSpan (durations), DateOnly, TimeOnly or null.</summary>
    public sealed record Constant(object? Value, PropertyType? Type) : Bound(Type, Value is null);

    public sealed record Column(RowSource Row, ODataProperty Property, bool Nullable) : Bound(Property.Type, Nullable);

    /// <summary>eq ne gt ge lt le, of operands that can be compared.</summary>
    public sealed record Comparison(string Operator, Bound Left, Bound Right) : Bound(PropertyType.Boolean, false);

    /// <summary>and or.</summary>
    public sealed record Logic(string Operator, Bound Left, Bound Right) : Bound(PropertyType.Boolean, Left.Nullable || Right.Nullable);

    public sealed record Not(Bound Operand) : Bound(PropertyType.Boolean, Operand.Nullable);

    public sealed record Negate(Bound Operand) : Bound(Operand.Type, Operand.Nullable);

    /// <summary>add sub mul div divby mod; the types of the operands choose between numbers, times and durations.</summary>
    public sealed record Arithmetic(string Operator, Bound Left, Bound Right, PropertyType Result, bool Nullable) : Bound(Result, Nullable);

    public sealed record Call(string Function, IReadOnlyList<Bound> Arguments, PropertyType Result, bool Nullable) : Bound(Result, Nullable);

    public sealed record In(Bound Operand, IReadOnlyList<Constant> Items, bool WithNull) : Bound(PropertyType.Boolean, false);

    /// <summary>any and all over a collection, possibly filtered first; without a body <c>any()</c>.</summary>
    public sealed record Quantified(bool All, RowSource.Over Row, RowSource From, ODataNavigation Navigation, Bound? Body, Bound? Filter) : Bound(PropertyType.Boolean, false);

    /// <summary><c>Nav/$count</c>, possibly filtered; without a navigation, <c>$root/Set/$count</c>.</summary>
    public sealed record Count(RowSource.Over Row, RowSource? From, ODataNavigation? Navigation, Bound? Filter) : Bound(PropertyType.Int64, false);

    /// <summary>A gathered value: sum min max average countdistinct median, or count without an operand.</summary>
    public sealed record Aggregate(string Method, Bound? Operand, PropertyType Result, bool Nullable) : Bound(Result, Nullable);

    /// <summary>The same of the rows of a related collection, for each row; the navigation may lead through joined rows.</summary>
    public sealed record Related(RowSource.Over Row, RowSource From, ODataNavigation Navigation, Aggregate Value) : Bound(Value.Type, true);

    /// <summary>
    /// A value over the rows of a partition: row_number, sum (of the whole partition) or sum_before (of the rows before this one in the order).
    /// </summary>
    public sealed record Window(string Function, Bound? Operand, IReadOnlyList<Bound> Partition, IReadOnlyList<OrderTerm> Order)
        : Bound(Operand?.Type ?? PropertyType.Int64, Operand is not null);

    /// <summary>The value of the first condition that is true, or null.</summary>
    public sealed record Case(IReadOnlyList<(Bound Condition, Bound Value)> Pairs, PropertyType? Result, bool Nullable) : Bound(Result, Nullable);

    /// <summary>A value of the one row of a set that the condition finds (<c>$root/Set(key)/…</c>), or null.</summary>
    public sealed record Elsewhere(RowSource.Over Row, Bound Condition, Bound Value) : Bound(Value.Type, true);

    /// <summary>The rows of an expanded collection, as JSON text.</summary>
    public sealed record Nested(ExpandItem Item, RowSource From) : Bound(PropertyType.String, false);

    /// <summary>Is the row new or changed since the position that the caller binds?</summary>
    public sealed record ChangedSince(RowSource.Over Row, SqlPerDialect Condition) : Bound(PropertyType.Boolean, false);

    /// <summary>The query's row is reached by this navigation from the entity that the condition finds: the path <c>Set(key)/Nav</c>.</summary>
    public sealed record ReachedFrom(RowSource.Over Row, Bound Condition, RowSource.Over Parent, ODataNavigation Navigation)
        : Bound(PropertyType.Boolean, false);
}

/// <summary>A term of an order with what it needs for paging.</summary>
internal sealed record OrderTerm(Bound Value, bool Descending);
