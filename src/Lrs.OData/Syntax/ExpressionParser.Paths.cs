namespace Lrs.OData;

/// <content>Paths, calls, lambdas and JSON literals.</content>
internal sealed partial class ExpressionParser
{
    private PathSyntax Path()
    {
        var segments = new List<Segment> { Segment(first: true) };
        while (TryTake('/'))
        {
            segments.Add(Segment(first: false));
        }

        return new PathSyntax(segments);
    }

    private Segment Segment(bool first)
    {
        budget.Spend(place);
        if (now.Kind is not TokenKind.Name)
        {
            throw Unexpected("a name");
        }

        var (at, name) = (now.At, now.Text);
        Take();
        var segment = new Segment(at, name);
        var lambda = name.ToLowerInvariant() is "any" or "all";
        if (!now.Is('('))
        {
            return lambda && !first ? throw Fault($"'{name}' needs parentheses.") : segment;
        }

        if (lambda)
        {
            return first ? throw Fault($"'{name}' needs a collection before it, as in Items/{name}(…).") : Lambda(at, name);
        }

        return name.ToLowerInvariant() switch
        {
            "$count" => CountOptions(segment),
            "$filter" => segment with { Body = Parenthesised() },
            _ => segment with { Arguments = Arguments() },
        };
    }

    private Segment Lambda(int at, string name)
    {
        Require('(');
        var segment = new Segment(at, name.ToLowerInvariant()) { IsLambda = true };
        if (segment.Name is "any" && TryTake(')'))
        {
            return segment;
        }

        if (now.Kind is not TokenKind.Name)
        {
            throw Unexpected("the name of a variable");
        }

        var variable = now.Text;
        Take();
        Require(':');
        var body = Expression();
        Require(')');
        return segment with { Variable = variable, Body = body };
    }

    // $count($filter=…;$search=…): a count that is filtered before it counts (4.01 part 2, 4.8).
    private Segment CountOptions(Segment segment)
    {
        do
        {
            Take();
            var option = now.Kind is TokenKind.Name ? now.Text.TrimStart('$').ToLowerInvariant() : "";
            Take();
            segment = option switch
            {
                "filter" when now.Is('=') && segment.Body is null => segment with { Body = AfterEquals() },
                "search" when now.Is('=') && segment.Search is null => segment with { Search = RawValue() },
                _ => throw Unexpected("$filter or $search, each once,"),
            };
        }
        while (now.Is(';'));
        Require(')');
        return segment;
    }

    private Syntax AfterEquals()
    {
        Require('=');
        return Expression();
    }

    // A search has a grammar of its own.
    private string RawValue()
    {
        var text = lexer.Raw();
        Take();
        return text;
    }

    private List<Argument> Arguments()
    {
        Require('(');
        var arguments = new List<Argument>();
        if (TryTake(')'))
        {
            return arguments;
        }

        do
        {
            var value = Expression();
            if (now.Is('=') && value is PathSyntax { SimpleName: { } name })
            {
                Take();
                arguments.Add(new Argument(name, Expression()));
            }
            else
            {
                arguments.Add(new Argument(null, value) { Result = TryTake(':') ? Expression() : null });
            }
        }
        while (TryTake(','));
        Require(')');
        return arguments;
    }

    private ListSyntax Array()
    {
        var at = now.At;
        Require('[');
        var items = new List<Syntax>();
        while (!now.Is(']'))
        {
            items.Add(Expression());
            budget.Items(items.Count, place);
            if (!TryTake(','))
            {
                break;
            }
        }

        Require(']');
        return Count(new ListSyntax(at, items));
    }

    private ObjectSyntax Object()
    {
        var at = now.At;
        Require('{');
        var members = new List<KeyValuePair<string, Syntax>>();
        while (now.Kind is TokenKind.String)
        {
            var name = now.Text;
            Take();
            Require(':');
            members.Add(new(name, Expression()));
            if (!TryTake(','))
            {
                break;
            }
        }

        Require('}');
        return Count(new ObjectSyntax(at, members));
    }

    private void Take() => now = lexer.Next();

    private bool TryTake(char mark)
    {
        if (!now.Is(mark))
        {
            return false;
        }

        Take();
        return true;
    }

    private bool Word(string word)
    {
        if (now.Kind is not TokenKind.Name || !now.Text.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Take();
        return true;
    }

    private void Require(char mark)
    {
        if (!TryTake(mark))
        {
            throw Unexpected($"'{mark}'");
        }
    }

    private void End()
    {
        if (now.Kind is not TokenKind.End)
        {
            throw Unexpected("the end or an operator");
        }
    }

    private RefusedException Unexpected(string wanted) => Fault($"{wanted} is expected here, not {now}.");

    private RefusedException Fault(string message) => RefusedException.Bad("syntax", $"{place}, position {now.At}: {message}", place);
}
