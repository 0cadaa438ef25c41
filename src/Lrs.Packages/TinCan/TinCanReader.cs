using System.Xml.Linq;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages.TinCan;

/// <summary>Reads tincan.xml: the activities it declares, and the first that can be launched, which is the course.</summary>
internal static class TinCanReader
{
    public static Course? Read(Manifest manifest, PackageFiles files, PackageLimits limits)
    {
        // By local name: tools disagree about the namespace.
        if (manifest.Root.Name.LocalName != "tincan" || Child(manifest.Root, "activities") is not { } list)
        {
            manifest.Fault(TinCanRules.Root, manifest.Root, "The manifest must be <tincan> with <activities> in it. Export the course again.");
            return null;
        }

        var activities = new List<DeclaredActivity>();
        XElement? launched = null;
        foreach (var element in list.Elements().Where(element => element.Name.LocalName == "activity"))
        {
            if (activities.Count == limits.Items)
            {
                manifest.Fault(
                    PackageRules.TooManyItems, element,
                    $"The manifest declares more than {limits.Items:N0} activities, which is the most it may have.");
                return null;
            }

            if (Activity(manifest, element) is { } activity)
            {
                if (activities.Exists(other => other.Id == activity.Id))
                {
                    manifest.Warn(TinCanRules.Duplicate, element, $"The activity '{activity.Id}' is declared twice. The first declaration counts.");
                }
                else
                {
                    activities.Add(activity);
                }
            }

            if (Child(element, "launch") is { } launch)
            {
                if (launched is null)
                {
                    launched = element;
                }
                else
                {
                    manifest.Warn(
                        TinCanRules.SeveralLaunches, launch,
                        "A second activity has a launch address. Only the first is the course; publish the other on its own.");
                }
            }
        }

        if (launched is null)
        {
            manifest.Fault(TinCanRules.Launch, list, "No activity has a <launch> with the address of the course's first page. Export the course again.");
            return null;
        }

        return Course(manifest, files, launched, activities);
    }

    private static Course? Course(Manifest manifest, PackageFiles files, XElement element, List<DeclaredActivity> activities)
    {
        var id = Attribute(element, "id");
        var name = Texts(element, "name");
        var description = Texts(element, "description");
        if (Launch(manifest, files, Child(element, "launch")!) is not { } launch || id.Length == 0)
        {
            return null;
        }

        if (name.Count == 0)
        {
            manifest.Warn(TinCanRules.Name, element, "The activity has no name, so learners will see its id instead.");
        }

        var title = name.Count > 0 ? name[0].Text : id;
        var about = description.Count > 0 ? description[0].Text : null;
        var unit = new CourseUnit
        {
            Identifier = id,
            Title = title,
            Description = about,
            Launch = launch.Launch,
            LaunchPath = launch.Path,
            ActivityType = Attribute(element, "type") is { Length: > 0 } type ? type : null,
        };
        return new Course
        {
            Kind = PackageKind.Xapi,
            Version = "1.0",
            Title = title,
            Description = about,
            Language = name.Count > 0 && name[0].Language.Length > 0 ? name[0].Language : null,
            PublisherId = id,
            Manifest = manifest.Name,
            Activities = activities,
            Tree = new CourseNode
            {
                Identifier = id,
                Title = title,
                Description = about,
                Kind = CourseNodeKind.Course,
                Children = [new CourseNode { Identifier = id, Title = title, Description = about, Kind = CourseNodeKind.Unit, Unit = unit }],
            },
        };
    }

    private static DeclaredActivity? Activity(Manifest manifest, XElement element)
    {
        var id = Attribute(element, "id");
        if (!Reference.HasScheme(id) || id.Any(char.IsWhiteSpace))
        {
            manifest.Fault(TinCanRules.ActivityId, element, $"The activity's id '{id}' is no IRI. Give it one such as https://example.com/courses/1.");
            return null;
        }

        var type = Attribute(element, "type");
        if (type.Length > 0 && !Reference.HasScheme(type))
        {
            manifest.Warn(TinCanRules.ActivityType, element, $"The activity's type '{type}' is no IRI and was left out.");
            type = "";
        }

        return new DeclaredActivity(id, type.Length > 0 ? type : null, Map(Texts(element, "name")), Map(Texts(element, "description")));
    }

    private static (string Launch, string? Path)? Launch(Manifest manifest, PackageFiles files, XElement element)
    {
        var address = element.Value.Trim();
        if (Reference.HasScheme(address))
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            {
                return (address, null);
            }

            manifest.Fault(TinCanRules.Address, element, $"'{address}' cannot be launched. Write an https: address or the name of a file in the zip.");
            return null;
        }

        var reference = Reference.Of(address);
        if (reference.Path.Length == 0 || Reference.Join("", reference.Path) is not { } joined || Reference.Find(files, joined) is not { } found)
        {
            manifest.Fault(TinCanRules.File, element, $"The launch file '{address}' is not in the zip. Add it or correct the name.");
            return null;
        }

        if (!found.Exactly)
        {
            manifest.Warn(PackageRules.FileCase, element, $"'{address}' is spelt differently in the zip: '{found.File.Path}'. Other systems may not find it.");
        }

        return (Reference.Encode(found.File.Path) + reference.Query + reference.Fragment, found.File.Path);
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value.Trim() ?? "";

    private static List<(string Language, string Text)> Texts(XElement element, string name) =>
        [.. element.Elements()
            .Where(child => child.Name.LocalName == name && !string.IsNullOrWhiteSpace(child.Value))
            .Select(child => ((child.Attribute("lang") ?? child.Attribute(XNamespace.Xml + "lang"))?.Value.Trim() ?? "", child.Value.Trim()))];

    private static Dictionary<string, string> Map(List<(string Language, string Text)> texts)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (language, text) in texts)
        {
            map.TryAdd(language.Length > 0 ? language : "und", text);
        }

        return map;
    }
}
