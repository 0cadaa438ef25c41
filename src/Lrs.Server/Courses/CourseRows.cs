using System.Text.Json;
using Lrs.Data;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>From rows to courses, versions, units and files.</summary>
internal static class CourseRows
{
    public const string Courses = """
        SELECT c.id, c.activity, c.title, c.description, c.kind, c.language, c.publisher, c.publisher_id, c.seed, c.module, c.created, c.updated, c.current, v.number, c.deleted
        FROM course c JOIN course_version v ON v.tenant = c.tenant AND v.id = c.current
        WHERE c.tenant = @tenant
        """;

    public const string Versions = "SELECT id, number, standard, title, created FROM course_version WHERE tenant = @tenant AND course = @course ORDER BY number DESC";

    public const string Files = "SELECT path, blob, length, content_type FROM package_file WHERE tenant = @tenant AND version = @version AND path_lower = @lower ORDER BY path";

    private const string OneVersion = "SELECT id, number, standard, title, created, course, structure, warnings FROM course_version WHERE tenant = @tenant AND id = @version";

    private const string Units = """
        SELECT id, position, course, version, identifier, title, description, activity, launch, launch_path, mastery, mastery_text, move_on, launch_method, launch_parameters,
            data_from_lms, entitlement, prerequisites, max_time, time_limit_action, completion_threshold, is_asset, visible, activity_type
        FROM unit WHERE tenant = @tenant AND version = @version ORDER BY position
        """;

    private const string Blocks = "SELECT id, position, identifier, title, activity FROM block WHERE tenant = @tenant AND version = @version ORDER BY position";

    /// <summary>Reads a version whole.</summary>
    public static async Task<CourseVersion?> Version(Work work, Guid version)
    {
        var head = await work.One(OneVersion, row => (Summary: Summary(row), Course: row.Guid(5), Structure: row.Text(6), Warnings: row.Text(7)), ("@version", version));
        if (head.Summary is null)
        {
            return null;
        }

        return new CourseVersion
        {
            Id = head.Summary.Id,
            Course = (await work.One($"{Courses} AND c.id = @course", Course, ("@course", head.Course)))!,
            Number = head.Summary.Number,
            Standard = head.Summary.Standard,
            Title = head.Summary.Title,
            Created = head.Summary.Created,
            Structure = CourseJson.Read<CourseStructure>(head.Structure),
            Warnings = CourseJson.Read<List<PackageWarning>>(head.Warnings),
            Units = await work.All(Units, Unit, ("@version", version)),
            Blocks = await work.All(Blocks, row => new Block(row.Guid(0), row.Int(1), row.Text(2), row.Text(3), row.Text(4)), ("@version", version)),
        };
    }

    public static Course Course(Row row) => new()
    {
        Id = row.Guid(0),
        Activity = row.Text(1),
        Title = row.Text(2),
        Description = row.TextOrNull(3),
        Kind = PackageKinds.TryParse(row.Text(4), out var kind) ? kind : throw new InvalidDataException($"A course is of the kind '{row.Text(4)}', which is none."),
        Language = row.TextOrNull(5),
        Publisher = row.TextOrNull(6),
        PublisherId = row.TextOrNull(7),
        Seed = row.TextOrNull(8),
        Module = row.TextOrNull(9),
        Created = row.Time(10),
        Updated = row.Time(11),
        Current = row.Guid(12),
        Version = row.Int(13),
        Deleted = row.TimeOrNull(14),
    };

    public static VersionSummary Summary(Row row) => new(row.Guid(0), row.Int(1), row.Text(2), row.Text(3), row.Time(4));

    public static StoredFile File(Row row) => new(row.Text(0), row.Text(1), row.Long(2), row.Text(3));

    private static Unit Unit(Row row) => new()
    {
        Id = row.Guid(0),
        Position = row.Int(1),
        Course = row.Guid(2),
        Version = row.Guid(3),
        Identifier = row.Text(4),
        Title = row.Text(5),
        Description = row.TextOrNull(6),
        Activity = row.Text(7),
        Launch = row.Text(8),
        LaunchPath = row.TextOrNull(9),
        Mastery = row.DecimalOrNull(10),
        MasteryText = row.TextOrNull(11),
        MoveOn = row.TextOrNull(12),
        LaunchMethod = row.TextOrNull(13),
        LaunchParameters = row.TextOrNull(14),
        DataFromLms = row.TextOrNull(15),
        Entitlement = row.TextOrNull(16),
        Prerequisites = row.TextOrNull(17),
        MaxTime = row.TextOrNull(18),
        TimeLimitAction = row.TextOrNull(19),
        CompletionThreshold = row.TextOrNull(20),
        IsAsset = row.Bool(21),
        Visible = row.Bool(22),
        ActivityType = row.TextOrNull(23),
    };
}

/// <summary>The JSON that is kept in columns of courses.</summary>
internal static class CourseJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },

        // A manifest may nest 100 levels, and each level is an object in a list.
        MaxDepth = 512,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException("A course's column holds null.");
}
