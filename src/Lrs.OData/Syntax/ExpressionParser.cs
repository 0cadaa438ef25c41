namespace Lrs.OData;

/// <summary>
/// Reads the common expression syntax (4.01 part 2, 5.1.1; ABNF commonExpr) by operator precedence. It accepts the whole
/// language; what this service cannot answer is refused by the binder, which knows the names. Operators are case-insensitive (4.01).
/// </summary>
internal sealed partial class ExpressionParser
{
    private const int Equality = 3;
    private const int Unary = 7;

    private static readonly Dictionary<string, int> Precedence = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = 1, ["and"] = 2,
        ["eq"] = 3, ["ne"] = 3,
        ["gt"] = 4, ["ge"] = 4, ["lt"] = 4, ["le"] = 4,
        ["add"] = 5, ["sub"] = 5,
        ["mul"] = 6, ["div"] = 6, ["divby"] = 6, ["mod"] = 6,
        ["has"] = 8, ["in"] = 8,
    };

    private readonly Lexer lexer;
    private readonly string place;
    private readonly NodeBudget budget;
    private Token now;
    private int depth;

    public ExpressionParser(string text, string place, NodeBudget budget)
    {
        lexer = new Lexer(text, place);
        this.place = place;
        this.budget = budget;
        now = lexer.Next();
    }

    /// <summary>One expression that fills the whole text.</summary>
    public Syntax Whole()
    {
        var value = Expression();
        End();
        return value;
    }

    /// <summary>The terms of <c>$orderby</c>.</summary>
    public IReadOnlyList<OrderSyntax> OrderBy()
    {
        var terms = new List<OrderSyntax>();
        do
        {
            var value = Expression();
            var descending = Word("desc");
            if (!descending)
            {
                Word("asc");
            }

            terms.Add(new OrderSyntax(value, descending));
        }
        while (TryTake(','));
        End();
        return terms;
    }

    private Syntax Expression(int floor = 1)
    {
        if (++depth > budget.Depth)
        {
            throw RefusedException.Bad("limit.depth", $"{place}, position {now.At}: expressions may nest {budget.Depth} levels deep.", place);
        }

        var left = Prefix();
        while (now.Kind is TokenKind.Name && Precedence.TryGetValue(now.Text, out var rank) && rank >= floor)
        {
            var (at, word) = (now.At, now.Text.ToLowerInvariant());
            Take();
            var right = word is "in" ? InList() : Expression(rank + 1);
            left = Count(new BinarySyntax(at, word, left, right));
        }

        depth--;
        return left;
    }

    private Syntax Prefix()
    {
        var at = now.At;
        if (TryTake('-'))
        {
            return Count(new UnarySyntax(at, "-", Expression(Unary)));
        }

        // "not a eq b" is read as "not (a eq b)": the same for booleans, and the only meaning for the rest.
        return Word("not") ? Count(new UnarySyntax(at, "not", Expression(Equality))) : Primary();
    }

    private Syntax Primary()
    {
        var token = now;
        if (token.Kind is TokenKind.Name)
        {
            return Path();
        }

        if (token.Kind is TokenKind.Mark)
        {
            return token.Text[0] switch
            {
                '(' => Parenthesised(),
                '[' => Array(),
                '{' => Object(),
                _ => throw Unexpected("a value"),
            };
        }

        if (token.Kind is TokenKind.End)
        {
            throw Unexpected("a value");
        }

        Take();
        return Count(new LiteralSyntax(token));
    }

    private Syntax Parenthesised()
    {
        Require('(');
        var value = Expression();
        if (now.Is(','))
        {
            throw Fault("A list may stand only to the right of 'in'.");
        }

        Require(')');
        return value;
    }

    private Syntax InList()
    {
        if (!now.Is('('))
        {
            return Expression(9);
        }

        var at = now.At;
        Take();
        var items = new List<Syntax>();
        while (!now.Is(')'))
        {
            items.Add(Expression());
            budget.Items(items.Count, place);
            if (!TryTake(','))
            {
                break;
            }
        }

        Require(')');
        if (items.Count > 1 && items.FirstOrDefault(i => !IsConstant(i)) is { } variable)
        {
            throw RefusedException.Bad("syntax", $"{place}, position {variable.At}: a list holds literals only.", place);
        }

        return Count(new ListSyntax(at, items));
    }

    private static bool IsConstant(Syntax item) => item switch
    {
        LiteralSyntax or ListSyntax or ObjectSyntax => true,
        UnarySyntax { Operator: "-" } negative => IsConstant(negative.Operand),
        PathSyntax path => path.SimpleName is { } name && (name is "null" or "true" or "false" || name[0] is '@'),
        _ => false,
    };

    private T Count<T>(T node)
        where T : Syntax
    {
        budget.Spend(place);
        return node;
    }
}
