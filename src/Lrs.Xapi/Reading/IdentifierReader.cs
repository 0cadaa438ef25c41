using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads inverse functional identifiers (Data 2.4.2.3, 2.4.2.4; 9274.1.1 4.2.2.1).</summary>
internal static class IdentifierReader
{
    /// <summary>A <c>mailto:</c> IRI with one address and nothing behind it.</summary>
    public static Iri? Mbox(ref Utf8JsonReader json, Reading reading)
    {
        if (ValueReader.Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (IsMailto(text) && Iri.TryParse(text, out var mbox))
        {
            return mbox;
        }

        reading.Faults.Add(Rule.ActorMbox, $"{ValueReader.Quoted(text)} is not of the form mailto:name@example.org.");
        return null;
    }

    /// <summary>40 hexadecimal digits.</summary>
    public static string? Sha1(ref Utf8JsonReader json, Reading reading)
    {
        if (ValueReader.Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (text.Length is 40 && text.All(char.IsAsciiHexDigit))
        {
            return text;
        }

        reading.Faults.Add(Rule.ActorSha1, $"{ValueReader.Quoted(text)} is not the SHA-1 of a mailto IRI: 40 hexadecimal digits.");
        return null;
    }

    public static Account? Account(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Iri? homePage = null;
        string? name = null;
        var fields = new Fields(reading, "an account");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "homePage":
                    homePage = ValueReader.Iri(ref json, reading);
                    break;
                case "name":
                    name = ValueReader.Text(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("homePage", Rule.AccountHomePageMissing);
        fields.Require("name", Rule.AccountNameMissing);
        return homePage is null || name is null ? null : new Account(homePage, name);
    }

    private static bool IsMailto(string text)
    {
        const string Scheme = "mailto:";
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        var address = text.AsSpan(Scheme.Length);
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && address.IndexOfAny("?,;\"") < 0 && !address[(at + 1)..].Contains("..", StringComparison.Ordinal);
    }
}
