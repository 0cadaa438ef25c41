using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads the elements of contextAgents and contextGroups (9274.1.1 4.2.2.5).</summary>
internal static class ContextAgentReader
{
    public static ContextAgent? ReadAgent(ref Utf8JsonReader json, Reading reading) => Read(ref json, reading, "contextAgent", "agent", "Agent");

    public static ContextAgent? ReadGroup(ref Utf8JsonReader json, Reading reading) => Read(ref json, reading, "contextGroup", "group", "Group");

    private static ContextAgent? Read(ref Utf8JsonReader json, Reading reading, string objectType, string property, string kind)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Actor? actor = null;
        List<Iri>? types = null;
        var fields = new Fields(reading, $"a {objectType}");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "objectType":
                    ObjectTypes.Check(ref json, reading, Rule.ContextAgentObjectType, objectType);
                    break;
                case "relevantTypes":
                    types = Types(ref json, reading);
                    break;
                case var name when name == property:
                    actor = ActorOf(ref json, reading, kind);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("objectType", Rule.ContextAgentObjectType);
        fields.Require(property, Rule.ContextAgentMissing);
        return actor is null ? null : new ContextAgent(actor, types ?? (IReadOnlyList<Iri>)[]);
    }

    private static List<Iri>? Types(ref Utf8JsonReader json, Reading reading)
    {
        var found = reading.Faults.Found;
        var types = ValueReader.Array(ref json, reading, ValueReader.Iri);
        if (types is { Count: 0 } && reading.Faults.Found == found)
        {
            reading.Faults.Add(Rule.RelevantTypesEmpty, "An empty list says nothing. Leave relevantTypes out, or name at least one activity type.");
        }

        return types;
    }

    private static Actor? ActorOf(ref Utf8JsonReader json, Reading reading, string kind)
    {
        if (json.TokenType is JsonTokenType.StartObject && (ObjectTypes.Peek(json) ?? "Agent") != kind)
        {
            reading.Faults.Add(Rule.ActorObjectType, $"Must be a{(kind is "Agent" ? "n agent" : " group")}: its objectType must be {kind}.");
            json.Skip();
            return null;
        }

        return ActorReader.Read(ref json, reading);
    }
}
