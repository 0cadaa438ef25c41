using Lrs.Data;

namespace Lrs.Server.Courses;

/// <summary>What authors decided about courses.</summary>
internal sealed class CourseSettingStore(Database database, TimeProvider clock)
{
    private const string Select = "SELECT restart, completion, seconds, shown FROM course_setting WHERE tenant = @tenant AND course = @course";

    private const string Upsert = """
        INSERT INTO course_setting (tenant, course, restart, completion, seconds, shown, updated)
        VALUES (@tenant, @course, @restart, @completion, @seconds, @shown, @now)
        ON CONFLICT (tenant, course) DO UPDATE
        SET restart = excluded.restart, completion = excluded.completion, seconds = excluded.seconds, shown = excluded.shown, updated = excluded.updated
        """;

    /// <summary>The settings of a course, within a larger transaction.</summary>
    public static async Task<CourseSettings> Find(Work work, Guid course) => await work.One(Select, Read, ("@course", course)) ?? CourseSettings.Usual;

    /// <summary>The settings of a course.</summary>
    public Task<CourseSettings> Get(TenantId tenant, Guid course, CancellationToken cancel) => database.Read(tenant, work => Find(work, course), cancel);

    /// <summary>Puts other settings in their place. They hold from the next launch on, and for the completion policy from the next word of content.</summary>
    public Task Put(TenantId tenant, Guid course, CourseSettings settings, CancellationToken cancel) => database.Write(
        tenant,
        work => work.Run(
            Upsert,
            ("@course", course),
            ("@restart", CourseSettings.Word(settings.Restart)),
            ("@completion", CourseSettings.Word(settings.Completion)),
            ("@seconds", settings.Seconds ?? 0),
            ("@shown", CourseSettings.Word(settings.Shown)),
            ("@now", clock.GetUtcNow())),
        cancel);

    private static CourseSettings Read(Row row) => new()
    {
        Restart = CourseSettings.Parse<RestartRule>(row.Text(0)) ?? throw new InvalidDataException($"'{row.Text(0)}' is no rule for restarting."),
        Completion = CourseSettings.Parse<CompletionPolicy>(row.Text(1)) ?? throw new InvalidDataException($"'{row.Text(1)}' is no completion policy."),
        Seconds = row.Int(2) is > 0 and var seconds ? seconds : null,
        Shown = CourseSettings.Parse<ShownIn>(row.Text(3)) ?? throw new InvalidDataException($"'{row.Text(3)}' is no place to show content in."),
    };
}
