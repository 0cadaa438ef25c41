using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads activity definitions, questions included (Data 2.4.4.1; 9274.1.1 4.2.2.3).</summary>
internal static class DefinitionReader
{
    public static ActivityDefinition? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var start = json.TokenStartIndex;
        LanguageMap? name = null;
        LanguageMap? description = null;
        Iri? type = null;
        Iri? moreInfo = null;
        Extensions? extensions = null;
        InteractionParts? interaction = null;
        var fields = new Fields(reading, "an activity definition");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "name":
                    name = LanguageMapReader.Read(ref json, reading);
                    break;
                case "description":
                    description = LanguageMapReader.Read(ref json, reading);
                    break;
                case "type":
                    type = ValueReader.Iri(ref json, reading);
                    break;
                case "moreInfo":
                    moreInfo = ValueReader.Iri(ref json, reading);
                    break;
                case "extensions":
                    extensions = ExtensionsReader.Read(ref json, reading);
                    break;
                case "interactionType" or "correctResponsesPattern" or "choices" or "scale" or "source" or "target" or "steps":
                    (interaction ??= new()).Read(fields.Name, ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        interaction?.Check(fields, reading.Faults);
        return new()
        {
            Bytes = reading.Slice(start, json.BytesConsumed),
            Name = name ?? LanguageMap.Empty,
            Description = description ?? LanguageMap.Empty,
            Type = type,
            MoreInfo = moreInfo,
            Extensions = extensions ?? Extensions.Empty,
            InteractionType = interaction?.Type,
            CorrectResponsesPattern = interaction?.CorrectResponses,
            Choices = interaction?.List("choices") ?? [],
            Scale = interaction?.List("scale") ?? [],
            Source = interaction?.List("source") ?? [],
            Target = interaction?.List("target") ?? [],
            Steps = interaction?.List("steps") ?? [],
        };
    }
}
