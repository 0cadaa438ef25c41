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

    /// <summary>any and all over a collection; without a body <c>any()</c>.</summary>
    public sealed record Quantified(bool All, RowSource.Over Row, RowSource From, ODataNavigation Navigation, Bound? Body) : Bound(PropertyType.Boolean, false);

    /// <summary><c>Nav/$count</c>, possibly filtered.</summary>
    public sealed record Count(RowSource.Over Row, RowSource From, ODataNavigation Navigation, Bound? Filter) : Bound(PropertyType.Int64, false);

    /// <summary>The rows of an expanded collection, as JSON text.</summary>
    public sealed record Nested(ExpandItem Item, RowSource From) : Bound(PropertyType.String, false);

    /// <summary>The query's row is reached by this navigation from the entity that the condition finds: the path <c>Set(key)/Nav</c>.</summary>
    public sealed record ReachedFrom(RowSource.Over Row, Bound Condition, RowSource.Over Parent, ODataNavigation Navigation)
        : Bound(PropertyType.Boolean, false);
}

/// <summary>A term of an order with what it needs for paging.</summary>
internal sealed record OrderTerm(Bound Value, bool Descending);
