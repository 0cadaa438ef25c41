using System.Globalization;
using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>The <c>cmi5.xml</c> course structure (cmi5 13.1): a course with one assignable unit.</summary>
internal static class Cmi5Structure
{
    private static readonly XNamespace Structure = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

    public static byte[] Write(Module module) =>
        ManifestXml.Write(new XElement(
            Structure + "courseStructure",
            new XElement(Structure + "course", new XAttribute("id", module.Id), Said(module, "title", module.Title), Said(module, "description", module.Description)),
            new XElement(
                Structure + "au",
                // 13.1.4: the unit's id is its publisher id, unique and not the course's.
                new XAttribute("id", $"{module.Id}/unit"),
                new XAttribute("moveOn", module.Assessment is null ? "Completed" : "CompletedAndPassed"),
                module.Mastery is { } mastery ? new XAttribute("masteryScore", (mastery / 100m).ToString("0.##", CultureInfo.InvariantCulture)) : null,
                new XAttribute("launchMethod", "AnyWindow"),
                new XAttribute("activityType", "http://adlnet.gov/expapi/activities/module"),
                Said(module, "title", module.Title),
                Said(module, "description", module.Description),
                new XElement(Structure + "url", "index.html"))));

    private static XElement Said(Module module, string name, string text) =>
        new(Structure + name, new XElement(Structure + "langstring", new XAttribute("lang", module.Language), text));
}
