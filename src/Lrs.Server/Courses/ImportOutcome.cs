using Lrs.Packages;
using Lrs.Packages.Modules;

namespace Lrs.Server.Courses;

/// <summary>What can come of an upload. Nothing else can.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>The course is there, as a new one or with a new version.</summary>
    public sealed record Imported(CourseDetails Course) : ImportOutcome;

    /// <summary>The package has these faults. Nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<PackageFault> Faults) : ImportOutcome;

    /// <summary>The upload is longer than <paramref name="Limit"/> bytes. Nothing was stored.</summary>
    public sealed record TooLarge(long Limit) : ImportOutcome;

    /// <summary>The module was imported before from the same bytes, perhaps by another node a moment ago.</summary>
    public sealed record AlreadyThere : ImportOutcome;
}

/// <summary>Where a package came from, when the server built it itself.</summary>
/// <param name="Seed">Module folder and format, such as <c>cyber-introduction/cmi5</c>.</param>
/// <param name="Module">Its source, which knows what some formats have no place for.</param>
internal sealed record SeedOrigin(string Seed, Module Module);
