using System.Text;
using Lrs.Packages;

namespace Lrs.Tests.Packages;

/// <summary>For each rule about XML, a manifest that breaks it.</summary>
internal static class XmlSamples
{
    public static readonly IReadOnlyDictionary<string, Func<Sample>> All = new Dictionary<string, Func<Sample>>
    {
        ["xml.size"] = () => new Sample(Some.Cmi5().Build()) { Limits = new PackageLimits { ManifestBytes = 300 } },
        ["xml.depth"] = () => Some.Scorm12(string.Concat(Enumerable.Repeat("<item identifier=\"x\">", 120)) + string.Concat(Enumerable.Repeat("</item>", 120))),
        ["xml.elements"] = () => new Sample(Some.Cmi5().Build()) { Limits = new PackageLimits { ManifestElements = 3 } },
        ["xml.attribute.length"] = () => Some.Cmi5(Some.Au(id: "urn:x:" + new string('x', 9000))),
        ["xml.dtd"] = () => Some.Zip("cmi5.xml", "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><c>&x;</c>"),
        ["xml.prefix"] = () => new Sample(Some.Zip("imsmanifest.xml", "<manifest identifier=\"m\">\n  <metadata><vendor:note>x</vendor:note></metadata></manifest>").Build()) { Where = "imsmanifest.xml:2:14" },
        ["xml.prefix.mended"] = () => Some.Scorm12(Some.Item.Replace("</item>", "<imsss:sequencing/></item>")),
        ["xml.encoding"] = () => new ZipBuilder().File("cmi5.xml", [.. "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>caf"u8, 0xE9, .. "</a>"u8]),
        ["xml.malformed"] = () => new Sample(Some.Zip("cmi5.xml", "<a>\n<b></a>").Build()) { Where = "cmi5.xml:2:6" },
    };
}
