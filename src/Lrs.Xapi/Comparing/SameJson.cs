using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Do two JSON values say the same? Properties in any order, numbers by value, strings after their escapes.</summary>
internal static class SameJson
{
    public static bool Are(Extensions a, Extensions b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        foreach (var (iri, value) in a)
        {
            if (!b.TryGet(iri.Text, out var other) || !Are(value, other))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Are(ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b)
    {
        if (a.Span.SequenceEqual(b.Span))
        {
            return true;
        }

        var one = new Utf8JsonReader(a.Span);
        var other = new Utf8JsonReader(b.Span);
        one.Read();
        other.Read();
        if (one.TokenType != other.TokenType)
        {
            return false;
        }

        return one.TokenType switch
        {
            JsonTokenType.String => one.GetString() == other.GetString(),
            JsonTokenType.Number => SameNumber(ref one, ref other),
            JsonTokenType.StartObject => SameObjects(Properties(a), Properties(b)),
            JsonTokenType.StartArray => SameLists(Elements(a), Elements(b)),
            _ => true, // true, false and null are their own tokens
        };
    }

    private static bool SameNumber(ref Utf8JsonReader one, ref Utf8JsonReader other) =>
        one.TryGetDecimal(out var a) && other.TryGetDecimal(out var b) ? a == b
        : one.TryGetDouble(out var c) && other.TryGetDouble(out var d) && double.IsFinite(c) && c == d;

    private static bool SameObjects(Dictionary<string, ReadOnlyMemory<byte>> a, Dictionary<string, ReadOnlyMemory<byte>> b) =>
        a.Count == b.Count && a.All(property => b.TryGetValue(property.Key, out var other) && Are(property.Value, other));

    private static bool SameLists(List<ReadOnlyMemory<byte>> a, List<ReadOnlyMemory<byte>> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => Are(pair.First, pair.Second));

    private static Dictionary<string, ReadOnlyMemory<byte>> Properties(ReadOnlyMemory<byte> source)
    {
        var properties = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(source.Span);
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            properties[name] = Value(ref json, source);
        }

        return properties;
    }

    private static List<ReadOnlyMemory<byte>> Elements(ReadOnlyMemory<byte> source)
    {
        var elements = new List<ReadOnlyMemory<byte>>();
        var json = new Utf8JsonReader(source.Span);
        json.Read();
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            elements.Add(source[start..(int)json.BytesConsumed]);
        }

        return elements;
    }

    private static ReadOnlyMemory<byte> Value(ref Utf8JsonReader json, ReadOnlyMemory<byte> source)
    {
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return source[start..(int)json.BytesConsumed];
    }
}
