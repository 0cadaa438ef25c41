using System.Text.RegularExpressions;

namespace Lrs.OData;

/// <content>Functions and arithmetic.</content>
internal sealed partial class Binder
{
    private Bound Call(Segment call, PathSyntax at, RowSource row)
    {
        if (Special(call, at, row) is { } special)
        {
            return special;
        }

        if (Functions.Find(call.Name) is not { } function)
        {
            throw call.Name.StartsWith("geo.", StringComparison.OrdinalIgnoreCase) ? Unsupported(at, $"the function {call.Name} is not supported; the model has no places")
                : Bad("function.unknown", at, $"there is no function {call.Name}.");
        }

        var (name, signature) = function;
        var arguments = call.Arguments!;
        if (arguments.Count > signature.Parameters.Length || arguments.Count < signature.Parameters.Length - signature.Optional)
        {
            throw Bad("function.arguments", at, $"{name} takes {signature.Parameters.Length} arguments, not {arguments.Count}.");
        }

        var bound = arguments.Select((a, i) => Argument(name, a, signature.Parameters[i], at, row)).ToList();
        if (bound.Any(b => b.IsNull))
        {
            return new Bound.Constant(null, signature.Result);
        }

        if (name is "round" or "floor" or "ceiling" && IsNaN(bound[0]))
        {
            return bound[0];
        }

        return name switch
        {
            "now" => new Bound.Constant(context.Now, PropertyType.DateTimeOffset),
            "mindatetime" => new Bound.Constant(DateTimeOffset.MinValue, PropertyType.DateTimeOffset),
            "maxdatetime" => new Bound.Constant(DateTimeOffset.MaxValue, PropertyType.DateTimeOffset),
            "matchesPattern" => Pattern(bound, at),
            "round" or "floor" or "ceiling" => new Bound.Call(name, bound, Rounded(bound[0].Type!), bound[0].Nullable),
            _ => new Bound.Call(name, bound, signature.Result, bound.Any(b => b.Nullable)),
        };
    }

    private Bound Argument(string function, Argument argument, EdmKind[] allowed, Syntax at, RowSource row)
    {
        if (argument.Name is not null || argument.Result is not null)
        {
            throw Bad("function.arguments", at, $"{function} takes its arguments by position.");
        }

        if (argument.Value is ListSyntax or ObjectSyntax)
        {
            throw Unsupported(argument.Value, $"{function} of a collection is not supported");
        }

        var bound = Bind(argument.Value, row);
        if (bound.IsNull)
        {
            return bound;
        }

        if (bound is Bound.Constant constant && !allowed.Contains(bound.Type!.Kind))
        {
            bound = allowed.Select(kind => constant.Value is string text ? Literals.Parse(text, kind) : null).FirstOrDefault(c => c is not null) ?? bound;
        }

        return allowed.Contains(bound.Type!.Kind)
            ? bound
            : throw Bad("type", argument.Value, $"{function} takes {string.Join(" or ", allowed.Select(k => "Edm." + k))}, not {Describe(bound)}.");
    }

    // Checked here, since a database would answer a broken pattern with a failure of the whole query; and without what makes some
    // patterns run for ever.
    private Bound.Call Pattern(List<Bound> arguments, Syntax at)
    {
        if (arguments[1] is not Bound.Constant { Value: string pattern })
        {
            throw Unsupported(at, "the pattern of matchesPattern must be a literal");
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            throw Unsupported(at, "patterns that look around or back are not supported");
        }
        catch (ArgumentException fault)
        {
            throw Bad("pattern", at, $"this is no regular expression: {fault.Message}");
        }

        return new Bound.Call("matchesPattern", arguments, PropertyType.Boolean, arguments[0].Nullable);
    }

    private Bound Cast(Segment call, PathSyntax at, RowSource row)
    {
        if (call.Arguments is not [{ Name: null } value, { Name: null, Value: PathSyntax { SimpleName: { } typeName } }])
        {
            throw Unsupported(at, "cast takes a value and the name of a primitive type");
        }

        if (!typeName.StartsWith("Edm.", StringComparison.Ordinal) || !Enum.TryParse<EdmKind>(typeName.AsSpan(4), out var kind))
        {
            throw Unsupported(at, $"cast to {typeName} is not supported");
        }

        var bound = Bind(value.Value, row);
        if (bound is Bound.Constant constant)
        {
            return CastConstant(constant, kind);
        }

        return kind == bound.Type!.Kind ? bound
            : kind is EdmKind.String || (bound.Type.IsNumber && kind is EdmKind.Int32 or EdmKind.Int64 or EdmKind.Decimal or EdmKind.Double)
                || (bound.Type.Kind is EdmKind.DateTimeOffset && kind is EdmKind.Date)
            ? new Bound.Call("cast", [bound], TypeOf(kind), bound.Nullable)
            : throw Unsupported(at, $"cast of {Describe(bound)} to {typeName} is not supported");
    }

    // A cast that fails gives null (4.01 part 2, 5.1.1.10.1).
    private static Bound.Constant CastConstant(Bound.Constant constant, EdmKind kind) =>
        constant.Value is null ? new(null, TypeOf(kind))
        : Literals.Parse(Literals.Text(constant.Value), kind) is { } parsed ? parsed with { Type = TypeOf(kind) } : new(null, TypeOf(kind));

    private static PropertyType Rounded(PropertyType type) => type.Kind is EdmKind.Double ? PropertyType.Double : PropertyType.AnyDecimal;

    private static PropertyType TypeOf(EdmKind kind) => kind switch
    {
        EdmKind.String => PropertyType.String,
        EdmKind.Guid => PropertyType.Guid,
        EdmKind.Boolean => PropertyType.Boolean,
        EdmKind.Int32 => PropertyType.Int32,
        EdmKind.Int64 => PropertyType.Int64,
        EdmKind.Decimal => PropertyType.AnyDecimal,
        EdmKind.Double => PropertyType.Double,
        EdmKind.DateTimeOffset => PropertyType.DateTimeOffset,
        EdmKind.Duration => PropertyType.Duration,
        EdmKind.Date => PropertyType.Date,
        _ => PropertyType.TimeOfDay,
    };

    private Bound Arithmetic(BinarySyntax syntax, RowSource row)
    {
        var (left, right) = (Bind(syntax.Left, row), Bind(syntax.Right, row));
        if (left.IsNull || right.IsNull)
        {
            return new Bound.Constant(null, left.Type ?? right.Type);
        }

        // A quoted duration without its prefix (4.01) can only be meant as one beside a time.
        if (right is Bound.Constant { Value: string text } && left.Type!.Kind is EdmKind.DateTimeOffset or EdmKind.Date or EdmKind.Duration)
        {
            right = Literals.Parse(text, EdmKind.Duration) ?? right;
        }

        if (IsNaN(left) || IsNaN(right))
        {
            return IsNaN(left) ? left : right;
        }

        var result = Result(syntax.Operator, left.Type!, right.Type!)
            ?? throw Bad("type", syntax, $"'{syntax.Operator}' is not defined for {Describe(left)} and {Describe(right)}.");

        // Division by zero gives null, so a quotient may be null even when its operands are not.
        var nullable = left.Nullable || right.Nullable || (syntax.Operator is "div" or "divby" or "mod" && right is not Bound.Constant);
        return new Bound.Arithmetic(syntax.Operator, left, right, result, nullable || IsZero(right));
    }

    private static bool IsZero(Bound bound) => bound is Bound.Constant { Value: 0L or 0m or 0d };

    private static PropertyType? Result(string op, PropertyType left, PropertyType right) => (op, left.Kind, right.Kind) switch
    {
        ("divby", _, _) when left.IsWhole && right.IsWhole => PropertyType.AnyDecimal,
        _ when left.IsWhole && right.IsWhole => PropertyType.Int64,
        _ when left.IsNumber && right.IsNumber => left.Kind is EdmKind.Double || right.Kind is EdmKind.Double ? PropertyType.Double : PropertyType.AnyDecimal,
        ("add" or "sub", EdmKind.DateTimeOffset, EdmKind.Duration) => PropertyType.DateTimeOffset,
        ("add" or "sub", EdmKind.Date, EdmKind.Duration) => PropertyType.Date,
        ("add" or "sub", EdmKind.Duration, EdmKind.Duration) => PropertyType.Duration,
        ("sub", EdmKind.DateTimeOffset, EdmKind.DateTimeOffset) or ("sub", EdmKind.Date, EdmKind.Date) => PropertyType.Duration,
        ("mul" or "div" or "divby", EdmKind.Duration, _) when right.IsNumber => PropertyType.Duration,
        ("mul", _, EdmKind.Duration) when left.IsNumber => PropertyType.Duration,
        _ => null,
    };
}
