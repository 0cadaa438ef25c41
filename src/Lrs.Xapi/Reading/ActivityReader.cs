using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads activities (Data 2.4.4.1; 9274.1.1 4.2.2.3).</summary>
internal static class ActivityReader
{
    public static Activity? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Iri? id = null;
        ActivityDefinition? definition = null;
        var fields = new Fields(reading, "an activity");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "objectType":
                    ObjectTypes.Check(ref json, reading, Rule.ActivityObjectType, "Activity");
                    break;
                case "id":
                    id = ValueReader.Iri(ref json, reading);
                    break;
                case "definition":
                    definition = DefinitionReader.Read(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("id", Rule.ActivityIdMissing);
        return id is null ? null : new Activity(id, definition);
    }
}
