using System.Xml.Linq;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages.Scorm;

/// <summary>Reads imsmanifest.xml of SCORM 1.2 and SCORM 2004 into a course.</summary>
internal static class ScormReader
{
    public static Course? Read(Manifest manifest, PackageFiles files, PackageLimits limits, PackageChoice choice)
    {
        if (!manifest.Root.Is("manifest"))
        {
            manifest.Fault(
                ScormRules.Root, manifest.Root,
                $"The first element is <{manifest.Root.Name.LocalName}>; it must be <manifest>. Export the course again.");
            return null;
        }

        if (ScormVersion.Of(manifest) is not { } version || Organizations.Choose(manifest, choice) is not { } organizations)
        {
            return null;
        }

        if (choice.Kind is { } kind && kind != version.Kind)
        {
            manifest.Fault(PackageRules.KindAbsent, manifest.Root, $"The package has no {kind.Text()} course; its manifest is {version.Kind.Text()}.");
            return null;
        }

        if (manifest.Root.Child("manifest") is { } inner)
        {
            manifest.Warn(
                ScormRules.SubManifest, inner,
                "A manifest inside the manifest was not read. Courses put together from packages should be exported as one.");
        }

        var resources = ScormResources.Read(manifest, files);
        var metadata = Lom.Of(manifest.Root);
        var tree = organizations.Chosen is { } organization
            ? new ScormItems(manifest, version, resources, limits).Organization(organization, metadata)
            : OnlyResource(manifest, resources, metadata.Title);
        if (tree is null || !HasUnits(manifest, tree))
        {
            return null;
        }

        return new Course
        {
            Kind = version.Kind,
            Version = version.Text,
            Title = tree.Title,
            Description = metadata.Description,
            Language = metadata.Language,
            Publisher = metadata.Publisher,
            PublisherId = manifest.Root.Text("identifier"),
            Manifest = manifest.Name,
            Tree = tree,
            Organizations = organizations.All,
        };
    }

    private static bool HasUnits(Manifest manifest, CourseNode tree)
    {
        if (tree.Units().Any() || manifest.Findings.Refused)
        {
            return true;
        }

        manifest.Fault(PackageRules.NoUnit, manifest.Root, "The course has nothing to launch: none of its items leads to a resource. Export the course again.");
        return false;
    }

    // A manifest without an organization is a package of resources, which can be played only when it is clear which one is meant.
    private static CourseNode? OnlyResource(Manifest manifest, ScormResources resources, string? title)
    {
        var launchable = resources.All.Where(resource => resource.Href is not null).ToArray();
        var scos = launchable.Where(resource => resource.IsSco).ToArray();
        var candidates = scos.Length > 0 ? scos : launchable;
        if (candidates.Length != 1)
        {
            manifest.Fault(
                ScormRules.Organizations,
                (XObject?)manifest.Root.Child("organizations") ?? manifest.Root,
                $"The manifest has no organization with items, and {candidates.Length:N0} resources could be launched, "
                + "so nobody can tell what the course is. Export the course again.");
            return null;
        }

        var resource = candidates[0];
        if (resources.Launch(resource) is not { } launch)
        {
            return null;
        }

        manifest.Warn(
            ScormRules.Organizations, resource.Element,
            "The manifest has no organization. Its only resource that can be launched was taken as the course.");
        var name = title ?? manifest.Root.Text("identifier") ?? resource.Identifier;
        var unit = new CourseUnit { Identifier = resource.Identifier, Title = name, Launch = launch.Address, LaunchPath = launch.Path, IsAsset = !resource.IsSco };
        return new CourseNode
        {
            Identifier = "",
            Title = name,
            Kind = CourseNodeKind.Course,
            Children = [new CourseNode { Identifier = unit.Identifier, Title = name, Kind = CourseNodeKind.Unit, Unit = unit }],
        };
    }
}
