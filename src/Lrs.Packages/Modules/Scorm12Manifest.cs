using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>The <c>imsmanifest.xml</c> of SCORM 1.2 (Content Aggregation Model 1.2, 2.3): one organization, one item, one SCO.</summary>
internal static class Scorm12Manifest
{
    private static readonly XNamespace Cp = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
    private static readonly XNamespace Adl = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

    /// <param name="module">The module.</param>
    /// <param name="files">Every other file of the package.</param>
    public static byte[] Write(Module module, IReadOnlyList<string> files)
    {
        // Identifiers are XML ids: they start with a letter and hold no slash.
        var organization = $"{module.Slug}-organization";
        var resource = $"{module.Slug}-resource";
        return ManifestXml.Write(new XElement(
            Cp + "manifest",
            new XAttribute(XNamespace.Xmlns + "adlcp", Adl),
            new XAttribute("identifier", $"{module.Slug}-manifest"),
            new XAttribute("version", module.Version),
            new XElement(Cp + "metadata", new XElement(Cp + "schema", "ADL SCORM"), new XElement(Cp + "schemaversion", "1.2")),
            new XElement(
                Cp + "organizations",
                new XAttribute("default", organization),
                new XElement(
                    Cp + "organization",
                    new XAttribute("identifier", organization),
                    new XElement(Cp + "title", module.Title),
                    new XElement(
                        Cp + "item",
                        new XAttribute("identifier", $"{module.Slug}-item"),
                        new XAttribute("identifierref", resource),
                        new XAttribute("isvisible", "true"),
                        new XElement(Cp + "title", module.Title),
                        module.Mastery is { } mastery ? new XElement(Adl + "masteryscore", mastery) : null))),
            new XElement(
                Cp + "resources",
                new XElement(
                    Cp + "resource",
                    new XAttribute("identifier", resource),
                    new XAttribute("type", "webcontent"),
                    new XAttribute(Adl + "scormtype", "sco"),
                    new XAttribute("href", "index.html"),
                    files.Select(file => new XElement(Cp + "file", new XAttribute("href", file)))))));
    }
}
