namespace Lrs.OData;

/// <summary>A search expression (4.01 part 2, 5.1.7).</summary>
internal abstract record SearchSyntax
{
    /// <summary>A word or phrase.</summary>
    public sealed record Term(string Text) : SearchSyntax;

    public sealed record Not(SearchSyntax Operand) : SearchSyntax;

    /// <summary>AND, also where nothing stands between two terms, and OR.</summary>
    public sealed record Both(bool And, SearchSyntax Left, SearchSyntax Right) : SearchSyntax;
}

/// <summary>
/// Reads <c>$search</c>: words, phrases in double quotes, AND, OR, NOT and parentheses; NOT binds strongest, then AND. A keyword where
/// no operator can stand is a word like others, as the corpus of OASIS has it.
/// </summary>
internal sealed class SearchParser(string text, string place, NodeBudget budget)
{
    private int at;
    private int depth;

    public SearchSyntax Whole()
    {
        var value = Or();
        return AtEnd() ? value : throw Fault($"'{text[at]}' does not belong here.");
    }

    private SearchSyntax Or()
    {
        if (++depth > budget.Depth)
        {
            throw RefusedException.Bad("limit.depth", $"{place}, position {at}: search expressions may nest {budget.Depth} levels deep.", place);
        }

        var left = And();
        while (Operator("OR"))
        {
            left = new SearchSyntax.Both(false, left, And());
        }

        depth--;
        return left;
    }

    private SearchSyntax And()
    {
        var left = Unary();
        while (!AtEnd() && text[at] is not ')' && !IsOperator("OR"))
        {
            Operator("AND");
            left = new SearchSyntax.Both(true, left, Unary());
        }

        return left;
    }

    private SearchSyntax Unary()
    {
        budget.Spend(place);
        return Operator("NOT") ? new SearchSyntax.Not(Primary()) : Primary();
    }

    private SearchSyntax Primary()
    {
        if (AtEnd())
        {
            throw Fault("a word is missing here.");
        }

        if (text[at] is '"')
        {
            return Phrase();
        }

        if (text[at] is not '(')
        {
            return Word();
        }

        at++;
        var inner = Or();
        if (AtEnd() || text[at] is not ')')
        {
            throw Fault("a closing parenthesis is missing.");
        }

        at++;
        return inner;
    }

    private SearchSyntax.Term Phrase()
    {
        var words = new System.Text.StringBuilder();
        for (at++; at < text.Length && text[at] is not '"'; at++)
        {
            at += text[at] is '\\' && at + 1 < text.Length ? 1 : 0;
            words.Append(text[at]);
        }

        if (at++ >= text.Length)
        {
            throw Fault("the phrase has no closing quote.");
        }

        if (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ')')
        {
            throw Fault("a space is missing after the phrase.");
        }

        return words.Length > 0 ? new SearchSyntax.Term(words.ToString()) : throw Fault("the phrase is empty.");
    }

    // A word in apostrophes may hold what would end it otherwise.
    private SearchSyntax.Term Word()
    {
        var start = at;
        var quoted = text[at] is '\'' && text.IndexOf('\'', at + 1) is > 0;
        at = quoted ? text.IndexOf('\'', at + 1) + 1 : at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"'))
        {
            at++;
        }

        return at > start ? new SearchSyntax.Term(text[start..at]) : throw Fault($"'{text[at]}' does not belong here.");
    }

    // An operator is followed by space or a parenthesis and something to work on.
    private bool IsOperator(string word)
    {
        var end = at + word.Length;
        return !AtEnd() && string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && end < text.Length
            && (char.IsWhiteSpace(text[end]) || text[end] is '(' or '"') && text[end..].Trim() is { Length: > 0 } rest && rest[0] is not ')';
    }

    private bool Operator(string word)
    {
        if (!IsOperator(word))
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    private bool AtEnd()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at >= text.Length;
    }

    private RefusedException Fault(string message) => RefusedException.Bad("syntax", $"{place}, position {at}: {message}", place);
}
