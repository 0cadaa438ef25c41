using Lrs.Data;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>The nodes of a package with their places, and with ids that stay the same from version to version.</summary>
/// <param name="Structure">The tree that is kept as JSON.</param>
/// <param name="Units">The units in order, each with its id and activity.</param>
/// <param name="Blocks">The blocks in order.</param>
internal sealed record CourseTree(CourseStructure Structure, IReadOnlyList<(CourseUnit Unit, Guid Id, string Activity)> Units, IReadOnlyList<Block> Blocks)
{
    /// <summary>Gives every node what it had in earlier versions under the same identifier of the publisher, or something new.</summary>
    public static async Task<CourseTree> Make(Work work, Guid course, string activity, CoursePackage package)
    {
        var units = await KnownNodes.Load(work, "SELECT DISTINCT identifier, id, activity FROM unit WHERE tenant = @tenant AND course = @course", course, $"{activity}/units");
        var blocks = await KnownNodes.Load(work, "SELECT DISTINCT identifier, id, activity FROM block WHERE tenant = @tenant AND course = @course", course, $"{activity}/blocks");
        var maker = new Maker(units, blocks, activity, package.Kind is PackageKind.Xapi);
        var root = maker.Node(package.Tree);
        return new CourseTree(new CourseStructure(root, package.Objectives, package.Activities), maker.Units, maker.Blocks);
    }

    private sealed class Maker(KnownNodes knownUnits, KnownNodes knownBlocks, string course, bool publishersActivities)
    {
        public List<(CourseUnit Unit, Guid Id, string Activity)> Units { get; } = [];

        public List<Block> Blocks { get; } = [];

        // Node before children, as CourseNode.Units counts; the reader caps the depth at 100.
        public StructureNode Node(CourseNode node)
        {
            int? unit = node.Unit is null ? null : Units.Count;
            if (node.Unit is not null)
            {
                var (id, activity) = knownUnits.For(node.Unit.Identifier);
                Units.Add((node.Unit, id, publishersActivities ? node.Unit.Identifier : activity));
            }

            int? block = node.Kind is CourseNodeKind.Block ? Blocks.Count : null;
            if (block is { } position)
            {
                var (id, activity) = knownBlocks.For(node.Identifier);
                Blocks.Add(new Block(id, position, node.Identifier, node.Title, activity));
            }

            return new StructureNode
            {
                Identifier = node.Identifier,
                Title = node.Title,
                Kind = node.Kind,
                Activity = node.Kind is CourseNodeKind.Course ? course : block is { } at ? Blocks[at].Activity : null,
                Visible = node.Visible,
                Unit = unit,
                Block = block,
                Sequencing = node.Sequencing,
                Objectives = node.Objectives.Count > 0 ? node.Objectives : node.Unit?.Objectives ?? [],
                HiddenControls = node.Unit?.HiddenControls ?? [],
                Children = [.. node.Children.Select(Node)],
            };
        }
    }
}

/// <summary>Ids and activities by the publisher's identifier, within one course.</summary>
internal sealed class KnownNodes
{
    private readonly Dictionary<string, (Guid Id, string Activity)> byIdentifier = new(StringComparer.Ordinal);
    private readonly string root;

    private KnownNodes(string root) => this.root = root;

    public static async Task<KnownNodes> Load(Work work, string sql, Guid course, string root)
    {
        var known = new KnownNodes(root);
        await foreach (var row in work.Rows(sql, ("@course", course)))
        {
            known.byIdentifier[row.Text(0)] = (row.Guid(1), row.Text(2));
        }

        return known;
    }

    /// <summary>What the identifier has, or the next number below the root.</summary>
    public (Guid Id, string Activity) For(string identifier)
    {
        if (!byIdentifier.TryGetValue(identifier, out var node))
        {
            node = (Guid.CreateVersion7(), $"{root}/{byIdentifier.Count + 1}");
            byIdentifier.Add(identifier, node);
        }

        return node;
    }
}
