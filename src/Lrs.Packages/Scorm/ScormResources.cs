using System.Xml.Linq;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages.Scorm;

/// <summary>The resources of a manifest by identifier (CAM 3.4.1.9), and the files behind them.</summary>
internal sealed class ScormResources
{
    // It is repeated for every resource. No path of 400 bytes is longer, even percent-encoded and with some '..' in it.
    private const int LongestBase = 2_000;

    private readonly Dictionary<string, ScormResource> byIdentifier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScormLaunch?> launches = new(StringComparer.Ordinal);
    private readonly Manifest manifest;
    private readonly PackageFiles files;

    private ScormResources(Manifest manifest, PackageFiles files) => (this.manifest, this.files) = (manifest, files);

    public IReadOnlyCollection<ScormResource> All => byIdentifier.Values;

    public static ScormResources Read(Manifest manifest, PackageFiles files)
    {
        var resources = new ScormResources(manifest, files);
        if (manifest.Root.Child("resources") is not { } list)
        {
            return resources;
        }

        var folder = Folder(manifest.Root.Base()) + Folder(list.Base());
        foreach (var element in list.Children("resource"))
        {
            var whole = folder + Folder(element.Base());
            if (whole.Length > LongestBase)
            {
                manifest.Fault(ScormRules.BaseLength, element, "The xml:base of this resource is longer than any path in a package may be. Export the course again.");
                return resources;
            }

            resources.Add(element, whole);
        }

        resources.CheckDependencies();
        return resources;
    }

    public ScormResource? Find(string identifier) => byIdentifier.GetValueOrDefault(identifier);

    /// <summary>Where the resource leads; null, with the fault noted once, when nowhere.</summary>
    public ScormLaunch? Launch(ScormResource resource)
    {
        if (!launches.TryGetValue(resource.Identifier, out var launch))
        {
            launch = Resolve(resource);
            launches.Add(resource.Identifier, launch);
        }

        return launch;
    }

    private void Add(XElement element, string folder)
    {
        if (element.Text("identifier") is not { } identifier)
        {
            return; // Nothing can refer to it.
        }

        var type = element.Text("scormtype");
        if (type is not null && !type.Equals("sco", StringComparison.OrdinalIgnoreCase) && !type.Equals("asset", StringComparison.OrdinalIgnoreCase))
        {
            manifest.Warn(
                ScormRules.ResourceType, element.Named("scormtype")!,
                $"The scormType '{type}' is neither sco nor asset. The resource was read as an asset.");
        }

        var resource = new ScormResource(identifier, element, folder, element.Text("href"), "sco".Equals(type, StringComparison.OrdinalIgnoreCase));
        if (!byIdentifier.TryAdd(identifier, resource))
        {
            manifest.Fault(
                ScormRules.ResourceDuplicate, element,
                $"A second resource has the identifier '{identifier}'. Give each its own, or export the course again.");
            return;
        }

        if (type is null && resource.Href is not null)
        {
            manifest.Warn(
                ScormRules.ResourceType, element,
                $"The resource '{identifier}' does not say whether it is a sco or an asset. It was read as an asset: it cannot report.");
        }

        CheckFiles(resource);
    }

    private void CheckFiles(ScormResource resource)
    {
        var missing = resource.Element.Children("file")
            .Where(file => file.Text("href") is { } href && !Reference.HasScheme(href) && FindFile(resource.Folder, Reference.Of(href).Path) is null)
            .ToArray();
        if (missing.Length > 0)
        {
            var more = missing.Length > 3 ? $" and {missing.Length - 3:N0} more" : "";
            manifest.Warn(
                ScormRules.FileMissing,
                missing[0],
                $"The resource '{resource.Identifier}' lists files that are not in the zip: {string.Join(", ", missing.Take(3).Select(file => $"'{file.Text("href")}'"))}{more}. The course may lack something.");
        }
    }

    private void CheckDependencies()
    {
        foreach (var dependency in All.SelectMany(resource => resource.Element.Children("dependency")))
        {
            if (dependency.Text("identifierref") is { } identifier && Find(identifier) is null)
            {
                manifest.Warn(ScormRules.Dependency, dependency, $"The manifest has no resource '{identifier}', on which this one depends.");
            }
        }
    }

    private ScormLaunch? Resolve(ScormResource resource)
    {
        var at = (XObject?)resource.Element.Named("href") ?? resource.Element;
        if (resource.Href is not { } href)
        {
            manifest.Fault(
                ScormRules.ResourceHref, at,
                $"The resource '{resource.Identifier}' is to be launched but has no href. Name its first page, or export the course again.");
            return null;
        }

        var whole = Reference.HasScheme(href) ? href : resource.Folder + href;
        if (Reference.HasScheme(whole))
        {
            if (!Uri.TryCreate(whole, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                manifest.Fault(ScormRules.LaunchAddress, at, $"'{whole}' cannot be launched. Name a file of the zip, or an https: address.");
                return null;
            }

            manifest.Warn(
                ScormRules.LaunchAddress, at,
                $"'{whole}' lies outside the package. From another host SCORM's run-time cannot be reached, so nothing may be recorded.");
            return new ScormLaunch(whole, null);
        }

        var reference = Reference.Of(href);
        if (Reference.Join(Uri.UnescapeDataString(resource.Folder), reference.Path) is null)
        {
            manifest.Fault(ScormRules.LaunchOutside, at, $"'{href}' climbs out of the package with '..'. Put the file into the zip.");
            return null;
        }

        if (reference.Path.Length == 0 || FindFile(resource.Folder, reference.Path) is not { } found)
        {
            manifest.Fault(
                ScormRules.LaunchFile, at,
                $"The launch file '{resource.Folder}{href}' of the resource '{resource.Identifier}' is not in the zip. Add it, or export the course again.");
            return null;
        }

        if (!found.Exactly)
        {
            manifest.Warn(PackageRules.FileCase, at, $"'{href}' is spelt differently in the zip: '{found.File.Path}'. Other systems may not find it.");
        }

        return new ScormLaunch(Reference.Encode(found.File.Path) + reference.Query + reference.Fragment, found.File.Path);
    }

    // An xml:base ends with a slash (CAM 3.4.4.1); where it was forgotten, the folder is meant all the same.
    private static string Folder(string written) => written.Length == 0 || written.EndsWith('/') || written.EndsWith('\\') ? written : written + "/";

    private Found? FindFile(string folder, string path) =>
        Reference.Join(folder, path) is { } joined ? Reference.Find(files, joined) : null;
}
