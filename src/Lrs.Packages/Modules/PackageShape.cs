using System.Diagnostics;

namespace Lrs.Packages.Modules;

/// <summary>What makes one format's package different from another's: its manifest, and the scripts that speak to its learning systems.</summary>
/// <param name="ManifestName">The file that learning systems look for.</param>
/// <param name="Manifest">Writes it for a module, knowing the names of all other files.</param>
/// <param name="Adapter">Files of <c>Runtime/</c> without <c>.js</c> that define <c>connect</c>, as <c>record.js</c> describes.</param>
internal sealed record PackageShape(string ManifestName, Func<Module, IReadOnlyList<string>, byte[]> Manifest, IReadOnlyList<string> Adapter)
{
    /// <summary>A new format is a line here, a manifest and an adapter.</summary>
    public static PackageShape Of(PackageFormat format) => format switch
    {
        PackageFormat.Scorm12 => new("imsmanifest.xml", Scorm12Manifest.Write, ["scorm-api", "scorm12"]),
        PackageFormat.Scorm2004 => new("imsmanifest.xml", Scorm2004Manifest.Write, ["scorm-api", "scorm2004"]),
        PackageFormat.Cmi5 => new("cmi5.xml", (module, _) => Cmi5Structure.Write(module), ["lrs", "statements", "session", "cmi5"]),
        PackageFormat.Xapi => new("tincan.xml", (module, _) => TinCanManifest.Write(module), ["lrs", "statements", "session", "xapi"]),
        _ => throw new UnreachableException(),
    };
}
