using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lrs.Server.Player;

/// <summary>Elements of SCORM's data model by name, such as <c>cmi.core.lesson_status</c>; what is absent reads as an empty text.</summary>
internal sealed class Cmi(IReadOnlyDictionary<string, string> elements)
{
    /// <summary>No elements.</summary>
    public static Cmi Empty { get; } = new(new Dictionary<string, string>());

    public IReadOnlyDictionary<string, string> Elements => elements;

    public string this[string name] => elements.GetValueOrDefault(name, "");

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static Cmi FromJson(string json)
    {
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            elements[name] = reader.GetString()!;
        }

        return new Cmi(elements);
    }

    /// <summary>One flat JSON object, which is also what the run-time loads.</summary>
    public string ToJson()
    {
        var room = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            foreach (var (name, value) in elements)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(room.WrittenSpan);
    }

    /// <summary>These elements with others put over them.</summary>
    public Cmi With(IReadOnlyDictionary<string, string> changes)
    {
        var all = new Dictionary<string, string>(elements, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            all[name] = value;
        }

        return new Cmi(all);
    }

    /// <summary>The indexes that a list such as <c>cmi.interactions</c> has, in order.</summary>
    public IReadOnlyList<int> Indexes(string list)
    {
        var prefix = list + ".";
        return elements.Keys
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..].Split('.')[0])
            .Distinct()
            .Where(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(text => int.Parse(text, CultureInfo.InvariantCulture))
            .Order()
            .ToList();
    }
}
