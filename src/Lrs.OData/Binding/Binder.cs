namespace Lrs.OData;

/// <summary>Looks up names and checks types: syntax in, a typed expression out, or a refusal that names the place.</summary>
internal sealed partial class Binder
{
    private readonly ODataModel model;
    private readonly ODataContext context;
    private readonly NodeBudget budget;
    private Dictionary<string, (string Text, RowSource? Row)> aliases;
    private readonly Dictionary<string, RowSource> variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> openAliases = new(StringComparer.Ordinal);
    private readonly Dictionary<RowSource, IReadOnlyDictionary<string, ODataProperty>> computed = [];
    private int rows;
    private string place = "";

    public Binder(ODataModel model, ODataContext context, NodeBudget budget, IReadOnlyDictionary<string, string> aliases)
    {
        this.model = model;
        this.context = context;
        this.budget = budget;
        this.aliases = aliases.ToDictionary(a => a.Key, a => (a.Value, (RowSource?)null), StringComparer.Ordinal);
    }

    public RowSource.Over NewRow(ODataEntitySet set) => new(set, rows++);

    /// <summary>From now on, expressions over the row may name these computed properties.</summary>
    public void Speak(RowSource row, IReadOnlyDictionary<string, ODataProperty> names) => computed[row] = names;

    /// <summary>Binds what may name aliases that are defined beside it, which speak of its row.</summary>
    public T Within<T>(IReadOnlyDictionary<string, string> defined, RowSource row, Func<T> bind)
    {
        var outer = aliases;
        if (defined.Count > 0)
        {
            aliases = new(outer, StringComparer.Ordinal);
            foreach (var (name, text) in defined)
            {
                aliases[name] = (text, row);
            }
        }

        var bound = bind();
        aliases = outer;
        return bound;
    }

    /// <summary>A condition such as <c>$filter</c>.</summary>
    public Bound Condition(Syntax syntax, RowSource row, string where)
    {
        place = where;
        return Boolean(syntax, row);
    }

    /// <summary>A value such as a term of <c>$orderby</c>.</summary>
    public Bound Value(Syntax syntax, RowSource row, string where)
    {
        place = where;
        return Bind(syntax, row);
    }

    private Bound Boolean(Syntax syntax, RowSource row)
    {
        var bound = Bind(syntax, row);
        if (bound.IsNull)
        {
            return new Bound.Constant(false, PropertyType.Boolean);
        }

        return bound.Type!.Kind is EdmKind.Boolean ? bound : throw Bad("type", syntax, $"a condition is expected, and this is {bound.Type.Name}.");
    }

    private Bound Bind(Syntax syntax, RowSource row) => syntax switch
    {
        LiteralSyntax literal => Literals.Read(literal.Token, place),
        UnarySyntax { Operator: "not" } not => new Bound.Not(Boolean(not.Operand, row)),
        UnarySyntax negative => Negate(negative, row),
        BinarySyntax { Operator: "and" or "or" } logic => new Bound.Logic(logic.Operator, Boolean(logic.Left, row), Boolean(logic.Right, row)),
        BinarySyntax { Operator: "in" } within => In(within, row),
        BinarySyntax { Operator: "has" } has => throw Unsupported(has, "'has' needs an enumeration, and the model has none"),
        BinarySyntax { Operator: "eq" or "ne" or "gt" or "ge" or "lt" or "le" } compare => Compare(compare, row),
        BinarySyntax arithmetic => Arithmetic(arithmetic, row),
        PathSyntax { SimpleName: { } name } path => Name(name, path, row),
        PathSyntax { Segments: [{ Arguments: not null } call] } path => Call(call, path, row),
        PathSyntax { Segments: [{ Name: ['@', ..] alias, Arguments: null }, _, ..] } path when aliases.TryGetValue(alias, out var defined) => AliasPath(path, alias, defined, row),
        PathSyntax path => Path(path, row),
        ListSyntax list => throw Unsupported(list, "collections as values are not supported"),
        ObjectSyntax entity => throw Unsupported(entity, "the model has no complex values to compare with"),
        _ => throw new InvalidOperationException($"No rule for {syntax.GetType().Name}."),
    };

    private Bound Name(string name, PathSyntax path, RowSource row) => name switch
    {
        "null" => new Bound.Constant(null, null),
        "true" => new Bound.Constant(true, PropertyType.Boolean),
        "false" => new Bound.Constant(false, PropertyType.Boolean),
        _ when name[0] is '@' => Alias(name, path, row),
        _ => Path(path, row),
    };

    // A parameter alias stands for the expression given to it elsewhere in the URL; one that is not given is null (4.01 part 1, 11.2.5.1.3).
    private Bound Alias(string name, Syntax at, RowSource row)
    {
        if (!aliases.TryGetValue(name, out var defined))
        {
            return new Bound.Constant(null, null);
        }

        return Aliased(name, at, () => At(defined.Row, () => Bind(new ExpressionParser(defined.Text, name, budget).Whole(), defined.Row ?? row)));
    }

    // @m/Name, where @m stands for a path such as $this.
    private Bound AliasPath(PathSyntax at, string name, (string Text, RowSource? Row) defined, RowSource row) =>
        new ExpressionParser(defined.Text, name, budget).Whole() is PathSyntax path
            ? Aliased(name, at, () => At(defined.Row, () => Bind(new PathSyntax([.. path.Segments, .. at.Segments.Skip(1)]), defined.Row ?? row)))
            : throw Bad("type", at, $"the alias {name} is no path.");

    private Bound At(RowSource? row, Func<Bound> bind)
    {
        var outer = @this;
        @this = row ?? outer;
        var bound = bind();
        @this = outer;
        return bound;
    }

    private Bound Aliased(string name, Syntax at, Func<Bound> bind)
    {
        if (!openAliases.Add(name))
        {
            throw Bad("alias.cycle", at, $"the alias {name} is defined by itself.");
        }

        var outer = place;
        place = name;
        var bound = bind();
        place = outer;
        openAliases.Remove(name);
        return bound;
    }

    private Bound Negate(UnarySyntax syntax, RowSource row)
    {
        var operand = Bind(syntax.Operand, row);
        return operand switch
        {
            Bound.Constant { Value: long n } when n != long.MinValue => new Bound.Constant(-n, operand.Type),
            Bound.Constant { Value: decimal n } => new Bound.Constant(-n, operand.Type),
            Bound.Constant { Value: double n } => new Bound.Constant(-n, operand.Type),
            Bound.Constant { Value: TimeSpan span } when span != TimeSpan.MinValue => new Bound.Constant(-span, operand.Type),
            _ when operand.IsNull => operand,
            _ when operand.Type!.IsNumber || operand.Type.Kind is EdmKind.Duration => new Bound.Negate(operand),
            _ => throw Bad("type", syntax, $"{operand.Type.Name} cannot be negated."),
        };
    }

    private Bound Compare(BinarySyntax syntax, RowSource row)
    {
        if (syntax.Operator is "eq" or "ne" && NavigationAndNull(syntax, row) is { } check)
        {
            return check;
        }

        var (left, right) = Alike(syntax, Bind(syntax.Left, row), Bind(syntax.Right, row));

        if (left.IsNull || right.IsNull)
        {
            return WithNull(syntax.Operator, left, right);
        }

        // Nothing is equal to NaN, less or greater. Decided here, since SQLite has no NaN and PostgreSQL sorts it.
        return IsNaN(left) || IsNaN(right)
            ? new Bound.Constant(syntax.Operator is "ne", PropertyType.Boolean)
            : new Bound.Comparison(syntax.Operator, left, right);
    }

    // Only equality knows null; it is neither less nor greater than anything (4.01 part 2, 5.1.1.1).
    private static Bound WithNull(string op, Bound left, Bound right) =>
        op is not ("eq" or "ne") ? new Bound.Constant(false, PropertyType.Boolean)
        : left is Bound.Constant && right is Bound.Constant ? new Bound.Constant((op is "eq") == (left.IsNull && right.IsNull), PropertyType.Boolean)
        : new Bound.Comparison(op, left, right);

    private static bool IsNaN(Bound bound) => bound is Bound.Constant { Value: double.NaN };

    // A navigation property may be compared with null only (4.01 part 2, 5.1.1.1.1).
    private Bound? NavigationAndNull(BinarySyntax syntax, RowSource row)
    {
        var (path, other) = (syntax.Left as PathSyntax, syntax.Right);
        var target = path is null ? null : ToOne(path, row);
        if (target is null)
        {
            (path, other) = (syntax.Right as PathSyntax, syntax.Left);
            target = path is null ? null : ToOne(path, row);
        }

        if (target is null)
        {
            return null;
        }

        if (other is not PathSyntax { SimpleName: "null" })
        {
            throw Unsupported(syntax, "an entity can be compared with null only");
        }

        if (target.Navigation.Joins.Count == 0)
        {
            // The rows of a cross join are never missing.
            return new Bound.Constant(syntax.Operator is "ne", PropertyType.Boolean);
        }

        var foreignKey = Column(target.From, target.From.Set.Property(target.Navigation.Joins[0].Here)!);
        return new Bound.Comparison(syntax.Operator, foreignKey, new Bound.Constant(null, null));
    }

    private (Bound Left, Bound Right) Alike(BinarySyntax syntax, Bound left, Bound right)
    {
        if (left.IsNull || right.IsNull)
        {
            return (left, right);
        }

        if (left is Bound.Constant l && right is not Bound.Constant)
        {
            left = Literals.Convert(l, right.Type!) ?? left;
        }
        else if (right is Bound.Constant r)
        {
            right = Literals.Convert(r, left.Type!) ?? right;
        }

        return left.Type!.Kind == right.Type!.Kind || (left.Type.IsNumber && right.Type.IsNumber)
            ? (left, right)
            : throw Bad("type", syntax, $"{Describe(left)} cannot be compared with {Describe(right)}.");
    }

    private Bound In(BinarySyntax syntax, RowSource row)
    {
        var operand = Bind(syntax.Left, row);
        var list = syntax.Right is PathSyntax { SimpleName: ['@', ..] name } && aliases.TryGetValue(name, out var defined)
            ? new ExpressionParser("null in " + defined.Text, name, budget).Whole() is BinarySyntax { Right: var aliased } ? aliased : syntax.Right
            : syntax.Right;
        if (list is not ListSyntax items || items.Items is [PathSyntax { SimpleName: not null and not ("null" or "true" or "false") }])
        {
            throw Unsupported(syntax.Right, "'in' takes a list of literals here");
        }

        var constants = items.Items.Select(item => Item(syntax, operand, item, row)).ToList();
        var withNull = constants.Any(c => c.Value is null);
        return operand.IsNull || constants.Count == 0
            ? new Bound.Constant(withNull, PropertyType.Boolean)
            : new Bound.In(operand, [.. constants.Where(c => c.Value is not null && !IsNaN(c))], withNull);
    }

    private Bound.Constant Item(BinarySyntax syntax, Bound operand, Syntax item, RowSource row) =>
        Bind(item, row) is not Bound.Constant constant ? throw Bad("type", item, "a list holds literals only.")
        : operand.IsNull ? constant
        : (Bound.Constant)Alike(syntax, operand, constant).Right;

    private static string Describe(Bound bound) => bound is Bound.Column column ? $"{column.Property.Name} ({bound.Type!.Name})" : bound.Type!.Name;

    private RefusedException Bad(string code, Syntax at, string message) => RefusedException.Bad(code, $"{place}, position {at.At}: {message}", place);

    private RefusedException Unsupported(Syntax at, string message) => RefusedException.Unsupported($"{place}, position {at.At}: {message}.", place);
}
