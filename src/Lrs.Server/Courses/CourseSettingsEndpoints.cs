using System.Text;
using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Courses;

/// <summary><c>/api/courses/{id}/settings</c>: restart rule, completion policy, window.</summary>
internal static class CourseSettingsEndpoints
{
    private const int MostBody = 16 * 1024;
    private static readonly string[] Fields = ["restart", "completion", "completionSeconds", "window"];
    private static readonly Rule NotJson = new("settings.json", "Lrs course settings");
    private static readonly Rule Unknown = new("settings.unknown", "Lrs course settings");

    public static void MapCourseSettings(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/api/courses/{course:guid}/settings").NeedsAuthor().WithTags("Courses");

        settings.MapGet("/", Get).WithSummary("What was decided about a course").Produces<SettingsShape>().ProducesProblem(404);
        settings.MapPut("/", Put)
            .WithSummary("Decide about a course")
            .WithDescription("""
                {"restart"?: never, notComplete, complete, passed, failed or always; "completion"?: status, launch, seconds or never; "completionSeconds"?: with seconds; "window"?: frame or popup}.
                restart: when a registration that began with an older version begins anew on the current one, as a new registration; looked at when it is launched. What is left out is as usual.
                """)
            .Produces<SettingsShape>()
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<IResult> Get(Guid course, Caller caller, CourseStore courses, CourseSettingStore store, CancellationToken cancel) =>
        await courses.Find(caller.TenantId, course, cancel) is null ? None(course) : TypedResults.Ok(SettingsShape.Of(await store.Get(caller.TenantId, course, cancel)));

    private static async Task<IResult> Put(Guid course, HttpRequest request, Caller caller, CourseStore courses, CourseSettingStore store, CancellationToken cancel)
    {
        if (await courses.Find(caller.TenantId, course, cancel) is not { } found)
        {
            return None(course);
        }

        var faults = new Faults();
        var fields = Read(await Body.ReadAll(request, MostBody, cancel), faults);
        var settings = CourseSettingsForm.Read(found.Course.Kind, name => fields.GetValueOrDefault(name), faults);
        if (faults.Count > 0)
        {
            return Problem.BadRequest(faults);
        }

        await store.Put(caller.TenantId, course, settings, cancel);
        return TypedResults.Ok(SettingsShape.Of(settings));
    }

    private static Dictionary<string, string> Read(ReadOnlyMemory<byte> body, Faults faults)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var json = new Utf8JsonReader(body.Span);
            json.Read();
            if (json.TokenType is not JsonTokenType.StartObject)
            {
                faults.Add(NotJson, "The body is a JSON object.");
                return fields;
            }

            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                if (!Fields.Contains(name))
                {
                    faults.Add(Unknown, name, $"'{name}' is no setting; they are {string.Join(", ", Fields)}.");
                }
                else if (json.TokenType is not JsonTokenType.Null)
                {
                    fields[name] = json.TokenType is JsonTokenType.String ? json.GetString()! : Encoding.UTF8.GetString(json.ValueSpan);
                }

                json.Skip();
            }
        }
        catch (JsonException fault)
        {
            faults.Add(NotJson, $"Not JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }

        return fields;
    }

    private static IResult None(Guid course) => Problem.Of(404, "course", $"There is no course {course}.");
}

/// <summary>The settings of a course in an answer.</summary>
internal sealed record SettingsShape(string Restart, string Completion, int? CompletionSeconds, string Window)
{
    public static SettingsShape Of(CourseSettings settings) =>
        new(CourseSettings.Word(settings.Restart), CourseSettings.Word(settings.Completion), settings.Seconds, CourseSettings.Word(settings.Shown));
}
