using Lrs.Data;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>Writes what a version consists of: units, blocks, files.</summary>
internal static class VersionRows
{
    private const string InsertUnit = """
        INSERT INTO unit (tenant, version, position, id, course, identifier, title, description, activity, launch, launch_path, mastery, mastery_text, move_on, launch_method,
            launch_parameters, data_from_lms, entitlement, prerequisites, max_time, time_limit_action, completion_threshold, is_asset, visible, activity_type)
        VALUES (@tenant, @version, @position, @id, @course, @identifier, @title, @description, @activity, @launch, @launchPath, @mastery, @masteryText, @moveOn, @launchMethod,
            @launchParameters, @dataFromLms, @entitlement, @prerequisites, @maxTime, @timeLimitAction, @completionThreshold, @isAsset, @visible, @activityType)
        """;

    private const string InsertBlock = """
        INSERT INTO block (tenant, version, position, id, course, identifier, title, activity)
        VALUES (@tenant, @version, @position, @id, @course, @identifier, @title, @activity)
        """;

    private static readonly PerDialect InsertFile = new(
        Sqlite: """
            INSERT INTO package_file (tenant, version, path, path_lower, blob, length, content_type)
            VALUES (@tenant, @version, @path, @lower, @blob, @length, @type)
            """,
        Postgres: """
            INSERT INTO package_file (tenant, version, path, path_lower, blob, length, content_type)
            SELECT @tenant, t.version, t.path, t.lower, t.blob, t.length, t.type
            FROM unnest(@version, @path, @lower, @blob, @length, @type) AS t(version, path, lower, blob, length, type)
            """);

    public static async Task Write(Work work, Guid course, Guid version, CourseTree tree, IReadOnlyList<StoredFile> files)
    {
        for (var position = 0; position < tree.Units.Count; position++)
        {
            var (unit, id, activity) = tree.Units[position];
            await work.Run(
                InsertUnit,
                [("@version", version), ("@position", position), ("@id", id), ("@course", course), ("@activity", activity), .. Values(unit)]);
        }

        foreach (var block in tree.Blocks)
        {
            await work.Run(
                InsertBlock,
                ("@version", version),
                ("@position", block.Position),
                ("@id", block.Id),
                ("@course", course),
                ("@identifier", block.Identifier),
                ("@title", block.Title),
                ("@activity", block.Activity));
        }

        await work.Many(
            InsertFile,
            files.Count,
            ("@version", files.Select(_ => version).ToArray()),
            ("@path", files.Select(file => file.Path).ToArray()),
            ("@lower", files.Select(file => StoredFile.Key(file.Path)).ToArray()),
            ("@blob", files.Select(file => file.Blob).ToArray()),
            ("@length", files.Select(file => file.Length).ToArray()),
            ("@type", files.Select(file => file.ContentType).ToArray()));
    }

    private static (string, object?)[] Values(CourseUnit unit) =>
    [
        ("@identifier", unit.Identifier),
        ("@title", unit.Title),
        ("@description", unit.Description),
        ("@launch", unit.Launch),
        ("@launchPath", unit.LaunchPath),
        ("@mastery", unit.MasteryScore),
        ("@masteryText", unit.MasteryScoreText),
        ("@moveOn", unit.MoveOn),
        ("@launchMethod", unit.LaunchMethod),
        ("@launchParameters", unit.LaunchParameters),
        ("@dataFromLms", unit.DataFromLms),
        ("@entitlement", unit.EntitlementKey),
        ("@prerequisites", unit.Prerequisites),
        ("@maxTime", unit.MaxTimeAllowed),
        ("@timeLimitAction", unit.TimeLimitAction),
        ("@completionThreshold", unit.CompletionThreshold),
        ("@isAsset", unit.IsAsset),
        ("@visible", unit.Visible),
        ("@activityType", unit.ActivityType),
    ];
}
