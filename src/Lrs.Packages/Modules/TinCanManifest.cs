using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>The <c>tincan.xml</c> of a package that speaks plain xAPI: one activity with the address to launch.</summary>
internal static class TinCanManifest
{
    private static readonly XNamespace TinCan = "http://projecttincan.com/tincan.xsd";

    public static byte[] Write(Module module) =>
        ManifestXml.Write(new XElement(
            TinCan + "tincan",
            new XElement(
                TinCan + "activities",
                new XElement(
                    TinCan + "activity",
                    new XAttribute("id", module.Id),
                    new XAttribute("type", "http://adlnet.gov/expapi/activities/course"),
                    Said(module, "name", module.Title),
                    Said(module, "description", module.Description),
                    Said(module, "launch", "index.html")))));

    private static XElement Said(Module module, string name, string text) => new(TinCan + name, new XAttribute("lang", module.Language), text);
}
