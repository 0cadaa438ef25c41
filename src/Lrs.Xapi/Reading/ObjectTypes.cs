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
            var found = json.ValueTextEquals("objectType"u8);
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
        json.ValueTextEquals("Activity"u8) ? "Activity"
        : json.ValueTextEquals("Agent"u8) ? "Agent"
        : json.ValueTextEquals("Group"u8) ? "Group"
        : json.ValueTextEquals("StatementRef"u8) ? "StatementRef"
        : json.ValueTextEquals("SubStatement"u8) ? "SubStatement"
        : Surrogates.Text(ref json);
}
