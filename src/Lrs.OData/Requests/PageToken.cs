using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>
/// Where a page ended: the values of the order in its last row, the page size that the chain began with and whatever bound the caller
/// keeps for it. Opaque to clients (4.01 part 1, 11.2.6.7); a JSON array inside.
/// </summary>
internal sealed record PageToken(int PageSize, string? UpperBound, IReadOnlyList<object?> After)
{
    public static byte[]? Plain(string token)
    {
        try
        {
            return Base64Url.DecodeFromChars(token);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static string Plain(byte[] token) => Base64Url.EncodeToString(token);

    public byte[] Write()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteNumberValue(PageSize);
            json.WriteStringValue(UpperBound);
            foreach (var value in After)
            {
                json.WriteStringValue(value is null ? null : Literals.Text(value));
            }

            json.WriteEndArray();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The token, if it fits the order; null otherwise.</summary>
    public static PageToken? Read(byte[] bytes, IReadOnlyList<OrderTerm> order)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            if (!json.Read() || json.TokenType is not JsonTokenType.StartArray || !json.Read() || !json.TryGetInt32(out var size) || size < 1 || !json.Read())
            {
                return null;
            }

            var bound = json.GetString();
            var after = new List<object?>();
            while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
            {
                if (after.Count == order.Count || Value(json.GetString(), order[after.Count].Value) is not (true, var value))
                {
                    return null;
                }

                after.Add(value);
            }

            return after.Count == order.Count ? new PageToken(size, bound, after) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (bool Fits, object? Value) Value(string? text, Bound term) => text is null
        ? (term.Nullable, null)
        : Literals.Parse(text, term.Type!.Kind) is { } constant ? (true, constant.Value) : (false, null);
}
