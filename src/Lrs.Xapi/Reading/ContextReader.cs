using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads contexts (Data 2.4.6; 9274.1.1 4.2.2.5).</summary>
internal static class ContextReader
{
    public static Context? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var context = new Context();
        var fields = new Fields(reading, "a context");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            context = ReadField(ref json, reading, fields, context);
        }

        return context;
    }

    private static Context ReadField(ref Utf8JsonReader json, Reading reading, Fields fields, Context context)
    {
        switch (fields.Name)
        {
            case "registration":
                return context with { Registration = ValueReader.Uuid(ref json, reading) };
            case "instructor":
                return context with { Instructor = ActorReader.Read(ref json, reading) };
            case "team":
                return context with { Team = Team(ref json, reading) };
            case "contextActivities":
                return context with { Activities = ContextActivitiesReader.Read(ref json, reading) ?? ContextActivities.Empty };
            case "contextAgents" when KnowsAgents(reading):
                return context with { Agents = ValueReader.Array(ref json, reading, ContextAgentReader.ReadAgent) ?? [] };
            case "contextGroups" when KnowsAgents(reading):
                return context with { Groups = ValueReader.Array(ref json, reading, ContextAgentReader.ReadGroup) ?? [] };
            case "contextAgents" or "contextGroups":
                json.Skip();
                return context;
            case "revision":
                return context with { Revision = ValueReader.Text(ref json, reading) };
            case "platform":
                return context with { Platform = ValueReader.Text(ref json, reading) };
            case "language":
                return context with { Language = ValueReader.Language(ref json, reading) };
            case "statement":
                return context with { Statement = StatementRefReader.Read(ref json, reading)?.Id };
            case "extensions":
                return context with { Extensions = ExtensionsReader.Read(ref json, reading) ?? Extensions.Empty };
            default:
                fields.Unknown(ref json);
                return context;
        }
    }

    private static bool KnowsAgents(Reading reading)
    {
        if (reading.Version is XapiVersion.V2)
        {
            return true;
        }

        reading.Faults.Add(Rule.ContextAgentsVersion, "xAPI 1.0.x has no contextAgents and contextGroups; send the request as version 2.0.0.");
        return false;
    }

    private static Actor? Team(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is not JsonTokenType.StartObject || ObjectTypes.Peek(json) is "Group")
        {
            return ActorReader.Read(ref json, reading);
        }

        reading.Faults.Add(Rule.ContextTeam, "A team must be a group: its objectType must be Group.");
        json.Skip();
        return null;
    }
}
