using System.Text;

namespace Lrs.Tests.Http.Hostile;

/// <summary>Spoils bytes and texts that were right; the same seed spoils them the same way.</summary>
internal sealed class Mutation(Random random)
{
    private const int MostBytes = 48 * 1024;

    private static readonly string[] Words =
    [
        "null", "{}", "[]", "[", "{", "}", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", "true", "-", "0", "1e999", "-1e-999", "1e1000000000", "99999999999999999999999999999999", "0x1", "NaN", "\0",
        "\uFEFF", "\u2028", "é", "😀", "%00", "%", "%zz", "%F0%9F", "&", "=", "+", ";", "--", "\r\n", "\r\n--", "..", "../../", "*", "W/", "\"objectType\":\"Group\"", "\"objectType\":\"SubStatement\"", "\"id\":", "\"actor\":",
        "http://adlnet.gov/expapi/verbs/voided", "StatementRef", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-03-01T10:00:00-00:00", "P", "PT", "P999999999999Y", "mailto:", "urn:", "x:", "a@b", "en-", "x-",
        "6690e6c9-3ef0-4ed3-8b37-7f3964730bee", "00000000-0000-0000-0000-000000000000", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}", "'; DROP TABLE statement; --", "<script>", "${jndi:ldap://x}", "\u0001", "\u007F",
    ];

    public bool Chance(double share) => random.NextDouble() < share;

    public T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public int Number(int below) => random.Next(below);

    /// <summary>A word that often does harm.</summary>
    public string Word() => One(Words);

    /// <summary>The text with one to four faults.</summary>
    public string Spoil(string text) => Encoding.Latin1.GetString(Spoil(Encoding.Latin1.GetBytes(text)));

    /// <summary>The bytes with one to four faults.</summary>
    public byte[] Spoil(byte[] bytes)
    {
        for (var left = 1 + random.Next(4); left > 0; left--)
        {
            bytes = Once(bytes);
        }

        return bytes.Length > MostBytes ? bytes[..MostBytes] : bytes;
    }

    private byte[] Once(byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        var length = Math.Min(bytes.Length - at, 1 + random.Next(Chance(0.8) ? 12 : 400));
        var part = bytes[at..(at + length)];
        var word = Encoding.UTF8.GetBytes(Word());
        return random.Next(9) switch
        {
            0 => [.. bytes[..at], .. bytes[(at + length)..]],
            1 => [.. bytes[..at], .. part, .. bytes[at..]],
            2 => [.. bytes[..at], .. word, .. bytes[at..]],
            3 => [.. bytes[..at], .. word, .. bytes[(at + length)..]],
            4 => bytes[..at],
            5 => [.. bytes[..at], .. part.Select(one => (byte)(one ^ (1 << random.Next(8)))), .. bytes[(at + length)..]],
            6 => [.. bytes[..at], .. Enumerable.Repeat(part, 1 + random.Next(200)).SelectMany(one => one), .. bytes[at..]],
            7 => Value(bytes, word),
            _ => [.. bytes[..at], .. Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)), .. bytes[(at + length)..]],
        };
    }

    // Another value behind a colon, so that the rest stays well formed.
    private byte[] Value(byte[] bytes, byte[] word)
    {
        var colons = Enumerable.Range(0, bytes.Length).Where(n => bytes[n] is (byte)':' or (byte)'=').ToList();
        if (colons.Count == 0)
        {
            return bytes;
        }

        var from = One(colons) + 1;
        var to = from;
        while (to < bytes.Length && bytes[to] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'&'))
        {
            to++;
        }

        byte[] quoted = Chance(0.5) ? [(byte)'"', .. word, (byte)'"'] : word;
        return [.. bytes[..from], .. quoted, .. bytes[to..]];
    }
}
