using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads one value at which the reader stands; a wrong one is noted as a fault at the present place, passed over, and null.</summary>
internal static class ValueReader
{
    public static string? Text(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is not JsonTokenType.String)
        {
            return Wrong<string>(ref json, reading, "a string");
        }

        if (json.ValueIsEscaped && !Surrogates.ArePaired(json.ValueSpan))
        {
            reading.Faults.Add(Rule.JsonSurrogate, "Holds half of a surrogate pair, which is no character.");
            return null;
        }

        var text = json.GetString()!;
        if (json.ValueIsEscaped && text.Contains('\0'))
        {
            reading.Faults.Add(Rule.TextNul, "Holds the character U+0000, which databases and tools cannot keep in text.");
            return null;
        }

        return text;
    }

    public static bool? Bool(ref Utf8JsonReader json, Reading reading) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => WrongValue<bool>(ref json, reading, "true or false"),
    };

    public static decimal? Number(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is not JsonTokenType.Number)
        {
            return WrongValue<decimal>(ref json, reading, "a number");
        }

        if (json.TryGetDecimal(out var number))
        {
            return number;
        }

        reading.Faults.Add(Rule.ScoreNumber, "The number is too large; up to 7.9e28 can be counted with.");
        return null;
    }

    public static Iri? Iri(ref Utf8JsonReader json, Reading reading)
    {
        if (Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (!Xapi.Iri.TryParse(text, out var iri))
        {
            reading.Faults.Add(Rule.IriInvalid, $"{Quoted(text)} is not an absolute IRI such as https://example.org/courses/1.");
        }

        return iri;
    }

    public static Guid? Uuid(ref Utf8JsonReader json, Reading reading)
    {
        if (Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (Uuids.Parse(text) is { } uuid)
        {
            return uuid;
        }

        reading.Faults.Add(Rule.UuidInvalid, $"{Quoted(text)} is not a UUID such as 6690e6c9-3ef0-4ed3-8b37-7f3964730bee.");
        return null;
    }

    public static XapiTime? Time(ref Utf8JsonReader json, Reading reading)
    {
        if (Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (!XapiTime.TryParse(text, out var time, out var problem))
        {
            Times.Note(problem, text, reading.Faults);
        }

        return time;
    }

    public static XapiDuration? Duration(ref Utf8JsonReader json, Reading reading)
    {
        if (Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (!XapiDuration.TryParse(text, out var duration))
        {
            reading.Faults.Add(Rule.DurationInvalid, $"{Quoted(text)} is not an ISO 8601 duration such as PT1H30M5.25S.");
        }

        return duration;
    }

    public static LanguageTag? Language(ref Utf8JsonReader json, Reading reading)
    {
        if (Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (!LanguageTag.TryParse(text, out var tag))
        {
            reading.Faults.Add(Rule.LanguageInvalid, $"{Quoted(text)} is not a language tag such as en or cy-GB.");
        }

        return tag;
    }

    /// <summary>Stands the reader at the beginning of an object? If not, notes it and passes over the value.</summary>
    public static bool IsObject(ref Utf8JsonReader json, Reading reading) =>
        json.TokenType is JsonTokenType.StartObject || Wrong<string>(ref json, reading, "an object") is not null;

    /// <summary>Reads an array, one element after the other, each with its place; null if it is no array, and without the elements that have faults.</summary>
    public static List<T>? Array<T>(ref Utf8JsonReader json, Reading reading, Reader<T> readElement)
        where T : class
    {
        if (json.TokenType is not JsonTokenType.StartArray)
        {
            Wrong<string>(ref json, reading, "an array");
            return null;
        }

        var elements = new List<T>();
        for (var index = 0; json.Read() && json.TokenType is not JsonTokenType.EndArray; index++)
        {
            using var inside = reading.Faults.Inside(index);
            if (json.TokenType is JsonTokenType.Null)
            {
                reading.Faults.Add(Rule.ValueNull, "An element of a list may not be null.");
            }
            else if (readElement(ref json, reading) is { } element)
            {
                elements.Add(element);
            }
        }

        return elements;
    }

    /// <summary>Text as it may stand in a message: in quotes and not too long.</summary>
    public static string Quoted(string text) => text.Length > 120 ? $"'{text[..120]}…'" : $"'{text}'";

    private static T? Wrong<T>(ref Utf8JsonReader json, Reading reading, string wanted)
        where T : class
    {
        reading.Faults.Add(Rule.ValueType, $"Must be {wanted}, is {Named(json.TokenType)}.");
        json.Skip();
        return null;
    }

    private static T? WrongValue<T>(ref Utf8JsonReader json, Reading reading, string wanted)
        where T : struct
    {
        Wrong<string>(ref json, reading, wanted);
        return null;
    }

    private static string Named(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}

/// <summary>Reads a value of some type at which the reader stands; null if it has faults, which are noted.</summary>
internal delegate T? Reader<T>(ref Utf8JsonReader json, Reading reading)
    where T : class;
