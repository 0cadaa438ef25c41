namespace Lrs.Tests.Packages;

/// <summary>Packages in order, to be spoilt in one respect by each test.</summary>
internal static class Some
{
    public const string Cmi5Namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

    public const string Course = """
        <course id="https://example.com/course">
        <title><langstring lang="en-GB">Cyber crime</langstring></title>
        <description><langstring lang="en-GB">An introduction</langstring></description>
        </course>
        """;

    public static string Texts(string text = "T") => $"<title><langstring lang=\"en\">{text}</langstring></title><description><langstring>D</langstring></description>";

    public static string Au(string id = "https://example.com/au/1", string url = "index.html", string attributes = "") =>
        $"<au id=\"{id}\" {attributes}>{Texts()}<url>{url}</url></au>";

    public static string Structure(string units, string course = Course) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<courseStructure xmlns=\"{Cmi5Namespace}\">\n{course}\n{units}\n</courseStructure>";

    public static ZipBuilder Cmi5(string? units = null) => Zip("cmi5.xml", Structure(units ?? Au()));

    public static ZipBuilder Zip(string manifest, string xml) => new ZipBuilder().File(manifest, xml).File("index.html", "<!doctype html><title>x</title>");

    public const string Item = """<item identifier="I1" identifierref="R1"><title>Part one</title></item>""";

    public const string Resource = """<resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource>""";

    public static string Manifest12(string items = Item, string resources = Resource, string metadata = "<schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>") => $"""
        <?xml version="1.0"?>
        <manifest identifier="M1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata>{metadata}</metadata>
        <organizations default="O1">
        <organization identifier="O1"><title>The course</title>
        {items}
        </organization>
        </organizations>
        <resources>
        {resources}
        </resources>
        </manifest>
        """;

    public static ZipBuilder Scorm12(string items = Item, string resources = Resource) => Zip("imsmanifest.xml", Manifest12(items, resources));

    public static string Manifest2004(string items = Item, string edition = "2004 4th Edition", string more = "") => $"""
        <?xml version="1.0"?>
        <manifest identifier="M2" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
          xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>{edition}</schemaversion></metadata>
        <organizations default="O1">
        <organization identifier="O1"><title>The course</title>
        {items}
        </organization>
        </organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/></resource></resources>
        {more}
        </manifest>
        """;

    public static ZipBuilder Scorm2004(string items = Item, string more = "") => Zip("imsmanifest.xml", Manifest2004(items, more: more));

    public static ZipBuilder TinCan(string activities = """<activity id="https://example.com/a" type="http://adlnet.gov/expapi/activities/course"><name lang="en">Course</name><launch lang="en">index.html?x=1</launch></activity>""") =>
        Zip("tincan.xml", $"<tincan xmlns=\"http://projecttincan.com/tincan.xsd\"><activities>{activities}</activities></tincan>");
}
