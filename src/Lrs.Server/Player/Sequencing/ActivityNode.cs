using Lrs.Packages;
using Lrs.Packages.Scorm;
using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>How the children of an activity may be reached (SN 3.2).</summary>
/// <param name="Choice">May the learner choose among them?</param>
/// <param name="ChoiceExit">May the learner leave by choosing something outside?</param>
/// <param name="Flow">Do they follow each other?</param>
/// <param name="ForwardOnly">Only forwards?</param>
internal sealed record ControlModes(bool Choice, bool ChoiceExit, bool Flow, bool ForwardOnly)
{
    /// <summary>What SCORM 2004 has where a manifest says nothing (SN 3.2).</summary>
    public static ControlModes Default { get; } = new(true, true, false, false);

    /// <summary>For courses whose standard or author knows no sequencing: everything can be chosen, and everything follows.</summary>
    public static ControlModes Open { get; } = new(true, true, true, false);
}

/// <summary>A node of the activity tree (SN 3): a cluster of others, or something that can be delivered.</summary>
internal sealed record ActivityNode
{
    /// <summary>Its place in <see cref="ActivityTree.All"/>, parents before their children.</summary>
    public required int Index { get; init; }

    /// <summary>The same of its parent; -1 for the root.</summary>
    public required int Parent { get; init; }

    public required string Identifier { get; init; }

    public required string Title { get; init; }

    /// <summary><see cref="Unit.Position"/> of what it delivers; null for a cluster without content of its own.</summary>
    public int? Unit { get; init; }

    public bool Visible { get; init; } = true;

    public SequencingRules Rules { get; init; } = SequencingRules.None;

    /// <summary>SCORM 1.2: what must be done before; null for nothing.</summary>
    public Prerequisites? Prerequisites { get; init; }

    /// <summary>SCORM 2004 <c>adlnav:hideLMSUI</c>: which controls the learning system must not show with it.</summary>
    public IReadOnlyList<string> HiddenControls { get; init; } = [];
}

/// <summary>The activity tree of a version, flat: made once, never changed.</summary>
internal sealed class ActivityTree
{
    private readonly List<ActivityNode> all = [];
    private readonly List<List<ActivityNode>> children = [];
    private readonly Dictionary<int, ActivityNode> byUnit = [];

    private ActivityTree()
    {
    }

    /// <summary>All activities, parents before their children, in the order of the manifest.</summary>
    public IReadOnlyList<ActivityNode> All => all;

    public ActivityNode Root => all[0];

    /// <summary>Is there anything to know about objectives other than the activities' own success: others, or some of the whole course?</summary>
    public bool HasObjectives { get; private set; }

    /// <summary>The tree of a version.</summary>
    public static ActivityTree Of(CourseVersion version)
    {
        var is2004 = version.Course.Kind is PackageKind.Scorm2004;
        var tree = new ActivityTree();

        // An author who wrote no sequencing at all did not mean to take Next and Previous away.
        tree.Add(version.Structure.Root, -1, version.Units, is2004 && Sequences(version.Structure.Root));
        tree.HasObjectives = tree.all.Exists(activity => activity.Rules.Objectives.Any(objective => !objective.IsPrimary || objective.Maps.Count > 0));
        return tree;
    }

    /// <summary>The activity that delivers a unit.</summary>
    public ActivityNode OfUnit(int position) => byUnit[position];

    /// <summary>The activity with an identifier; null when there is none.</summary>
    public ActivityNode? Named(string identifier) => all.Find(activity => activity.Identifier == identifier);

    /// <summary>The children of an activity, in order.</summary>
    public IReadOnlyList<ActivityNode> Children(ActivityNode activity) => children[activity.Index];

    /// <summary>The activity and all above it, the root last.</summary>
    public IEnumerable<ActivityNode> Upwards(ActivityNode activity)
    {
        for (var at = activity; ; at = all[at.Parent])
        {
            yield return at;
            if (at.Parent < 0)
            {
                yield break;
            }
        }
    }

    /// <summary>The lowest activity that both lie in, or are.</summary>
    public ActivityNode Common(ActivityNode one, ActivityNode other)
    {
        var above = Upwards(one).Select(activity => activity.Index).ToHashSet();
        return Upwards(other).First(activity => above.Contains(activity.Index));
    }

    /// <summary>Is it below another, or the same?</summary>
    public bool IsWithin(ActivityNode activity, ActivityNode cluster) => Upwards(activity).Any(one => one.Index == cluster.Index);

    private static bool Sequences(StructureNode node) => node.Sequencing is not null || node.Children.Any(Sequences);

    private void Add(StructureNode node, int parent, IReadOnlyList<Unit> units, bool sequenced)
    {
        var activity = new ActivityNode
        {
            Index = all.Count,
            Parent = parent,
            Identifier = node.Identifier,
            Title = node.Title,
            Unit = node.Unit,
            Visible = node.Visible,
            Rules = sequenced ? SequencingXml.Read(node.Sequencing) : SequencingRules.None,
            Prerequisites = node.Unit is { } unit && units[unit].Prerequisites is { } script && Prerequisites.TryParse(script, out var read, out _) ? read : null,
            HiddenControls = node.HiddenControls,
        };
        all.Add(activity);
        children.Add([]);
        if (parent >= 0)
        {
            children[parent].Add(activity);
        }

        if (node.Unit is { } position)
        {
            byUnit[position] = activity;
        }

        foreach (var child in node.Children)
        {
            Add(child, activity.Index, units, sequenced);
        }
    }
}
