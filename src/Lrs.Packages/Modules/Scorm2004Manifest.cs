using System.Globalization;
using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>The <c>imsmanifest.xml</c> of SCORM 2004 4th Edition (Content Aggregation Model, 3.4): one organization, one item, one SCO that says itself when it is done.</summary>
internal static class Scorm2004Manifest
{
    private static readonly XNamespace Cp = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private static readonly XNamespace Adl = "http://www.adlnet.org/xsd/adlcp_v1p3";
    private static readonly XNamespace Ss = "http://www.imsglobal.org/xsd/imsss";

    /// <param name="module">The module.</param>
    /// <param name="files">Every other file of the package.</param>
    public static byte[] Write(Module module, IReadOnlyList<string> files)
    {
        var organization = $"{module.Slug}-organization";
        var resource = $"{module.Slug}-resource";
        return ManifestXml.Write(new XElement(
            Cp + "manifest",
            new XAttribute(XNamespace.Xmlns + "adlcp", Adl),
            new XAttribute(XNamespace.Xmlns + "imsss", Ss),
            new XAttribute("identifier", $"{module.Slug}-manifest"),
            new XAttribute("version", module.Version),
            new XElement(Cp + "metadata", new XElement(Cp + "schema", "ADL SCORM"), new XElement(Cp + "schemaversion", "2004 4th Edition")),
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
                        Sequencing(module)))),
            new XElement(
                Cp + "resources",
                new XElement(
                    Cp + "resource",
                    new XAttribute("identifier", resource),
                    new XAttribute("type", "webcontent"),
                    new XAttribute(Adl + "scormType", "sco"),
                    new XAttribute("href", "index.html"),
                    files.Select(file => new XElement(Cp + "file", new XAttribute("href", file)))))));
    }

    // Sequencing and Navigation, 3.10 and 3.13: the passing score, and that nothing is completed or satisfied without the SCO's word.
    private static XElement Sequencing(Module module) => new(
        Ss + "sequencing",
        new XElement(
            Ss + "objectives",
            module.Mastery is { } mastery
                ? new XElement(
                    Ss + "primaryObjective",
                    new XAttribute("objectiveID", $"{module.Slug}-passed"),
                    new XAttribute("satisfiedByMeasure", "true"),
                    new XElement(Ss + "minNormalizedMeasure", (mastery / 100m).ToString("0.##", CultureInfo.InvariantCulture)))
                : new XElement(Ss + "primaryObjective", new XAttribute("objectiveID", $"{module.Slug}-done"))),
        new XElement(Ss + "deliveryControls", new XAttribute("completionSetByContent", "true"), new XAttribute("objectiveSetByContent", "true")));
}
