using Lrs.Data;

namespace Lrs.Server.Courses;

/// <summary>The courses: what there is, and what is in it. Importing puts them here.</summary>
internal sealed class CourseStore(Database database, TimeProvider clock)
{
    private const string CountUnits = """
        SELECT c.id, COUNT(*)
        FROM course c JOIN unit u ON u.tenant = c.tenant AND u.version = c.current
        WHERE c.tenant = @tenant AND c.deleted IS NULL
        GROUP BY c.id
        """;

    /// <summary>All courses that are not deleted, by title.</summary>
    public Task<List<Course>> List(TenantId tenant, CancellationToken cancel) =>
        database.Read(tenant, work => work.All($"{CourseRows.Courses} AND c.deleted IS NULL ORDER BY c.title, c.kind, c.id", CourseRows.Course), cancel);

    /// <summary>How many units each course has in its current version.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> UnitCounts(TenantId tenant, CancellationToken cancel)
    {
        var rows = await database.Read(tenant, work => work.All(CountUnits, row => (Course: row.Guid(0), Count: (int)row.Long(1))), cancel);
        return rows.ToDictionary(row => row.Course, row => row.Count);
    }

    /// <summary>A course with the content of its current version and the list of all; null when there is none or it is deleted.</summary>
    public Task<CourseDetails?> Find(TenantId tenant, Guid course, CancellationToken cancel) =>
        database.Snapshot(
            tenant,
            async work =>
            {
                var found = await work.One($"{CourseRows.Courses} AND c.id = @course AND c.deleted IS NULL", CourseRows.Course, ("@course", course));
                return found is null
                    ? null
                    : new CourseDetails(found, (await CourseRows.Version(work, found.Current))!, await work.All(CourseRows.Versions, CourseRows.Summary, ("@course", course)));
            },
            cancel);

    /// <summary>The version that a launch which begins now gets; null when there is no such course or it is deleted.</summary>
    public Task<CourseVersion?> Current(TenantId tenant, Guid course, CancellationToken cancel) =>
        database.Snapshot(
            tenant,
            async work => await work.One($"{CourseRows.Courses} AND c.id = @course AND c.deleted IS NULL", CourseRows.Course, ("@course", course)) is { } found
                ? await CourseRows.Version(work, found.Current)
                : null,
            cancel);

    /// <summary>One version with its units and tree, whatever became of the course since; see <see cref="Course.Deleted"/>.</summary>
    public Task<CourseVersion?> Version(TenantId tenant, Guid version, CancellationToken cancel) =>
        database.Snapshot(tenant, work => CourseRows.Version(work, version), cancel);

    /// <summary>A file of a version: the one spelt exactly so, else one that differs in case only; null when there is none.</summary>
    public async Task<StoredFile?> File(TenantId tenant, Guid version, string path, CancellationToken cancel)
    {
        var found = await database.Read(
            tenant,
            work => work.All(CourseRows.Files, CourseRows.File, ("@version", version), ("@lower", StoredFile.Key(path))),
            cancel);
        return found.Find(file => file.Path == path) ?? found.FirstOrDefault();
    }

    /// <summary>Is there such a version of a course that is not deleted?</summary>
    public Task<bool> IsServed(TenantId tenant, Guid version, CancellationToken cancel) =>
        database.Read(
            tenant,
            work => work.Any(
                """
                SELECT 1 FROM course_version v JOIN course c ON c.tenant = v.tenant AND c.id = v.course
                WHERE v.tenant = @tenant AND v.id = @version AND c.deleted IS NULL
                """,
                ("@version", version)),
            cancel);

    /// <summary>Takes a course out of every list. Its versions stay, because records refer to them.</summary>
    /// <returns>False when there is no such course or it was deleted before.</returns>
    public async Task<bool> Delete(TenantId tenant, Guid course, CancellationToken cancel) =>
        await database.Write(
            tenant,
            work => work.Run("UPDATE course SET deleted = @now WHERE tenant = @tenant AND id = @course AND deleted IS NULL", ("@course", course), ("@now", clock.GetUtcNow())),
            cancel) > 0;

    /// <summary>Was the course deleted that came from this module and format?</summary>
    public Task<bool> IsDeletedSeed(TenantId tenant, string seed, CancellationToken cancel) =>
        database.Read(tenant, work => work.Any("SELECT 1 FROM course WHERE tenant = @tenant AND seed = @seed AND deleted IS NOT NULL", ("@seed", seed)), cancel);
}
