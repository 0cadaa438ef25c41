using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Lrs.Xapi;

/// <summary>
/// Merges two JSON objects as <c>POST</c> on a document does: a top-level property of the new one replaces that of the old one whole
/// (Communication 2.2; 9274.1.1 4.1.6.2). Values are copied byte for byte.
/// </summary>
public static class JsonMerge
{
    /// <summary>
    /// The old document with the properties of the new one; null if one of them is not a JSON object, which is a fault.
    /// Properties keep their place, new ones follow.
    /// </summary>
    public static byte[]? Merge(ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> change, Faults faults)
    {
        if (Properties(old, "The stored document", faults) is not { } oldOnes || Properties(change, "The document that was sent", faults) is not { } newOnes)
        {
            return null;
        }

        var output = new ArrayBufferWriter<byte>(old.Length + change.Length + 2);
        output.Write("{"u8);
        foreach (var (name, property) in oldOnes)
        {
            Write(output, newOnes.Remove(name, out var replaced) ? replaced : property);
        }

        foreach (var (_, property) in newOnes)
        {
            Write(output, property);
        }

        output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Is it one well-formed JSON object? If not, that is noted.</summary>
    public static bool IsObject(ReadOnlyMemory<byte> document, Faults faults) => Properties(document, "The document", faults) is not null;

    /// <summary>Is it one well-formed JSON value of any kind? If not, that is noted.</summary>
    public static bool IsJson(ReadOnlyMemory<byte> document, Faults faults)
    {
        try
        {
            var json = new Utf8JsonReader(document.Span, new JsonReaderOptions { MaxDepth = JsonBody.MaxStoredDepth });
            while (json.Read())
            {
                // Only whether it can be read.
            }

            if (Utf8.IsValid(document.Span))
            {
                return true;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        faults.Add(Rule.DocumentObject, "The document says that it is application/json, and it is not JSON.");
        return false;
    }

    private static void Write(ArrayBufferWriter<byte> output, ReadOnlyMemory<byte> property)
    {
        if (output.WrittenCount > 1)
        {
            output.Write(","u8);
        }

        output.Write(property.Span);
    }

    /// <summary>Name with value, as bytes, by decoded name; of a doubled name the last counts, as in every browser.</summary>
    private static OrderedDictionary<string, ReadOnlyMemory<byte>>? Properties(ReadOnlyMemory<byte> document, string which, Faults faults)
    {
        try
        {
            if (Utf8.IsValid(document.Span) && Read(document) is { } properties)
            {
                return properties;
            }
        }
        catch (JsonException)
        {
            // Said below, in the same words: what cannot be merged.
        }

        faults.Add(Rule.DocumentObject, $"{which} is not a JSON object, so nothing can be merged.");
        return null;
    }

    private static OrderedDictionary<string, ReadOnlyMemory<byte>>? Read(ReadOnlyMemory<byte> document)
    {
        var json = new Utf8JsonReader(document.Span, new JsonReaderOptions { MaxDepth = JsonBody.MaxStoredDepth });
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
        {
            return null;
        }

        var properties = new OrderedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var start = (int)json.TokenStartIndex;
            var name = Surrogates.Text(ref json);
            json.Read();
            json.Skip();
            properties[name] = document[start..(int)json.BytesConsumed];
        }

        return json.Read() ? null : properties;
    }
}
