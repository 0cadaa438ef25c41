using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads references to statements, as object or as context (Data 2.4.4.3; 9274.1.1 4.2.2.3).</summary>
internal static class StatementRefReader
{
    public static StatementReference? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Guid? id = null;
        var fields = new Fields(reading, "a statement reference");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "objectType":
                    ObjectTypes.Check(ref json, reading, Rule.StatementRefObjectType, "StatementRef");
                    break;
                case "id":
                    id = ValueReader.Uuid(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("objectType", Rule.StatementRefObjectType);
        fields.Require("id", Rule.StatementRefIdMissing);
        return id is { } found ? new StatementReference(found) : null;
    }
}
