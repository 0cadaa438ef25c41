using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>
/// Where a page ended: the values of the order in its last row, the page size that the chain began with and whatever bound the caller
/// keeps for it. Opaque to clients (4.01 part 1, 11.2.6.7); a JSON array inside.
/// </summary>
internal sealed record PageToken(int PageSize, string? UpperBound, IReadOnlyList<object?> After)
{
    /// <summary>Does the chain end with a delta link?</summary>
    public bool TracksChanges { get; init; }

    /// <summary>Of <c>$all</c>: the number of the set.</summary>
    public int? Set { get; init; }

    /// <summary>Of a token of <c>$all</c>, the number of the set; null when it is no such token.</summary>
    public static int? SetOf(byte[]? bytes) => bytes is not null && Head(bytes) is { } head ? head.Set : null;

    /// <summary>Does it lead to the beginning of a set, not to a place within it?</summary>
    public static bool IsStart(byte[]? bytes) => bytes is not null && Head(bytes) is { IsStart: true };

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
            json.WriteStringValue(Set is { } set ? $"{set}" : TracksChanges ? "d" : null);
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
        if (Head(bytes) is not { } head || head.Values.Count != order.Count)
        {
            return null;
        }

        var after = new List<object?>();
        foreach (var (text, term) in head.Values.Zip(order))
        {
            if (Value(text, term.Value) is not (true, var value))
            {
                return null;
            }

            after.Add(value);
        }

        return new PageToken(head.Size, head.Bound, after) { TracksChanges = head.Tracks, Set = head.Set };
    }

    private static Parts? Head(byte[] bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            if (!json.Read() || json.TokenType is not JsonTokenType.StartArray || !json.Read() || !json.TryGetInt32(out var size) || size < 1)
            {
                return null;
            }

            var texts = new List<string?>();
            while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
            {
                texts.Add(json.GetString());
            }

            if (texts.Count < 2 || json.TokenType is not JsonTokenType.EndArray)
            {
                return null;
            }

            int? set = int.TryParse(texts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            return new Parts(size, texts[0], texts[1] is "d", set, texts[2..]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Parts(int Size, string? Bound, bool Tracks, int? Set, List<string?> Values)
    {
        public bool IsStart => Values.Count == 0;
    }

    private static (bool Fits, object? Value) Value(string? text, Bound term) => text is null
        ? (term.Nullable, null)
        : Literals.Parse(text, term.Type!.Kind) is { } constant ? (true, constant.Value) : (false, null);
}
