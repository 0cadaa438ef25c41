using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>What people choose from a catalogue. Its content lies in versions; launches begin with the current one.</summary>
internal sealed record Course
{
    public required Guid Id { get; init; }

    /// <summary>The IRI of the whole course: <c>TENANT IRI/courses/ID</c>. Object of cmi5's <c>satisfied</c> (9.3.9).</summary>
    public required string Activity { get; init; }

    /// <summary>Title of the current version.</summary>
    public required string Title { get; init; }

    /// <summary>Description of the current version, when its manifest has one.</summary>
    public string? Description { get; init; }

    public required PackageKind Kind { get; init; }

    /// <summary>Language tag, when the manifest tells.</summary>
    public string? Language { get; init; }

    public string? Publisher { get; init; }

    /// <summary>The publisher's identifier of the whole. With the kind, it tells that an upload is a new version of this course.</summary>
    public string? PublisherId { get; init; }

    /// <summary>Module and format, such as <c>cyber-introduction/cmi5</c>, when the server built the course from its content folder.</summary>
    public string? Seed { get; init; }

    /// <summary>Names the module; the formats of one module share it.</summary>
    public string? Module { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When the current version came.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Id of the current version.</summary>
    public required Guid Current { get; init; }

    /// <summary>Number of the current version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>When it was deleted; such a course is in no list and cannot be launched, but its records keep their meaning.</summary>
    public DateTimeOffset? Deleted { get; init; }
}

/// <summary>A course with its current content and the list of its versions, newest first.</summary>
internal sealed record CourseDetails(Course Course, CourseVersion Current, IReadOnlyList<VersionSummary> Versions);

/// <summary>A version in a list.</summary>
internal sealed record VersionSummary(Guid Id, int Number, string Standard, string Title, DateTimeOffset Created);
