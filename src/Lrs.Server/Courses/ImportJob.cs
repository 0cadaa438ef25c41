using Lrs.Data;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>Where an import stands.</summary>
internal enum ImportState
{
    Running,

    /// <summary>The course is there.</summary>
    Done,

    /// <summary>The package has faults.</summary>
    Refused,

    /// <summary>The server could not do it.</summary>
    Failed,
}

/// <summary>An import under way, or what came of it.</summary>
internal sealed record ImportJob
{
    public required Guid Id { get; init; }

    /// <summary>Name of the file on its author's machine; empty when none was told.</summary>
    public required string File { get; init; }

    public ImportState State { get; init; }

    /// <summary>0 to 100.</summary>
    public int Percent { get; init; }

    public Guid? Course { get; init; }

    public IReadOnlyList<PackageFault> Faults { get; init; } = [];

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }
}

/// <summary>Imports in the database, where every node sees them.</summary>
internal static class ImportJobRows
{
    private const string Select = "SELECT id, file, state, percent, course, faults, message, created, updated FROM import_job WHERE tenant = @tenant AND id = @id";

    private const string InsertRow = """
        INSERT INTO import_job (tenant, id, file, state, percent, course, faults, message, created, updated)
        VALUES (@tenant, @id, @file, @state, @percent, @course, @faults, @message, @created, @updated)
        ON CONFLICT (tenant, id) DO NOTHING
        """;

    private const string UpdateRow = """
        UPDATE import_job SET state = @state, percent = @percent, course = @course, faults = @faults, message = @message, updated = @updated WHERE tenant = @tenant AND id = @id
        """;

    public static Task<ImportJob?> Find(Work work, Guid id) => work.One(Select, Read, ("@id", id));

    /// <summary>Keeps a new import; false when there is one with its id.</summary>
    public static async Task<bool> Insert(Work work, ImportJob job) => await work.Run(InsertRow, [.. Changing(job), ("@file", job.File), ("@created", job.Created)]) > 0;

    public static Task Update(Work work, ImportJob job) => work.Run(UpdateRow, Changing(job));

    /// <summary>Removes what began before a time.</summary>
    public static Task<int> Sweep(Work work, DateTimeOffset before) => work.Run("DELETE FROM import_job WHERE tenant = @tenant AND created < @before", ("@before", before));

    private static (string, object?)[] Changing(ImportJob job) =>
    [
        ("@id", job.Id),
        ("@state", job.State.ToString().ToLowerInvariant()),
        ("@percent", job.Percent),
        ("@course", job.Course),
        ("@faults", job.Faults.Count == 0 ? null : CourseJson.Write(job.Faults)),
        ("@message", job.Message),
        ("@updated", job.Updated),
    ];

    private static ImportJob Read(Row row) => new()
    {
        Id = row.Guid(0),
        File = row.Text(1),
        State = Enum.Parse<ImportState>(row.Text(2), ignoreCase: true),
        Percent = row.Int(3),
        Course = row.GuidOrNull(4),
        Faults = row.TextOrNull(5) is { } faults ? CourseJson.Read<List<PackageFault>>(faults) : [],
        Message = row.TextOrNull(6),
        Created = row.Time(7),
        Updated = row.Time(8),
    };
}
