using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;

namespace Lrs.Server.Courses;

/// <summary>Writes the rows of an import in one transaction: with its end the version is there, whole.</summary>
internal sealed class CourseWriter(Database database, TimeProvider clock)
{
    private const string TakeTurn = "INSERT INTO course_turn (tenant, number) VALUES (@tenant, 1) ON CONFLICT (tenant) DO UPDATE SET number = course_turn.number + 1";

    private const string SameSeed = "SELECT id, seed_hash FROM course WHERE tenant = @tenant AND seed = @seed";

    private const string SamePublisherId = """
        SELECT id, seed_hash FROM course WHERE tenant = @tenant AND kind = @kind AND publisher_id = @publisherId AND deleted IS NULL ORDER BY created, id LIMIT 1
        """;

    private const string InsertCourse = """
        INSERT INTO course (tenant, id, activity, title, description, kind, language, publisher, publisher_id, seed, seed_hash, module, created, updated, current)
        VALUES (@tenant, @id, @activity, @title, @description, @kind, @language, @publisher, @publisherId, @seed, @seedHash, @module, @now, @now, @version)
        """;

    private const string UpdateCourse = """
        UPDATE course SET title = @title, description = @description, language = @language, publisher = @publisher, publisher_id = @publisherId,
            seed = COALESCE(@seed, seed), seed_hash = COALESCE(@seedHash, seed_hash), module = COALESCE(@module, module), updated = @now, current = @version
        WHERE tenant = @tenant AND id = @id
        """;

    private const string InsertVersion = """
        INSERT INTO course_version (tenant, id, course, number, standard, title, package, created, structure, warnings)
        VALUES (@tenant, @version, @course, @number, @standard, @title, @package, @now, @structure, @warnings)
        """;

    /// <summary>Writes the course, if it is new, and the version.</summary>
    /// <returns>The course's id; null when the module was imported before from the same bytes.</returns>
    public Task<Guid?> Write(Tenant tenant, CoursePackage package, IReadOnlyList<StoredFile> files, string hash, SeedOrigin? seed, CancellationToken cancel) =>
        database.Write(
            tenant.Id,
            async work =>
            {
                await work.Run(TakeTurn);
                var known = await Known(work, package, seed);
                if (seed is not null && known?.SeedHash == hash)
                {
                    return (Guid?)null;
                }

                var course = known?.Id ?? Guid.CreateVersion7();
                var version = Guid.CreateVersion7();
                var activity = $"{tenant.Iri}/courses/{course}";
                var number = 1 + await work.One("SELECT COALESCE(MAX(number), 0) FROM course_version WHERE tenant = @tenant AND course = @course", row => row.Int(0), ("@course", course));
                var tree = await CourseTree.Make(work, course, activity, package);
                await work.Run(known is null ? InsertCourse : UpdateCourse, CourseValues(package, hash, seed, course, activity, version, known is null));
                await work.Run(
                    InsertVersion,
                    ("@version", version),
                    ("@course", course),
                    ("@number", number),
                    ("@standard", package.Version),
                    ("@title", package.Title),
                    ("@package", hash),
                    ("@now", clock.GetUtcNow()),
                    ("@structure", CourseJson.Write(tree.Structure)),
                    ("@warnings", CourseJson.Write(Warnings(package, number, seed))));
                await VersionRows.Write(work, course, version, tree, files);
                return course;
            },
            cancel);

    private static async Task<KnownCourse?> Known(Work work, CoursePackage package, SeedOrigin? seed)
    {
        var known = seed is null ? null : await work.One(SameSeed, KnownCourse.Read, ("@seed", seed.Seed));
        return known is null && package.PublisherId is { Length: > 0 } id
            ? await work.One(SamePublisherId, KnownCourse.Read, ("@kind", package.Kind.Text()), ("@publisherId", id))
            : known;
    }

    private (string, object?)[] CourseValues(CoursePackage package, string hash, SeedOrigin? seed, Guid course, string activity, Guid version, bool isNew) =>
    [
        ("@id", course),
        ("@title", package.Title),
        ("@description", package.Description ?? seed?.Module.Description),
        ("@language", package.Language ?? seed?.Module.Language),
        ("@publisher", package.Publisher ?? seed?.Module.Publisher),
        ("@publisherId", package.PublisherId),
        ("@seed", seed?.Seed),
        ("@seedHash", seed is null ? null : hash),
        ("@module", seed?.Module.Id),
        ("@now", clock.GetUtcNow()),
        ("@version", version),
        .. isNew ? [("@activity", activity), ("@kind", package.Kind.Text())] : Array.Empty<(string, object?)>(),
    ];

    // Some tools give every course of theirs one identifier, so an author must hear that two uploads became one course.
    private static IReadOnlyList<PackageWarning> Warnings(CoursePackage package, int number, SeedOrigin? seed) => number == 1 || seed is not null
        ? package.Warnings
        :
        [
            .. package.Warnings,
            new PackageWarning(
                "course.version",
                package.Manifest,
                $"There was a course with the identifier '{package.PublisherId}', and this is now its version {number}. If it is another course, give it an identifier of its own and upload it again."),
        ];

    private sealed record KnownCourse(Guid Id, string? SeedHash)
    {
        public static KnownCourse Read(Row row) => new(row.Guid(0), row.TextOrNull(1));
    }
}
