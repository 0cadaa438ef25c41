using System.Text;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// <c>\uD83D</c> without its other half is allowed by JSON's grammar and is no character (RFC 8259 8.2). It cannot be kept as text, so it is a fault.
/// </summary>
internal static class Surrogates
{
    /// <summary>Does every escaped surrogate in the raw bytes of a JSON string have its other half?</summary>
    public static bool ArePaired(ReadOnlySpan<byte> escaped)
    {
        var wantsLow = false;
        for (var at = 0; at < escaped.Length;)
        {
            var unit = escaped[at] is (byte)'\\' && escaped[at + 1] is (byte)'u' ? Unit(escaped.Slice(at + 2, 4)) : 0;
            var isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != wantsLow)
            {
                return false;
            }

            wantsLow = unit is >= 0xD800 and <= 0xDBFF;
            at += escaped[at] is not (byte)'\\' ? 1 : escaped[at + 1] is (byte)'u' ? 6 : 2;
        }

        return !wantsLow;
    }

    /// <summary>The text of a string token whatever is in it; for messages only, a broken escape stays as it was written.</summary>
    public static string Text(ref Utf8JsonReader json) =>
        !json.ValueIsEscaped || ArePaired(json.ValueSpan) ? json.GetString()! : Encoding.UTF8.GetString(json.ValueSpan);

    /// <summary>Is the string token exactly this text? Never, if it is no text.</summary>
    public static bool Equal(ref Utf8JsonReader json, ReadOnlySpan<byte> text) =>
        (!json.ValueIsEscaped || ArePaired(json.ValueSpan)) && json.ValueTextEquals(text);

    private static int Unit(ReadOnlySpan<byte> hex)
    {
        var unit = 0;
        foreach (var digit in hex)
        {
            unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return unit;
    }
}
