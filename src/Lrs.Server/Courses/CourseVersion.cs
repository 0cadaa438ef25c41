using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>One upload of a course. It never changes, and a registration stays with the version it began with.</summary>
internal sealed record CourseVersion
{
    public required Guid Id { get; init; }

    /// <summary>The course it belongs to; its title and dates are those of the current version, not of this one.</summary>
    public required Course Course { get; init; }

    /// <summary>1, 2, 3 … within the course.</summary>
    public required int Number { get; init; }

    /// <summary>Version of the specification as the manifest declares it: <c>1.2</c>, <c>2004 3rd Edition</c>, <c>1.0</c>.</summary>
    public required string Standard { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The tree, and what else the manifest declares.</summary>
    public required CourseStructure Structure { get; init; }

    /// <summary>What its author was told when it was imported.</summary>
    public required IReadOnlyList<PackageWarning> Warnings { get; init; }

    /// <summary>What can be launched, in the order of the manifest; <see cref="Unit.Position"/> is the place in this list.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The blocks of the tree, parents before their children.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>A block of units: in cmi5, something that can be satisfied.</summary>
/// <param name="Id">The same in every version of the course.</param>
/// <param name="Position">Its place among the version's blocks, from 0.</param>
/// <param name="Identifier">The publisher's id.</param>
/// <param name="Title">Title, never empty.</param>
/// <param name="Activity">The IRI minted for it, not the publisher's (cmi5 9.3.9).</param>
internal sealed record Block(Guid Id, int Position, string Identifier, string Title, string Activity);
