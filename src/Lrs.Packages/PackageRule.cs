using System.Reflection;
using Lrs.Packages.Cmi5;
using Lrs.Packages.Scorm;
using Lrs.Packages.TinCan;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>A rule that packages are held to. Codes are part of the API and never change their meaning.</summary>
/// <param name="Code">Such as <c>cmi5.au.url.missing</c>; the first word names the format.</param>
/// <param name="Clause">Where the rule comes from: the clause of a specification, or the reason in a few words.</param>
public sealed record PackageRule(string Code, string Clause)
{
    /// <summary>Every rule, by code.</summary>
    public static IReadOnlyList<PackageRule> All { get; } =
        [.. new[] { typeof(PackageRules), typeof(ZipRules), typeof(XmlRules), typeof(Cmi5Rules), typeof(ScormRules), typeof(TinCanRules) }
            .SelectMany(registry => registry.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (PackageRule)field.GetValue(null)!)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal)];
}

/// <summary>Rules about the package as a whole.</summary>
internal static class PackageRules
{
    public static readonly PackageRule NoManifest = new("package.manifest.missing", "a package has cmi5.xml, imsmanifest.xml or tincan.xml at its root");
    public static readonly PackageRule SeveralFolders = new("package.manifest.several", "one zip, one course");
    public static readonly PackageRule Folder = new("package.folder", "the manifest belongs at the root (SCORM CAM 3.2, cmi5 14.1)");
    public static readonly PackageRule SeveralKinds = new("package.kinds.several", "one zip, one course");
    public static readonly PackageRule KindAbsent = new("package.kind.absent", "what is picked must be there");
    public static readonly PackageRule Aicc = new("package.aicc", "AICC packages are not played");
    public static readonly PackageRule PlainHtml = new("package.html", "web pages alone record nothing");
    public static readonly PackageRule InnerZip = new("package.zip-in-zip", "the package itself is to be uploaded");
    public static readonly PackageRule OtherFormat = new("package.format", "documents and other formats are not courses");
    public static readonly PackageRule TooManyItems = new("package.items", "limit on the number of items");
    public static readonly PackageRule NoUnit = new("package.units.none", "a course has something to launch");
    public static readonly PackageRule FileCase = new("package.file.spelling", "names in a manifest are spelt as in the zip");
    public static readonly PackageRule More = new("package.more", "lists are cut at 200");
}
