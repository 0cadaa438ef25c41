using System.Text;

namespace Lrs.Xapi;

/// <summary>
/// The parameters of one request, read strictly (Communication 3.2): each known one at most once and in its own case, no unknown one,
/// values to the standard of the same types in statements. Faults lie at <c>?name</c>.
/// </summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly XapiVersion version;
    private readonly Faults faults;

    public Parameters(IEnumerable<KeyValuePair<string, string>> parameters, ReadOnlySpan<string> known, XapiVersion version, Faults faults)
    {
        this.version = version;
        this.faults = faults;
        foreach (var (name, value) in parameters)
        {
            using var inside = faults.InsideParameter(name);
            if (!known.Contains(name))
            {
                Unknown(name, known);
            }
            else if (!values.TryAdd(name, value))
            {
                faults.Add(Rule.QueryTwice, $"The parameter '{name}' is given twice.");
            }
        }
    }

    public IEnumerable<string> Names => values.Keys;

    public bool Has(string name) => values.ContainsKey(name);

    public void Require(string name, string why)
    {
        if (!Has(name))
        {
            using var inside = faults.InsideParameter(name);
            faults.Add(Rule.QueryMissing, $"The parameter '{name}' is missing: {why}.");
        }
    }

    public Guid? Uuid(string name) => Value(name, text => Uuids.Parse(text) is { } uuid ? uuid : (Guid?)null, Rule.UuidInvalid, "a UUID");

    public Iri? Iri(string name) => Reference(name, text => Xapi.Iri.TryParse(text, out var iri) ? iri : null, Rule.IriInvalid, "an absolute IRI");

    public bool Bool(string name) =>
        Value(name, text => text switch { "true" => true, "false" => false, _ => (bool?)null }, Rule.QueryBoolean, "true or false") ?? false;

    public int? Count(string name) =>
        Value(name, text => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit) ? int.Parse(text) : (int?)null, Rule.QueryLimit, "a whole number, 0 or more");

    /// <summary>Text that may not be empty.</summary>
    public string? Text(string name) => Reference(name, text => text.Length > 0 && !text.Contains('\0') ? text : null, Rule.QueryEmpty, "a text that is not empty");

    public T? OneOf<T>(string name, Func<string, T?> parse, Rule rule, string wanted)
        where T : struct => Value(name, parse, rule, wanted);

    public DateTimeOffset? Time(string name)
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        // A '+' that a client forgot to escape arrives as a blank; nothing else in a timestamp is one.
        if (XapiTime.TryParse(text.Replace(' ', '+'), out var time, out var problem))
        {
            return time.Instant;
        }

        using var inside = faults.InsideParameter(name);
        Times.Note(problem, text, faults);
        return null;
    }

    /// <summary>An agent or identified group, as JSON.</summary>
    public Actor? Agent(string name)
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        using var inside = faults.InsideParameter(name);
        var actor = Actor.Read(Encoding.UTF8.GetBytes(text), version, faults);
        if (actor is { Key: null })
        {
            faults.Add(Rule.QueryAgentAnonymous, "A group without an identifier cannot be asked for; name an agent or an identified group.");
            return null;
        }

        return actor;
    }

    private void Unknown(string name, ReadOnlySpan<string> known)
    {
        foreach (var right in known)
        {
            if (right.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add(Rule.QueryCase, $"The parameter is written '{right}', not '{name}'.");
                return;
            }
        }

        faults.Add(Rule.QueryUnknown, $"There is no parameter {ValueReader.Quoted(name)} here; known are {string.Join(", ", known.ToArray())}.");
    }

    private T? Value<T>(string name, Func<string, T?> parse, Rule rule, string wanted)
        where T : struct
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Wrong(name, text, rule, wanted);
        }

        return value;
    }

    private T? Reference<T>(string name, Func<string, T?> parse, Rule rule, string wanted)
        where T : class
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Wrong(name, text, rule, wanted);
        }

        return value;
    }

    private void Wrong(string name, string text, Rule rule, string wanted)
    {
        using var inside = faults.InsideParameter(name);
        faults.Add(rule, $"{ValueReader.Quoted(text)} is not {wanted}.");
    }
}
