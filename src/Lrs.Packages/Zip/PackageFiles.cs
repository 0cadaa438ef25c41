using System.Text;

namespace Lrs.Packages.Zip;

/// <summary>How a file was found: spelt exactly so, or only when case or the composition of accents is ignored.</summary>
internal sealed record Found(PackageFile File, bool Exactly);

/// <summary>The files of a package by path.</summary>
internal sealed class PackageFiles
{
    private readonly Dictionary<string, PackageFile> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageFile> lenient = new(StringComparer.OrdinalIgnoreCase);

    private PackageFiles(ZipFile zip) => Zip = zip;

    public ZipFile Zip { get; }

    public IReadOnlyList<PackageFile> All { get; private init; } = [];

    /// <summary>Gives every entry its path. Duplicates are faults; names that differ only in case are warned of.</summary>
    public static PackageFiles Of(ZipFile zip, PackageLimits limits, Findings findings)
    {
        var all = new List<PackageFile>();
        var files = new PackageFiles(zip) { All = all };
        foreach (var entry in zip.Entries)
        {
            if (EntryPath.Normalise(entry.Name, limits, findings) is not { } path || entry.IsFolder || Leftover.Is(path))
            {
                continue;
            }

            var file = new PackageFile(path, entry);
            if (!files.exact.TryAdd(path, file))
            {
                findings.Fault(
                    ZipRules.Duplicate, EntryPath.Shown(path),
                    "The zip has two files of this name, and nobody can tell which is meant. Zip the course again.");
                continue;
            }

            if (!files.lenient.TryAdd(Key(path), file))
            {
                findings.Warn(
                    ZipRules.CaseOnly, path,
                    $"Its name differs from '{files.lenient[Key(path)].Path}' only in upper and lower case. On other servers one of the two will be lost.");
            }

            all.Add(file);
        }

        return files;
    }

    /// <summary>The files below a folder, with paths counted from it.</summary>
    public PackageFiles Below(string folder)
    {
        var all = new List<PackageFile>();
        var files = new PackageFiles(Zip) { All = all };
        foreach (var file in All.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            var inside = new PackageFile(file.Path[(folder.Length + 1)..], file.Entry);
            files.exact[inside.Path] = inside;
            files.lenient.TryAdd(Key(inside.Path), inside);
            all.Add(inside);
        }

        return files;
    }

    public Found? Find(string path) =>
        exact.TryGetValue(path, out var file) ? new Found(file, true)
        : lenient.TryGetValue(Key(path), out file) ? new Found(file, false)
        : null;

    private static string Key(string path) => Composed.Of(path);
}
