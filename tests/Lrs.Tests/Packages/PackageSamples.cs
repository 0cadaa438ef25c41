using Lrs.Packages;

namespace Lrs.Tests.Packages;

/// <summary>For each rule about packages as a whole, one that breaks it.</summary>
internal static class PackageSamples
{
    public static readonly IReadOnlyDictionary<string, Func<Sample>> All = new Dictionary<string, Func<Sample>>
    {
        ["package.manifest.missing"] = () => new ZipBuilder().File("readme.txt"),
        ["package.manifest.several"] = () => new ZipBuilder().File("a/cmi5.xml").File("b/imsmanifest.xml"),
        ["package.folder"] = () => new ZipBuilder().File("course/cmi5.xml", Some.Structure(Some.Au())).File("course/index.html"),
        ["package.kinds.several"] = () => Some.Cmi5().File("tincan.xml", "<tincan/>"),
        ["package.kind.absent"] = () => new Sample(Some.Cmi5().Build()) { Choice = new PackageChoice { Kind = PackageKind.Xapi } },
        ["package.aicc"] = () => new ZipBuilder().File("course.crs").File("course.au").File("course.des").File("course.cst").File("index.html"),
        ["package.html"] = () => new ZipBuilder().File("index.html").File("story.html"),
        ["package.zip-in-zip"] = () => new ZipBuilder().File("course.zip").File("__MACOSX/._course.zip"),
        ["package.format"] = () => new ZipBuilder().File("[Content_Types].xml").File("ppt/presentation.xml"),
        ["package.items"] = () => new Sample(Some.Cmi5(Some.Au() + Some.Au("https://example.com/au/2")).Build()) { Limits = new PackageLimits { Items = 1 } },
        ["package.units.none"] = () => Some.Scorm12("<item identifier=\"I\"><title>Heading</title></item>"),
        ["package.file.spelling"] = () => Some.Cmi5(Some.Au(url: "Index.HTML")),
        ["package.more"] = () => Enumerable.Range(0, 300).Aggregate(Some.Cmi5(), (zip, i) => zip.File($"../{i}")),
    };
}
