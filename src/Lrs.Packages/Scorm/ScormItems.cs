using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>Reads an organization and its items (CAM 3.4.1.5, 3.4.1.6). The depth is capped while the XML is read, so it may walk down the tree.</summary>
internal sealed class ScormItems(Manifest manifest, ScormVersion version, ScormResources resources, PackageLimits limits)
{
    private readonly HashSet<string> identifiers = new(StringComparer.Ordinal);
    private readonly Sequencing sequencing = new(manifest, limits);
    private int items;

    public CourseNode Organization(XElement element, Lom metadata)
    {
        var identifier = element.Text("identifier") ?? "";
        var rules = version.Is2004 ? sequencing.Of(element) : null;
        return new CourseNode
        {
            Identifier = identifier,
            Title = element.ChildText("title") ?? metadata.Title ?? (identifier.Length > 0 ? identifier : "Untitled course"),
            Description = metadata.Description,
            Kind = CourseNodeKind.Course,
            Objectives = rules is null ? [] : sequencing.Objectives(rules),
            Sequencing = rules?.ToString(SaveOptions.DisableFormatting),
            Children = Items(element),
        };
    }

    private List<CourseNode> Items(XElement parent)
    {
        var nodes = new List<CourseNode>();
        foreach (var element in parent.Children("item"))
        {
            if (++items > limits.Items)
            {
                if (items == limits.Items + 1)
                {
                    manifest.Fault(PackageRules.TooManyItems, element, $"The course has more than {limits.Items:N0} items, which is the most it may have.");
                }

                break;
            }

            nodes.Add(Item(element));
        }

        return nodes;
    }

    private CourseNode Item(XElement element)
    {
        var identifier = Identifier(element);
        var children = Items(element);
        var rules = version.Is2004 ? sequencing.Of(element) : null;
        var objectives = rules is null ? [] : sequencing.Objectives(rules);
        var title = element.ChildText("title");
        if (title is null)
        {
            manifest.Warn(ScormRules.ItemTitle, element, $"The item '{identifier}' has no title, so learners will see its identifier instead.");
        }

        var visible = element.Text("isvisible") is not { } isVisible || !(isVisible.Equals("false", StringComparison.OrdinalIgnoreCase) || isVisible == "0");
        var description = Lom.Of(element).Description;
        var unit = Unit(element, children.Count > 0);
        if (unit is not null)
        {
            unit = unit with { Identifier = identifier, Title = title ?? identifier, Description = description, Visible = visible, Objectives = objectives };
            unit = new ItemData(manifest, version, element, rules).Fill(unit);
        }

        return new CourseNode
        {
            Identifier = identifier,
            Title = title ?? identifier,
            Description = description,
            Kind = unit is not null && children.Count == 0 ? CourseNodeKind.Unit : CourseNodeKind.Block,
            Visible = visible,
            Unit = unit,
            Objectives = objectives,
            Sequencing = rules?.ToString(SaveOptions.DisableFormatting),
            Children = children,
        };
    }

    private string Identifier(XElement element)
    {
        if (element.Text("identifier") is not { } identifier)
        {
            manifest.Fault(
                ScormRules.ItemId, element,
                "The item has no identifier. Learners' records are kept by it; give it one, or export the course again.");
            return "";
        }

        if (!identifiers.Add(identifier))
        {
            manifest.Fault(
                ScormRules.ItemId, element.Named("identifier")!,
                $"A second item has the identifier '{identifier}'. Learners' records would be mixed up; give each its own.");
        }

        return identifier;
    }

    private CourseUnit? Unit(XElement element, bool hasItems)
    {
        if (element.Text("identifierref") is not { } name)
        {
            return null;
        }

        var at = element.Named("identifierref")!;
        if (resources.Find(name) is not { } resource)
        {
            manifest.Fault(ScormRules.ItemReference, at, $"The manifest has no resource '{name}', to which this item refers. Export the course again.");
            return null;
        }

        if (hasItems)
        {
            if (version.Is2004)
            {
                manifest.Warn(ScormRules.ItemNested, at, "An item that has items may not have a resource in SCORM 2004; the resource was left out.");
                return null;
            }

            manifest.Warn(ScormRules.ItemNested, at, "An item that has items has a resource as well. Both are offered to learners.");
        }

        if (resource.Href is null && !resource.IsSco)
        {
            manifest.Warn(ScormRules.ResourceHref, resource.Element, $"The asset '{name}' has no href, so the item is shown as a heading.");
            return null;
        }

        var parameters = element.Text("parameters");
        return resources.Launch(resource) is not { } launch
            ? null
            : new CourseUnit
            {
                Identifier = name,
                Title = name,
                Launch = LaunchParameters.Append(launch.Address, parameters),
                LaunchPath = launch.Path,
                Parameters = parameters,
                IsAsset = !resource.IsSco,
            };
    }
}
