using Lrs.Packages;

namespace Lrs.Tests.Packages;

/// <summary>For each rule about imsmanifest.xml, one that breaks it.</summary>
internal static class ScormSamples
{
    public static readonly IReadOnlyDictionary<string, Func<Sample>> All = new Dictionary<string, Func<Sample>>
    {
        ["scorm.root"] = () => Some.Zip("imsmanifest.xml", "<lom/>"),
        ["scorm.version.none"] = () => Some.Zip("imsmanifest.xml", "<manifest identifier=\"m\"><metadata><schemaversion>1.1.0</schemaversion></metadata></manifest>"),
        ["scorm.version.unknown"] = () => Some.Zip("imsmanifest.xml", Some.Manifest12(metadata: "")),
        ["scorm.version.clash"] = () => Some.Zip("imsmanifest.xml", Some.Manifest12(metadata: "<schemaversion>2004 3rd Edition</schemaversion>")),
        ["scorm.organizations"] = () => NoOrganization(Some.Resource + Some.Resource.Replace("R1", "R2")),
        ["scorm.organization.default"] = () => Changed("default=\"O1\"", "default=\"O9\""),
        ["scorm.organization.several"] = () => Several(),
        ["scorm.organization.absent"] = () => new Sample(Several().Content) { Choice = new PackageChoice { Organization = "O9" } },
        ["scorm.item.identifier"] = () => Some.Scorm12(Some.Item + Some.Item),
        ["scorm.item.title"] = () => Some.Scorm12("<item identifier=\"I1\" identifierref=\"R1\"/>"),
        ["scorm.item.reference"] = () => new Sample(Some.Scorm12(Some.Item.Replace("R1", "R9")).Build()) { Where = "imsmanifest.xml:6:23" },
        ["scorm.item.resource"] = () => Some.Scorm12(Some.Item.Replace("</item>", Some.Item.Replace("I1", "I2") + "</item>")),
        ["scorm.resource.duplicate"] = () => Some.Scorm12(resources: Some.Resource + Some.Resource),
        ["scorm.resource.href"] = () => Some.Scorm12(resources: Some.Resource.Replace(" href=\"index.html\">", ">")),
        ["scorm.resource.scormtype"] = () => Some.Scorm12(resources: Some.Resource.Replace("adlcp:scormtype=\"sco\"", "")),
        ["scorm.launch.file"] = () => Some.Scorm12(resources: Some.Resource.Replace("href=\"index.html\"", "href=\"absent.html\"")),
        ["scorm.launch.outside"] = () => Some.Scorm12(resources: Some.Resource.Replace("href=\"index.html\">", "href=\"../index.html\">")),
        ["scorm.launch.address"] = () => Some.Scorm12(resources: Some.Resource.Replace("href=\"index.html\">", "href=\"https://example.com/sco.html\">")),
        ["scorm.file.missing"] = () => Some.Scorm12(resources: Some.Resource.Replace("<file", "<file href=\"absent.js\"/><file")),
        ["scorm.dependency"] = () => Some.Scorm12(resources: Some.Resource.Replace("</resource>", "<dependency identifierref=\"R9\"/></resource>")),
        ["scorm.submanifest"] = () => Changed("</manifest>", "<manifest identifier=\"sub\"/></manifest>"),
        ["scorm.base.length"] = () => Changed("<resources>", $"<resources xml:base=\"{new string('a', 3000)}/\">"),
        ["scorm.sequencing.size"] = () => new Sample(Referring(100).Build()) { Limits = new PackageLimits { ManifestBytes = 40_000 } },
        ["scorm.sequencing.reference"] = () => Some.Scorm2004(Some.Item.Replace("</item>", "<imsss:sequencing IDRef=\"nowhere\"/></item>")),
        ["scorm.masteryscore"] = () => Some.Scorm12(Some.Item.Replace("</item>", "<adlcp:masteryscore>eighty</adlcp:masteryscore></item>")),
        ["scorm.measure"] = () => Some.Scorm2004(Some.Item.Replace("</item>", "<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure=\"true\"><imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing></item>")),
        ["scorm.timelimitaction"] = () => Some.Scorm12(Some.Item.Replace("</item>", "<adlcp:timelimitaction>explode</adlcp:timelimitaction></item>")),
        ["scorm.prerequisites"] = () => Some.Scorm12(Some.Item.Replace("</item>", "<adlcp:prerequisites type=\"aicc_script\">I1 &amp;</adlcp:prerequisites></item>")),
        ["scorm.maxtimeallowed"] = () => Some.Scorm12(Some.Item.Replace("</item>", "<adlcp:maxtimeallowed>1 hour</adlcp:maxtimeallowed></item>")),
        ["scorm.completionthreshold"] = () => Some.Scorm2004(Some.Item.Replace("</item>", "<adlcp:completionThreshold>90</adlcp:completionThreshold></item>")),
    };

    /// <summary>Items that all refer to one long sequencing.</summary>
    private static ZipBuilder Referring(int items) => Some.Scorm2004(
        string.Concat(Enumerable.Range(0, items).Select(i => $"<item identifier=\"i{i}\" identifierref=\"R1\"><title>t</title><imsss:sequencing IDRef=\"S\"/></item>")),
        $"<imsss:sequencingCollection><imsss:sequencing ID=\"S\">{string.Concat(Enumerable.Repeat("<imsss:controlMode/>", 200))}</imsss:sequencing></imsss:sequencingCollection>");

    public static Sample NoOrganization(string resources) => Some.Zip(
        "imsmanifest.xml",
        $"<manifest identifier=\"m\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"><metadata><schemaversion>1.2</schemaversion></metadata><organizations/><resources>{resources}</resources></manifest>");

    public static Sample Several() => Changed(
        "</organizations>", $"<organization identifier=\"O2\"><title>Short course</title>{Some.Item.Replace("I1", "S1")}</organization></organizations>");

    private static Sample Changed(string old, string now) => Some.Zip("imsmanifest.xml", Some.Manifest12().Replace(old, now));
}
