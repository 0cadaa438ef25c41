namespace Lrs.Packages;

/// <summary>What a manifest tells, before it is joined with the files.</summary>
internal sealed record Course
{
    public required PackageKind Kind { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? Language { get; init; }

    public string? Publisher { get; init; }

    public string? PublisherId { get; init; }

    public required string Manifest { get; init; }

    public required CourseNode Tree { get; init; }

    public IReadOnlyList<CourseObjective> Objectives { get; init; } = [];

    public IReadOnlyList<DeclaredActivity> Activities { get; init; } = [];

    public IReadOnlyList<CourseOrganization> Organizations { get; init; } = [];
}
