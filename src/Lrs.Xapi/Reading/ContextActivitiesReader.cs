using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads context activities (Data 2.4.6.2; 9274.1.1 4.2.2.5): lists, or single ones that become lists of one on the way into the store.</summary>
internal static class ContextActivitiesReader
{
    public static ContextActivities? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var activities = new ContextActivities();
        var fields = new Fields(reading, "contextActivities");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "parent":
                    activities = activities with { Parent = OneOrMany(ref json, reading) };
                    break;
                case "grouping":
                    activities = activities with { Grouping = OneOrMany(ref json, reading) };
                    break;
                case "category":
                    activities = activities with { Category = OneOrMany(ref json, reading) };
                    break;
                case "other":
                    activities = activities with { Other = OneOrMany(ref json, reading) };
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        return activities;
    }

    private static List<Activity> OneOrMany(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            return ValueReader.Array(ref json, reading, ActivityReader.Read) ?? [];
        }

        reading.Change(json.TokenStartIndex, 0, "[");
        var activity = ActivityReader.Read(ref json, reading);
        reading.Change(json.BytesConsumed, 0, "]");
        return activity is null ? [] : [activity];
    }
}
