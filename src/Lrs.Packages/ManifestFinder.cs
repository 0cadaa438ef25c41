using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>A manifest lying in a package: what kind it speaks for, and its file.</summary>
internal sealed record ManifestFile(string Name, PackageFile File);

/// <summary>Finds the manifest: at the root, else in the one folder that holds it; otherwise says what was uploaded instead.</summary>
internal static class ManifestFinder
{
    /// <summary>In order of preference: cmi5 says the most about a course, tincan.xml the least.</summary>
    private static readonly string[] Names = ["cmi5.xml", "imsmanifest.xml", "tincan.xml"];

    /// <summary>The manifests side by side, preferred one first, and the files counted from their folder. Null with faults noted.</summary>
    public static (IReadOnlyList<ManifestFile> Manifests, PackageFiles Files)? Find(PackageFiles files, Findings findings)
    {
        // The folder nearest to the root wins: courses may carry other packages inside.
        var places = files.All
            .Where(file => Names.Contains(Name(file.Path), StringComparer.OrdinalIgnoreCase))
            .GroupBy(file => Folder(file.Path))
            .ToLookup(folder => Depth(folder.Key), folder => folder.Key);
        if (places.Count == 0)
        {
            NothingFound.Explain(files, findings);
            return null;
        }

        var nearest = places[places.Min(place => place.Key)].ToArray();
        if (nearest.Length > 1)
        {
            findings.Fault(
                PackageRules.SeveralFolders, "",
                $"The zip holds several courses, in the folders {string.Join(", ", nearest.Take(10).Select(folder => $"'{folder}'"))}. "
                + "Zip and upload each on its own.");
            return null;
        }

        if (nearest[0].Length > 0)
        {
            var outside = files.All.Count(file => !file.Path.StartsWith(nearest[0] + "/", StringComparison.Ordinal));
            findings.Warn(
                PackageRules.Folder,
                nearest[0] + "/",
                $"The course lies in the folder '{nearest[0]}' of the zip instead of at its root. "
                + $"It was read from there{(outside > 0 ? $"; {outside:N0} files outside were left out" : "")}. Other systems may refuse the zip: zip the folder's content, not the folder.");
            files = files.Below(nearest[0]);
        }

        var manifests = Names
            .SelectMany(name => files.All.Where(file => file.Path.Equals(name, StringComparison.OrdinalIgnoreCase)).OrderBy(file => file.Path != name).Take(1))
            .Select(file => new ManifestFile(file.Path, file))
            .ToArray();
        return (manifests, files);
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static int Depth(string folder) => folder.Length == 0 ? 0 : folder.Count(letter => letter == '/') + 1;
}
