using System.Xml.Linq;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages.Cmi5;

/// <summary>Reads a course structure (cmi5 13) and holds it against the schema and the rules that no schema can say.</summary>
internal sealed class Cmi5Reader
{
    /// <summary>Namespace of the course structure, version 1.</summary>
    public static readonly XNamespace Namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

    // The schema's default first.
    private static readonly string[] MoveOn = ["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"];
    private static readonly string[] LaunchMethod = ["AnyWindow", "OwnWindow"];

    private readonly Manifest manifest;
    private readonly PackageFiles? files;
    private readonly PackageLimits limits;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CourseObjective> objectives = new(StringComparer.Ordinal);
    private int items;

    private Cmi5Reader(Manifest manifest, PackageFiles? files, PackageLimits limits) =>
        (this.manifest, this.files, this.limits) = (manifest, files, limits);

    /// <param name="files">The package's files; null for a bare cmi5.xml.</param>
    public static Course? Read(Manifest manifest, PackageFiles? files, PackageLimits limits)
    {
        if (manifest.Root.Name == Namespace + "courseStructure")
        {
            return new Cmi5Reader(manifest, files, limits).Structure();
        }

        var found = manifest.Root.Name;
        manifest.Fault(
            Cmi5Rules.Root,
            manifest.Root,
            $"The first element is <{found.LocalName}> in {(found.NamespaceName.Length == 0 ? "no namespace" : found.NamespaceName)}; it must be <courseStructure> in {Namespace}.");
        return null;
    }

    private Course Structure()
    {
        var root = manifest.Root;
        ShapeCheck.Check(manifest, root, Shape.Structure);
        var course = root.Element(Namespace + "course");
        var (id, title, language, description) = ("", "", (string?)null, (string?)null);
        if (course is not null)
        {
            ShapeCheck.Check(manifest, course, Shape.Course);
            id = Cmi5Values.Id(manifest, course, Cmi5Rules.CourseId) ?? "";
            language = Cmi5Values.LanguageOf(course.Element(Namespace + "title"));
            (title, description) = Texts(course, id);
        }

        Declare(root.Element(Namespace + "objectives"));
        var children = Children(root);
        if (ids.TryGetValue(id, out var other))
        {
            manifest.Warn(Cmi5Rules.CourseDuplicate, course!, $"The course has the same id as its {other}. Give each its own.");
        }

        var tree = new CourseNode
        {
            Identifier = id,
            Title = title,
            Description = description,
            Kind = CourseNodeKind.Course,
            Children = children,
        };
        return new Course
        {
            Kind = PackageKind.Cmi5,
            Version = "1.0",
            Title = tree.Title,
            Description = tree.Description,
            Language = language,
            PublisherId = id,
            Manifest = manifest.Name,
            Tree = tree,
            Objectives = [.. objectives.Values],
        };
    }

    private void Declare(XElement? list)
    {
        if (list is null)
        {
            return;
        }

        ShapeCheck.Check(manifest, list, Shape.ObjectiveList);
        foreach (var element in list.Elements(Namespace + "objective"))
        {
            ShapeCheck.Check(manifest, element, Shape.Objective);
            var id = Cmi5Values.Id(manifest, element, Cmi5Rules.ObjectiveId);
            Unique(element, id, "objective", Cmi5Rules.ObjectiveDuplicate);
            var title = Cmi5Values.Text(manifest, element.Element(Namespace + "title"));
            var description = Cmi5Values.Text(manifest, element.Element(Namespace + "description"));
            if (id is not null)
            {
                objectives.TryAdd(id, new CourseObjective(id) { Title = NullIfEmpty(title), Description = NullIfEmpty(description) });
            }
        }
    }

    // The depth is capped while the XML is read, so walking down the tree cannot exhaust the stack.
    private List<CourseNode> Children(XElement parent)
    {
        var nodes = new List<CourseNode>();
        foreach (var child in parent.Elements().Where(child => child.Name == Namespace + "au" || child.Name == Namespace + "block"))
        {
            if (++items > limits.Items)
            {
                if (items == limits.Items + 1)
                {
                    manifest.Fault(
                        PackageRules.TooManyItems, child,
                        $"The course has more than {limits.Items:N0} units and blocks, which is the most it may have.");
                }

                return nodes;
            }

            nodes.Add(child.Name.LocalName == "au" ? Au(child) : Block(child));
        }

        return nodes;
    }

    private CourseNode Block(XElement element)
    {
        ShapeCheck.Check(manifest, element, Shape.Block);
        var id = Cmi5Values.Id(manifest, element, Cmi5Rules.BlockId);
        Unique(element, id, "block", Cmi5Rules.BlockDuplicate);
        var (title, description) = Texts(element, id);
        return new CourseNode
        {
            Identifier = id ?? "",
            Title = title,
            Description = description,
            Kind = CourseNodeKind.Block,
            Objectives = References(element),
            Children = Children(element),
        };
    }

    private CourseNode Au(XElement element)
    {
        ShapeCheck.Check(manifest, element, Shape.Au);
        var id = Cmi5Values.Id(manifest, element, Cmi5Rules.AuId);
        Unique(element, id, "au", Cmi5Rules.AuDuplicate);
        var (title, description) = Texts(element, id);
        var references = References(element);
        var type = element.Attribute("activityType");
        var score = element.Attribute("masteryScore");
        var (launch, path) = element.Element(Namespace + "url") is { } url ? AuUrl.Read(manifest, url, files) : ("", null);
        var unit = new CourseUnit
        {
            Identifier = id ?? "",
            Title = title,
            Description = description,
            Launch = launch,
            LaunchPath = path,
            MasteryScore = Cmi5Values.Score(manifest, score),
            MasteryScoreText = score?.Value.Trim(),
            MoveOn = Cmi5Values.Choice(manifest, element, "moveOn", Cmi5Rules.MoveOn, MoveOn),
            LaunchMethod = Cmi5Values.Choice(manifest, element, "launchMethod", Cmi5Rules.LaunchMethod, LaunchMethod),
            LaunchParameters = element.Element(Namespace + "launchParameters")?.Value.Trim(),
            EntitlementKey = element.Element(Namespace + "entitlementKey")?.Value.Trim(),
            // The schema has it as any text (13.2), the data model as an IRI (13.1.4): empty is as good as absent.
            ActivityType = string.IsNullOrWhiteSpace(type?.Value) ? null : Cmi5Values.Iri(manifest, type),
            Objectives = references,
        };
        return new CourseNode
        {
            Identifier = unit.Identifier,
            Title = title,
            Description = description,
            Kind = CourseNodeKind.Unit,
            Unit = unit,
            Objectives = references,
        };
    }

    private (string Title, string? Description) Texts(XElement element, string? id)
    {
        var title = Cmi5Values.Text(manifest, element.Element(Namespace + "title"));
        var description = Cmi5Values.Text(manifest, element.Element(Namespace + "description"));
        if (title.Length == 0 && element.Element(Namespace + "title") is { } empty)
        {
            manifest.Warn(Cmi5Rules.Title, empty, "The title is empty, so learners will see the id instead.");
        }

        return (title.Length > 0 ? title : id ?? "", NullIfEmpty(description));
    }

    private List<CourseObjective> References(XElement element)
    {
        var found = new List<CourseObjective>();
        if (element.Element(Namespace + "objectives") is not { } list)
        {
            return found;
        }

        ShapeCheck.Check(manifest, list, Shape.ObjectiveList);
        foreach (var reference in list.Elements(Namespace + "objective"))
        {
            ShapeCheck.Check(manifest, reference, Shape.ObjectiveReference);
            if (reference.Attribute("idref") is not { } idref)
            {
                // The schema allows it, so the course may not be refused for it.
                manifest.Warn(Cmi5Rules.Objective, reference, "The reference names no objective (idref) and was left out.");
                continue;
            }

            var id = Cmi5Values.Iri(manifest, idref);
            if (!objectives.TryGetValue(id, out var objective))
            {
                manifest.Warn(Cmi5Rules.Objective, idref, $"The course declares no objective '{id}'.");
            }

            found.Add(objective ?? new CourseObjective(id));
        }

        return found;
    }

    private void Unique(XElement element, string? id, string kind, PackageRule rule)
    {
        if (id is not null && !ids.TryAdd(id, kind))
        {
            manifest.Fault(
                rule, element.Attribute("id")!,
                $"The id '{id}' stands a second time; {(ids[id] == kind ? "another" : "an")} {ids[id]} has it. Every id in the course is its own.");
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
