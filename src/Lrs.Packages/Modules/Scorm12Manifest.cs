using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>The <c>imsmanifest.xml</c> of SCORM 1.2 (Content Aggregation Model 1.2, 2.3).</summary>
internal static class Scorm12Manifest
{
    private static readonly ScormManifest Form = new("1.2", "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "scormtype");

    /// <param name="module">The module.</param>
    /// <param name="files">Every other file of the package.</param>
    public static byte[] Write(Module module, IReadOnlyList<string> files) =>
        Form.Write(module, files, [], new XAttribute("isvisible", "true"), module.Mastery is { } mastery ? new XElement(Form.Adl + "masteryscore", mastery) : null);
}
