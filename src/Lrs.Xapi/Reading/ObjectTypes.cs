using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>What an object is decides how it is read, and <c>objectType</c> may stand anywhere in it.</summary>
internal static class ObjectTypes
{
    /// <summary>
    /// Looks ahead in the object at which the reader stands for its <c>objectType</c>; null if it has none or it is no string.
    /// The reader is a copy, so the caller stays where it is.
    /// </summary>
    public static string? Peek(Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var found = Surrogates.Equal(ref json, "objectType"u8);
            json.Read();
            if (found)
            {
                return json.TokenType is JsonTokenType.String ? Known(ref json) : null;
            }

            json.Skip();
        }

        return null;
    }

    /// <summary>Reads an <c>objectType</c> that must be one of these.</summary>
    public static void Check(ref Utf8JsonReader json, Reading reading, Rule rule, params ReadOnlySpan<string> allowed)
    {
        if (ValueReader.Text(ref json, reading) is { } text && !allowed.Contains(text))
        {
            reading.Faults.Add(rule, $"{ValueReader.Quoted(text)} is not an objectType here; expected {string.Join(" or ", allowed.ToArray())}.");
        }
    }

    private static string Known(ref Utf8JsonReader json) =>
        Surrogates.Equal(ref json, "Activity"u8) ? "Activity"
        : Surrogates.Equal(ref json, "Agent"u8) ? "Agent"
        : Surrogates.Equal(ref json, "Group"u8) ? "Group"
        : Surrogates.Equal(ref json, "StatementRef"u8) ? "StatementRef"
        : Surrogates.Equal(ref json, "SubStatement"u8) ? "SubStatement"
        : Surrogates.Text(ref json);
}
