namespace Lrs.Packages;

/// <summary>What a node of the tree is.</summary>
public enum CourseNodeKind
{
    /// <summary>The course itself: the root.</summary>
    Course,

    /// <summary>A cmi5 block, or a SCORM item with items below it or without a resource.</summary>
    Block,

    /// <summary>A leaf that can be launched.</summary>
    Unit,
}

/// <summary>A node of the course: the table of contents, and for cmi5 what becomes <c>satisfied</c> (cmi5 9.3.9).</summary>
public sealed record CourseNode
{
    /// <summary>The publisher's identifier of the course, block, item or unit; empty when a course has none.</summary>
    public required string Identifier { get; init; }

    /// <summary>Title, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Description, when the manifest has one.</summary>
    public string? Description { get; init; }

    /// <summary>Course, block or unit.</summary>
    public required CourseNodeKind Kind { get; init; }

    /// <summary>False when the node is to be left out of the table of contents.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>What this node launches. SCORM 1.2 tools sometimes give a resource to an item that has items; then a block has a unit too.</summary>
    public CourseUnit? Unit { get; init; }

    /// <summary>The nodes inside, in the order of the manifest.</summary>
    public IReadOnlyList<CourseNode> Children { get; init; } = [];

    /// <summary>Objectives of a cmi5 block, or of a SCORM 2004 item by its sequencing.</summary>
    public IReadOnlyList<CourseObjective> Objectives { get; init; } = [];

    /// <summary>SCORM 2004: the node's <c>imsss:sequencing</c> as XML, with what it refers to in the sequencing collection merged in (SN 3, IDRef).</summary>
    public string? Sequencing { get; init; }

    /// <summary>The units of this node and all below it, in order.</summary>
    public IEnumerable<CourseUnit> Units()
    {
        var open = new Stack<CourseNode>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            if (node.Unit is not null)
            {
                yield return node.Unit;
            }

            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }
}
