using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>The tree of a version, kept as JSON beside the rows of its blocks and units, and what else its manifest declares.</summary>
/// <param name="Root">The course itself.</param>
/// <param name="Objectives">Objectives that a cmi5 course declares.</param>
/// <param name="Activities">Activities that a tincan.xml declares: their definitions belong in the record store.</param>
internal sealed record CourseStructure(StructureNode Root, IReadOnlyList<CourseObjective> Objectives, IReadOnlyList<DeclaredActivity> Activities);

/// <summary>A node of the tree: the table of contents, and what a run-time needs of it besides the units' own columns.</summary>
internal sealed record StructureNode
{
    /// <summary>The publisher's identifier; may be empty for the course.</summary>
    public required string Identifier { get; init; }

    public required string Title { get; init; }

    public required CourseNodeKind Kind { get; init; }

    /// <summary>The IRI minted for the course or block; null for a node that is only a unit.</summary>
    public string? Activity { get; init; }

    /// <summary>False when the node is to be left out of the table of contents.</summary>
    public bool Visible { get; init; } = true;

    /// <summary><see cref="Unit.Position"/> of what this node launches, or null.</summary>
    public int? Unit { get; init; }

    /// <summary><see cref="Block.Position"/>, for a block.</summary>
    public int? Block { get; init; }

    /// <summary>SCORM 2004: the node's <c>imsss:sequencing</c> as XML.</summary>
    public string? Sequencing { get; init; }

    /// <summary>Objectives of the block, or of the item by its sequencing; for a unit those it refers to.</summary>
    public IReadOnlyList<CourseObjective> Objectives { get; init; } = [];

    /// <summary>SCORM 2004 <c>adlnav:hideLMSUI</c> of the unit.</summary>
    public IReadOnlyList<string> HiddenControls { get; init; } = [];

    public IReadOnlyList<StructureNode> Children { get; init; } = [];
}
