using System.Text.Json;
using Lrs.Packages;
using Lrs.Server.Courses;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>A registration as <c>/api/registrations</c> tells it.</summary>
internal static class RegistrationJson
{
    /// <summary>Writes it with its units.</summary>
    public static void Write(Utf8JsonWriter json, Registration registration, IReadOnlyList<RegistrationUnit> units, CourseVersion version)
    {
        json.WriteStartObject();
        json.WriteString("registration"u8, registration.Id);
        json.WriteString("course"u8, registration.Course);
        json.WriteNumber("version"u8, version.Number);
        json.WritePropertyName("learner"u8);
        json.WriteRawValue(registration.Learner);
        WriteStatus(json, registration.Completion, registration.Success, registration.Scaled is { } scaled ? new Score(scaled, null, null, null) : null);
        if (version.Course.Kind is PackageKind.Cmi5)
        {
            json.WriteBoolean("satisfied"u8, registration.Satisfied);
        }

        json.WriteString("totalTime"u8, Duration(units.Aggregate(TimeSpan.Zero, (sum, unit) => sum + unit.TotalTime)));
        json.WriteString("created"u8, registration.Created.UtcDateTime);
        json.WriteString("updated"u8, registration.Updated.UtcDateTime);
        if (registration.Completed is { } completed)
        {
            json.WriteString("completed"u8, completed.UtcDateTime);
        }

        if (registration.IsPreview)
        {
            json.WriteBoolean("preview"u8, true);
        }

        if (registration.Successor is { } successor)
        {
            json.WriteString("continuedAs"u8, successor);
        }

        json.WriteStartArray("units"u8);
        foreach (var unit in units)
        {
            WriteUnit(json, unit, version);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, RegistrationUnit progress, CourseVersion version)
    {
        var unit = version.Units[progress.Position];
        json.WriteStartObject();
        json.WriteString("unit"u8, progress.Unit);
        json.WriteNumber("index"u8, progress.Position);
        json.WriteString("title"u8, unit.Title);
        json.WriteString("activityId"u8, unit.Activity);
        WriteStatus(json, progress.Completion, progress.Success, progress.Score);
        if (version.Course.Kind is PackageKind.Cmi5)
        {
            json.WriteBoolean("satisfied"u8, progress.Satisfied);
            json.WriteBoolean("waived"u8, progress.Waived is not null);
        }

        if (progress.Waived is not null)
        {
            json.WriteString("waivedReason"u8, progress.Waived);
        }

        json.WriteString("totalTime"u8, Duration(progress.TotalTime));
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, Completion completion, Success success, Score? score)
    {
        json.WriteString("completion"u8, completion.ToString().ToLowerInvariant());
        json.WriteString("success"u8, success.ToString().ToLowerInvariant());
        if (score is null)
        {
            return;
        }

        json.WriteStartObject("score"u8);
        WriteNumber(json, "scaled", score.Scaled);
        WriteNumber(json, "raw", score.Raw);
        WriteNumber(json, "min", score.Min);
        WriteNumber(json, "max", score.Max);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static string Duration(TimeSpan length) => XapiDuration.Of(length < TimeSpan.Zero ? TimeSpan.Zero : length).Text;
}
