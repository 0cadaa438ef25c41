using System.Text.Json;

namespace Lrs.Xapi;

internal static class LanguageMapReader
{
    /// <summary>Reads a language map (Data 4.2); what is wrong is noted and left out.</summary>
    public static LanguageMap? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var entries = new List<KeyValuePair<LanguageTag, string>>(1);
        var tags = new DistinctTexts();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var key = Surrogates.Text(ref json);
            json.Read();
            using var inside = reading.Faults.Inside(key);

            if (!LanguageTag.TryParse(key, out var tag))
            {
                reading.Faults.Add(Rule.LanguageInvalid, $"{ValueReader.Quoted(key)} is not a language tag such as en or cy-GB.");
            }
            else if (!tags.Add(key))
            {
                reading.Faults.Add(Rule.PropertyTwice, $"The language '{key}' stands here twice.");
                tag = null;
            }

            if (json.TokenType is JsonTokenType.Null)
            {
                reading.Faults.Add(Rule.ValueNull, "A text may not be null. Leave the language out.");
            }
            else if (ValueReader.Text(ref json, reading) is { } text && tag is not null)
            {
                entries.Add(new(tag, text));
            }
        }

        return new LanguageMap(entries);
    }
}
