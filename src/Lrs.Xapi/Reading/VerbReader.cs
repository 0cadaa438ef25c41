using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads verbs (Data 2.4.3; 9274.1.1 4.2.2.2).</summary>
internal static class VerbReader
{
    public static Verb? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Iri? id = null;
        LanguageMap? display = null;
        var fields = new Fields(reading, "a verb");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "id":
                    id = ValueReader.Iri(ref json, reading);
                    break;
                case "display":
                    display = LanguageMapReader.Read(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("id", Rule.VerbIdMissing);
        return id is null ? null : new Verb(id, display ?? LanguageMap.Empty);
    }
}
