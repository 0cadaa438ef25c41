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

        Guid? registration = null;
        Actor? instructor = null;
        Actor? team = null;
        List<ContextAgent>? agents = null;
        List<ContextAgent>? groups = null;
        ContextActivities? activities = null;
        string? revision = null;
        string? platform = null;
        LanguageTag? language = null;
        StatementReference? statement = null;
        Extensions? extensions = null;
        var fields = new Fields(reading, "a context");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "registration":
                    registration = ValueReader.Uuid(ref json, reading);
                    break;
                case "instructor":
                    instructor = ActorReader.Read(ref json, reading);
                    break;
                case "team":
                    team = Team(ref json, reading);
                    break;
                case "contextActivities":
                    activities = ContextActivitiesReader.Read(ref json, reading);
                    break;
                case "contextAgents" when KnowsAgents(reading):
                    agents = ValueReader.Array(ref json, reading, ContextAgentReader.ReadAgent);
                    break;
                case "contextGroups" when KnowsAgents(reading):
                    groups = ValueReader.Array(ref json, reading, ContextAgentReader.ReadGroup);
                    break;
                case "contextAgents" or "contextGroups":
                    json.Skip();
                    break;
                case "revision":
                    revision = ValueReader.Text(ref json, reading);
                    break;
                case "platform":
                    platform = ValueReader.Text(ref json, reading);
                    break;
                case "language":
                    language = ValueReader.Language(ref json, reading);
                    break;
                case "statement":
                    statement = StatementRefReader.Read(ref json, reading);
                    break;
                case "extensions":
                    extensions = ExtensionsReader.Read(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        return new()
        {
            Registration = registration,
            Instructor = instructor,
            Team = team,
            Agents = agents ?? (IReadOnlyList<ContextAgent>)[],
            Groups = groups ?? (IReadOnlyList<ContextAgent>)[],
            Activities = activities ?? ContextActivities.Empty,
            Revision = revision,
            Platform = platform,
            Language = language,
            Statement = statement?.Id,
            Extensions = extensions ?? Extensions.Empty,
        };
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
