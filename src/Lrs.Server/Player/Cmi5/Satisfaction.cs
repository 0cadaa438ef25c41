using Lrs.Packages;
using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>Which blocks, and whether the course, became satisfied (cmi5 9.3.9).</summary>
internal static class Satisfaction
{
    /// <summary>Nodes that are satisfied after and were not before: inner ones first, the course last.</summary>
    public static IEnumerable<StructureNode> New(CourseVersion version, IReadOnlyList<RegistrationUnit> before, IReadOnlyList<RegistrationUnit> after)
    {
        var (was, now) = (Positions(before), Positions(after));
        return Groups(version.Structure.Root).Where(node => IsSatisfied(node, now) && !IsSatisfied(node, was));
    }

    /// <summary>Is the whole course satisfied?</summary>
    public static bool OfCourse(IReadOnlyList<RegistrationUnit> units) => units.All(unit => unit.Satisfied);

    private static HashSet<int> Positions(IReadOnlyList<RegistrationUnit> units) => units.Where(unit => unit.Satisfied).Select(unit => unit.Position).ToHashSet();

    private static bool IsSatisfied(StructureNode node, HashSet<int> satisfied) =>
        (node.Unit is not { } unit || satisfied.Contains(unit)) && node.Children.All(child => IsSatisfied(child, satisfied));

    private static IEnumerable<StructureNode> Groups(StructureNode node)
    {
        foreach (var inner in node.Children.SelectMany(Groups))
        {
            yield return inner;
        }

        if (node.Kind is not CourseNodeKind.Unit)
        {
            yield return node;
        }
    }
}
