using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// Makes the store's definition of an activity out of what statements say about it, one after the other (Data 2.4.4.1, Communication 2.5): of texts and
/// extensions the new ones are added and replace those of the same language or IRI; any other property is replaced whole, and what the new
/// definition does not mention stays.
/// </summary>
public static class DefinitionMerge
{
    /// <summary>The definition after <paramref name="change"/>; both are valid definitions, as <see cref="ActivityDefinition.Bytes"/> has them.</summary>
    public static byte[] Merge(ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> change)
    {
        var news = Properties(change);
        var output = new ArrayBufferWriter<byte>(old.Length + change.Length);
        output.Write("{"u8);
        foreach (var (name, value) in Properties(old))
        {
            var merged = !news.Remove(name, out var other) ? value
                : name is "name" or "description" or "extensions" ? JsonMerge.Merge(value, other, new Faults()) ?? other
                : other;
            Write(output, name, merged);
        }

        foreach (var (name, value) in news)
        {
            Write(output, name, value);
        }

        output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> output, string name, ReadOnlyMemory<byte> value)
    {
        output.Write(output.WrittenCount > 1 ? ",\""u8 : "\""u8);
        Encoding.UTF8.GetBytes(name, output); // a name of the language: nothing in it needs an escape
        output.Write("\":"u8);
        output.Write(value.Span);
    }

    private static OrderedDictionary<string, ReadOnlyMemory<byte>> Properties(ReadOnlyMemory<byte> definition)
    {
        var properties = new OrderedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(definition.Span, new JsonReaderOptions { MaxDepth = JsonBody.MaxStoredDepth });
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            properties[name] = definition[start..(int)json.BytesConsumed];
        }

        return properties;
    }
}
