using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads the object of a statement, whatever it is (Data 2.4.4; 9274.1.1 4.2.2.3).</summary>
internal static class ObjectReader
{
    public static StatementObject? Read(ref Utf8JsonReader json, Reading reading) => Read(ref json, reading, inSubStatement: false);

    /// <summary>The object of a SubStatement: anything but another SubStatement.</summary>
    public static StatementObject? ReadInSubStatement(ref Utf8JsonReader json, Reading reading) => Read(ref json, reading, inSubStatement: true);

    private static StatementObject? Read(ref Utf8JsonReader json, Reading reading, bool inSubStatement)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        switch (ObjectTypes.Peek(json))
        {
            case null or "Activity":
                return ActivityReader.Read(ref json, reading);
            case "Agent" or "Group":
                return ActorReader.Read(ref json, reading) is { } actor ? new ActorObject(actor) : null;
            case "StatementRef":
                return StatementRefReader.Read(ref json, reading) is { } reference ? reference : null;
            case "SubStatement" when !inSubStatement:
                return SubStatementReader.Read(ref json, reading);
            case "SubStatement":
                reading.Faults.Add(Rule.SubStatementNested, "The object of a SubStatement may not be a SubStatement.");
                break;
            case var other:
                reading.Faults.Add(
                    Rule.ObjectObjectType, "objectType", $"{ValueReader.Quoted(other)} is no objectType; it is one of Activity, Agent, Group, StatementRef, SubStatement.");
                break;
        }

        json.Skip();
        return null;
    }
}
