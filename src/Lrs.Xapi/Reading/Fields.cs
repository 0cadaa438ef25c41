using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// Walks the properties of one object of the language. It finds what is wrong with any object: a property twice, a null, a name that is
/// not known (<see cref="Unknown"/>); the reader of the object says the rest.
/// </summary>
internal ref struct Fields
{
    private readonly Reading reading;
    private readonly string of;
    private ulong seen;

    /// <param name="reading">The body that is read.</param>
    /// <param name="of">What the object is, for messages: <c>a verb</c>.</param>
    public Fields(Reading reading, string of)
    {
        this.reading = reading;
        this.of = of;
        Name = "";
    }

    /// <summary>The property whose value the reader stands at.</summary>
    public string Name { get; private set; }

    /// <summary>Where its name begins in the body.</summary>
    public long Start { get; private set; }

    /// <summary>Goes to the next property's value; false at the end of the object.</summary>
    public bool Next(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            Start = json.TokenStartIndex;
            var number = PropertyNames.Find(ref json, out var name);
            var twice = number >= 0 && (seen & (1UL << number)) != 0;
            seen |= number >= 0 ? 1UL << number : 0;
            json.Read();

            if (twice)
            {
                reading.Faults.Add(Rule.PropertyTwice, name, $"'{name}' stands here twice; a property may be used once.");
                json.Skip();
            }
            else if (json.TokenType is JsonTokenType.Null)
            {
                reading.Faults.Add(Rule.ValueNull, name, $"'{name}' is null. Leave a property out when it has no value.");
            }
            else
            {
                Name = name;
                return true;
            }
        }

        return false;
    }

    /// <summary>Was the property there, even if with a wrong value?</summary>
    public readonly bool Has(string name) => (seen & (1UL << PropertyNames.Number(name))) != 0;

    /// <summary>Was any of them there?</summary>
    public readonly bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The property, at which the faults stand too, does not belong to this object: notes it and passes over the value.</summary>
    public readonly void Unknown(ref Utf8JsonReader json)
    {
        var right = PropertyNames.InOtherCase(Name);
        if (right is not null && right != Name)
        {
            reading.Faults.Add(Rule.PropertyCase, $"'{Name}' is not a property of {of}; '{right}' is written so.");
        }
        else
        {
            reading.Faults.Add(Rule.PropertyUnknown, $"'{Name}' is not a property of {of}.");
        }

        json.Skip();
    }

    /// <summary>Notes a missing property.</summary>
    public readonly void Require(string name, Rule rule)
    {
        if (!Has(name))
        {
            reading.Faults.Add(rule, $"'{name}' is missing: {of} must have it.");
        }
    }
}
