using System.Text;

namespace Lrs.Packages.Zip;

/// <summary>Normalises an entry's name to a path inside the package, or says why it cannot be one.</summary>
internal static class EntryPath
{
    public static string? Normalise(string name, PackageLimits limits, Findings findings)
    {
        var shown = Shown(name);
        if (name.Any(char.IsControl))
        {
            findings.Fault(ZipRules.Control, shown, "The name of this file has control characters in it. Rename the file and zip again.");
            return null;
        }

        // Zips made by old Windows tools have backslashes; on Linux they would be part of the name, so they are turned first.
        var path = name.Replace('\\', '/');
        if (path.StartsWith('/'))
        {
            findings.Fault(ZipRules.Absolute, shown, "The name of this file is an absolute path. Zip the course's folder with relative names.");
            return null;
        }

        if (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]))
        {
            findings.Fault(ZipRules.Drive, shown, "The name of this file begins with a drive letter. Zip the course's folder with relative names.");
            return null;
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".").ToArray();
        if (segments.Contains(".."))
        {
            findings.Fault(ZipRules.Slip, shown, "The name of this file climbs up with '..'. Such a zip can be an attack; zip the course's folder again.");
            return null;
        }

        if (segments.Length == 0)
        {
            if (!path.EndsWith('/'))
            {
                findings.Fault(ZipRules.NameEmpty, shown, "An entry of the zip has no name. Zip the course again.");
            }

            return null;
        }

        path = string.Join('/', segments);
        if (Encoding.UTF8.GetByteCount(path) > limits.PathBytes || segments.Any(segment => Encoding.UTF8.GetByteCount(segment) > limits.SegmentBytes))
        {
            findings.Fault(
                ZipRules.NameLength, shown,
                $"The name is too long: a path may have {limits.PathBytes} bytes, one name in it {limits.SegmentBytes}. Shorten it in the authoring tool.");
            return null;
        }

        return path;
    }

    /// <summary>The name fit to be shown: control characters as their code, cut at 120 characters.</summary>
    public static string Shown(string name)
    {
        var shown = new StringBuilder();
        foreach (var letter in name.Length > 120 ? name[..120] : name)
        {
            _ = char.IsControl(letter) ? shown.Append($"\\u{(int)letter:x4}") : shown.Append(letter);
        }

        return name.Length > 120 ? shown.Append('…').ToString() : shown.ToString();
    }
}
