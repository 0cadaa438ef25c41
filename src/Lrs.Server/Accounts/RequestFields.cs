using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>The fields of a JSON object in a request of <c>/api</c>, read strictly: none unknown, none twice, each of its kind. Null counts as absent.</summary>
internal sealed class RequestFields
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> values = new(StringComparer.Ordinal);
    private readonly string area;
    private readonly Faults faults;

    /// <param name="json">The object; nothing at all counts as an object without fields.</param>
    /// <param name="area">What the rules' codes begin with, such as <c>credential</c>.</param>
    /// <param name="known">The fields there may be.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public RequestFields(ReadOnlyMemory<byte> json, string area, IReadOnlyList<string> known, Faults faults)
    {
        (this.area, this.faults) = (area, faults);
        try
        {
            if (!json.IsEmpty)
            {
                ReadAll(json, known);
            }
        }
        catch (JsonException fault)
        {
            faults.Add(RuleOf("json"), $"Not JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }
    }

    /// <summary>The rule for a field.</summary>
    public Rule RuleOf(string field) => new($"{area}.{field}", $"Lrs {area}s API");

    /// <summary>Notes a fault at a field.</summary>
    public void Wrong(string field, string message) => faults.Add(RuleOf(field), field, message);

    public bool Has(string field) => values.ContainsKey(field);

    /// <summary>Notes a fault when the field is not there.</summary>
    public void Require(string field, string why)
    {
        if (!Has(field))
        {
            Wrong(field, $"'{field}' is missing: {why}.");
        }
    }

    /// <summary>The bytes of a field's value; empty when it is not there.</summary>
    public ReadOnlyMemory<byte> Raw(string field) => values.GetValueOrDefault(field);

    /// <summary>A text without control characters and not only of blanks.</summary>
    public string? Text(string field, int longest)
    {
        if (!values.TryGetValue(field, out var raw))
        {
            return null;
        }

        var json = new Utf8JsonReader(raw.Span);
        json.Read();
        if (json.TokenType is JsonTokenType.String && Unescaped(ref json) is { } text && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl))
        {
            return text;
        }

        Wrong(field, $"'{field}' is a text of 1 to {longest} characters.");
        return null;
    }

    /// <summary>A list of texts; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string field, int most)
    {
        if (!values.TryGetValue(field, out var raw))
        {
            return [];
        }

        var texts = new List<string>();
        var json = new Utf8JsonReader(raw.Span);
        json.Read();
        var fits = json.TokenType is JsonTokenType.StartArray;
        while (fits && json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            var text = json.TokenType is JsonTokenType.String ? Unescaped(ref json) : null;
            fits = text is { Length: > 0 and <= 2_000 } && texts.Count < most;
            texts.Add(text ?? "");
        }

        if (fits)
        {
            return texts;
        }

        Wrong(field, $"'{field}' is a list of up to {most} texts.");
        return [];
    }

    public bool Bool(string field)
    {
        if (!values.TryGetValue(field, out var raw))
        {
            return false;
        }

        var json = new Utf8JsonReader(raw.Span);
        json.Read();
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.GetBoolean();
        }

        Wrong(field, $"'{field}' is true or false.");
        return false;
    }

    /// <summary>A point in time, ISO 8601 with its offset.</summary>
    public DateTimeOffset? Time(string field)
    {
        if (Text(field, 100) is not { } text)
        {
            return null;
        }

        if (XapiTime.TryParse(text, out var time))
        {
            return time.Instant;
        }

        Wrong(field, $"'{field}' is a time such as 2027-03-31T23:59:59Z.");
        return null;
    }

    // Null for half a surrogate pair, which no text has.
    private static string? Unescaped(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void ReadAll(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> known)
    {
        var json = new Utf8JsonReader(bytes.Span);
        json.Read();
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            faults.Add(RuleOf("json"), "This is a JSON object.");
            return;
        }

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = Unescaped(ref json) ?? "";
            json.Read();
            var start = (int)json.TokenStartIndex;
            var isNull = json.TokenType is JsonTokenType.Null;
            json.Skip();
            if (!known.Contains(name))
            {
                Wrong(name, $"There is no field of this name here; there may be {string.Join(", ", known)}.");
            }
            else if (!isNull && !values.TryAdd(name, bytes[start..(int)json.BytesConsumed]))
            {
                Wrong(name, $"'{name}' is given twice.");
            }
        }

        // What stands behind the object throws.
        json.Read();
    }
}
