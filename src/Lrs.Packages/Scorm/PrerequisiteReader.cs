using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lrs.Packages.Scorm;

/// <summary>Reads the script of prerequisites. AND binds tighter than OR; brackets group.</summary>
internal sealed class PrerequisiteReader(string text)
{
    private const int Deepest = 50;

    // The names of a status, and the letters that AICC writes for them.
    private static readonly string[] Words = ["passed", "completed", "failed", "incomplete", "browsed", "not attempted"];

    private int at;
    private int depth;

    public bool Read([NotNullWhen(true)] out Prerequisites? script, [NotNullWhen(false)] out string? fault)
    {
        (script, fault) = (null, null);
        try
        {
            var read = Either();
            if (Peek() is { } left)
            {
                throw Wrong($"'{left}' is not expected");
            }

            script = read;
            return true;
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
            return false;
        }
    }

    private Prerequisites Either() => Joined('|', () => Joined('&', One, every: true), every: false);

    private Prerequisites Joined(char sign, Func<Prerequisites> part, bool every)
    {
        var parts = new List<Prerequisites> { part() };
        while (Peek() == sign)
        {
            at++;
            parts.Add(part());
        }

        return parts.Count == 1 ? parts[0] : new Prerequisites.AtLeast(every ? parts.Count : 1, parts);
    }

    private Prerequisites One()
    {
        if (++depth > Deepest)
        {
            throw Wrong($"it nests deeper than {Deepest} levels");
        }

        var read = Peek() switch
        {
            '~' => Negated(),
            '(' => Bracketed(),
            _ => Named(),
        };
        depth--;
        return read;
    }

    private Prerequisites.Not Negated()
    {
        at++;
        return new Prerequisites.Not(One());
    }

    private Prerequisites Bracketed()
    {
        at++;
        var inner = Either();
        Expect(')');
        return inner;
    }

    private Prerequisites Named()
    {
        var name = Name();
        switch (Peek())
        {
            case '*' when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                at++;
                return Set(count);
            case '=':
                at++;
                return new Prerequisites.Status(name, Word(), Equal: true);
            case '<':
                at++;
                Expect('>');
                return new Prerequisites.Status(name, Word(), Equal: false);
            default:
                return new Prerequisites.Done(name);
        }
    }

    private Prerequisites.AtLeast Set(int count)
    {
        Expect('{');
        var members = new List<Prerequisites> { Either() };
        while (Peek() == ',')
        {
            at++;
            members.Add(Either());
        }

        Expect('}');
        return count <= members.Count ? new Prerequisites.AtLeast(count, members) : throw Wrong($"{count} of {members.Count} cannot be");
    }

    private string Word()
    {
        var quoted = Peek() == '"';
        var start = at + 1;
        if (quoted && (at = text.IndexOf('"', start)) < 0)
        {
            at = text.Length;
            throw Wrong("a quotation mark is not closed");
        }

        var written = (quoted ? text[start..at++] : Name()).Trim().ToLowerInvariant();
        return Words.FirstOrDefault(word => word == written || (written.Length == 1 && word[0] == written[0])) ?? throw Wrong($"'{written}' is none of {string.Join(", ", Words)}");
    }

    private string Name()
    {
        Peek();
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !"&|~()=<>*{},\"".Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Wrong(at < text.Length ? $"'{text[at]}' is not expected" : "an identifier is missing");
    }

    private void Expect(char sign)
    {
        if (Peek() != sign)
        {
            throw Wrong($"'{sign}' is missing");
        }

        at++;
    }

    private char? Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : null;
    }

    private FormatException Wrong(string what) => new($"{what} at character {at + 1}");
}
