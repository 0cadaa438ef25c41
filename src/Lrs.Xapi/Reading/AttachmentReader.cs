using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lrs.Xapi;

/// <summary>Reads attachments (Data 2.4.11; 9274.1.1 4.2.2.6).</summary>
internal static partial class AttachmentReader
{
    public static Attachment? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Iri? usageType = null;
        LanguageMap? display = null;
        LanguageMap? description = null;
        string? contentType = null;
        long? length = null;
        string? sha2 = null;
        Iri? fileUrl = null;
        var fields = new Fields(reading, "an attachment");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "usageType":
                    usageType = ValueReader.Iri(ref json, reading);
                    break;
                case "display":
                    display = LanguageMapReader.Read(ref json, reading);
                    break;
                case "description":
                    description = LanguageMapReader.Read(ref json, reading);
                    break;
                case "contentType":
                    contentType = Matching(ref json, reading, MediaType(), Rule.AttachmentContentType, "a media type such as application/pdf");
                    break;
                case "length":
                    length = Length(ref json, reading);
                    break;
                case "sha2":
                    sha2 = Matching(ref json, reading, Hash(), Rule.AttachmentSha2, "a SHA-2 hash: 56, 64, 96 or 128 hexadecimal digits");
                    break;
                case "fileUrl":
                    fileUrl = ValueReader.Iri(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("usageType", Rule.AttachmentUsageTypeMissing);
        fields.Require("display", Rule.AttachmentDisplayMissing);
        fields.Require("contentType", Rule.AttachmentContentTypeMissing);
        fields.Require("length", Rule.AttachmentLengthMissing);
        fields.Require("sha2", Rule.AttachmentSha2Missing);
        if (usageType?.Text is Attachment.Signature && contentType is not (null or "application/octet-stream"))
        {
            reading.Faults.Add(Rule.AttachmentSignature, "contentType", "The signature of a statement has the content type application/octet-stream.");
        }

        return usageType is null || display is null || contentType is null || length is null || sha2 is null
            ? null
            : new Attachment
            {
                UsageType = usageType, Display = display, Description = description ?? LanguageMap.Empty, ContentType = contentType,
                Length = length.Value, Sha2 = sha2, FileUrl = fileUrl,
            };
    }

    private static string? Matching(ref Utf8JsonReader json, Reading reading, Regex form, Rule rule, string wanted)
    {
        if (ValueReader.Text(ref json, reading) is not { } text)
        {
            return null;
        }

        if (form.IsMatch(text))
        {
            return text;
        }

        reading.Faults.Add(rule, $"{ValueReader.Quoted(text)} is not {wanted}.");
        return null;
    }

    private static long? Length(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is JsonTokenType.Number)
        {
            if (json.TryGetInt64(out var length) && length >= 0)
            {
                return length;
            }

            reading.Faults.Add(Rule.AttachmentLength, "A length is a whole number of bytes, 0 or more.");
            return null;
        }

        ValueReader.Number(ref json, reading);
        return null;
    }

    [GeneratedRegex("^[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(?:[ \\t]*;.*)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();

    [GeneratedRegex("^(?:[0-9A-Fa-f]{56}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
