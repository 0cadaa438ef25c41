using System.Buffers;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>From where a delta link goes on: the bound that the caller kept for the chain it ended.</summary>
internal static class DeltaToken
{
    public static byte[] Write(string bound)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("since", bound);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The bound, or null when the bytes are no delta token.</summary>
    public static string? Read(byte[] bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            return json.Read() && json.TokenType is JsonTokenType.StartObject && json.Read() && json.ValueTextEquals("since"u8) && json.Read() ? json.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
