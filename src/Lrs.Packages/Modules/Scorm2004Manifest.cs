using System.Globalization;
using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>The <c>imsmanifest.xml</c> of SCORM 2004 4th Edition (Content Aggregation Model, 3.4), whose SCO says itself when it is done.</summary>
internal static class Scorm2004Manifest
{
    private static readonly XNamespace Ss = "http://www.imsglobal.org/xsd/imsss";
    private static readonly ScormManifest Form = new("2004 4th Edition", "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3", "scormType");

    /// <param name="module">The module.</param>
    /// <param name="files">Every other file of the package.</param>
    public static byte[] Write(Module module, IReadOnlyList<string> files) =>
        Form.Write(module, files, [new XAttribute(XNamespace.Xmlns + "imsss", Ss)], Sequencing(module));

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
