using System.Buffers;
using System.Text.Json;

namespace Lrs.Server.Player;

/// <summary>The documents that wait for a unit of cmi5 when it is launched: <c>LMS.LaunchData</c> (10) and <c>cmi5LearnerPreferences</c> (11).</summary>
internal static class LaunchData
{
    public const string StateId = "LMS.LaunchData";
    public const string PreferencesId = "cmi5LearnerPreferences";

    /// <summary>The launch data (10.2).</summary>
    /// <param name="view">The session.</param>
    /// <param name="back">Where the unit goes when it has ended; null for nowhere.</param>
    public static ReadOnlyMemory<byte> Of(SessionView view, string? back)
    {
        var room = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            WriteTemplate(json, view);
            json.WriteString("launchMode"u8, view.Session.Mode.ToString());
            json.WriteString("moveOn"u8, view.Unit.MoveOn ?? MoveOn.NotApplicable);
            WriteIf(json, "launchParameters", view.Unit.LaunchParameters);
            if (view.Unit.Mastery is { } mastery)
            {
                json.WriteNumber("masteryScore"u8, mastery);
            }

            WriteIf(json, "returnURL", back);
            if (view.Unit.Entitlement is not null || view.Session.Entitlement is not null)
            {
                json.WriteStartObject("entitlementKey"u8);
                WriteIf(json, "courseStructure", view.Unit.Entitlement);
                WriteIf(json, "alternate", view.Session.Entitlement);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return room.WrittenMemory;
    }

    /// <summary>What a learner prefers who has said nothing yet; there from the start, because units may not expect a 404 (11).</summary>
    public static ReadOnlyMemory<byte> DefaultPreferences(string language) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["languagePreference"] = language, ["audioPreference"] = "on" });

    // 10.2.1: what every statement of the unit carries.
    private static void WriteTemplate(Utf8JsonWriter json, SessionView view)
    {
        json.WriteStartObject("contextTemplate"u8);
        json.WriteStartObject("contextActivities"u8);
        json.WriteStartArray("grouping"u8);
        new OwnActivity(view.Unit.Identifier).WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("extensions"u8);
        json.WriteString(Cmi5Iri.SessionId, view.Session.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
