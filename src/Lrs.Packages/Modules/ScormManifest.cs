using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>What the <c>imsmanifest.xml</c> of both versions of SCORM have in common: one organization, one item, one SCO with all the files (CAM 1.2 2.3, CAM 2004 3.4).</summary>
/// <param name="Version">As <c>schemaversion</c> names it.</param>
/// <param name="Cp">Namespace of content packaging.</param>
/// <param name="Adl">ADL's own.</param>
/// <param name="ScormType">Name of the attribute that tells a SCO; its case differs.</param>
internal sealed record ScormManifest(string Version, XNamespace Cp, XNamespace Adl, string ScormType)
{
    /// <summary>The file.</summary>
    /// <param name="module">The module.</param>
    /// <param name="files">Every other file of the package.</param>
    /// <param name="namespaces">Declarations beside ADL's.</param>
    /// <param name="item">What the version says of the item besides its title.</param>
    public byte[] Write(Module module, IReadOnlyList<string> files, IEnumerable<XAttribute> namespaces, params IEnumerable<XObject?> item)
    {
        // Identifiers are XML ids: they start with a letter and hold no slash.
        var organization = $"{module.Slug}-organization";
        var resource = $"{module.Slug}-resource";
        return ManifestXml.Write(new XElement(
            Cp + "manifest",
            new XAttribute(XNamespace.Xmlns + "adlcp", Adl),
            namespaces,
            new XAttribute("identifier", $"{module.Slug}-manifest"),
            new XAttribute("version", module.Version),
            new XElement(Cp + "metadata", new XElement(Cp + "schema", "ADL SCORM"), new XElement(Cp + "schemaversion", Version)),
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
                        new XElement(Cp + "title", module.Title),
                        item))),
            new XElement(
                Cp + "resources",
                new XElement(
                    Cp + "resource",
                    new XAttribute("identifier", resource),
                    new XAttribute("type", "webcontent"),
                    new XAttribute(Adl + ScormType, "sco"),
                    new XAttribute("href", "index.html"),
                    files.Select(file => new XElement(Cp + "file", new XAttribute("href", file)))))));
    }
}
