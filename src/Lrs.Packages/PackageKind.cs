namespace Lrs.Packages;

/// <summary>What a package was published as. The text form (<see cref="PackageKinds.Text"/>) is what addresses, tables and answers carry.</summary>
public enum PackageKind
{
    /// <summary>SCORM 1.2, written <c>scorm12</c>.</summary>
    Scorm12,

    /// <summary>SCORM 2004, 2nd to 4th edition, written <c>scorm2004</c>.</summary>
    Scorm2004,

    /// <summary>cmi5, written <c>cmi5</c>.</summary>
    Cmi5,

    /// <summary>An xAPI package with a <c>tincan.xml</c>, written <c>xapi</c>.</summary>
    Xapi,
}

/// <summary>The text forms of <see cref="PackageKind"/>.</summary>
public static class PackageKinds
{
    /// <summary><c>scorm12</c>, <c>scorm2004</c>, <c>cmi5</c> or <c>xapi</c>.</summary>
    public static string Text(this PackageKind kind) => kind switch
    {
        PackageKind.Scorm12 => "scorm12",
        PackageKind.Scorm2004 => "scorm2004",
        PackageKind.Cmi5 => "cmi5",
        PackageKind.Xapi => "xapi",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads a text form; false for anything but the four, which are written in lower case.</summary>
    public static bool TryParse(string? text, out PackageKind kind)
    {
        foreach (var known in Enum.GetValues<PackageKind>())
        {
            if (known.Text() == text)
            {
                kind = known;
                return true;
            }
        }

        kind = default;
        return false;
    }
}
