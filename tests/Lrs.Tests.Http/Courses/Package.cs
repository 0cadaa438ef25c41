using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Lrs.Tests.Http.Courses;

/// <summary>A package to upload: start from one in order, and change what the test is about.</summary>
internal sealed record Package(IReadOnlyDictionary<string, byte[]> Files)
{
    public static Package Scorm12 { get; } = Of("imsmanifest.xml", """
        <?xml version="1.0"?>
        <manifest identifier="M12" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="O1"><organization identifier="O1"><title>Old course</title>
        <item identifier="I1" identifierref="R1"><title>Part one</title><adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>start=1</adlcp:datafromlms></item>
        <item identifier="I2" identifierref="R1"><title>Part two</title></item>
        </organization></organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
        </manifest>
        """);

    public static Package Scorm2004 { get; } = Of("imsmanifest.xml", """
        <?xml version="1.0"?>
        <manifest identifier="M2004" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="O1"><organization identifier="O1"><title>Newer course</title>
        <item identifier="B1"><title>Chapter</title>
        <item identifier="I1" identifierref="R1"><title>Part one</title><imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing></item></item>
        </organization></organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/></resource></resources>
        </manifest>
        """);

    public static Package Cmi5 { get; } = Of("cmi5.xml", Structure("index.html"));

    public static Package TinCan { get; } = Of("tincan.xml", """
        <tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
        <activity id="https://example.com/tincan" type="http://adlnet.gov/expapi/activities/course"><name lang="en">A story</name><launch lang="en">index.html</launch></activity>
        </activities></tincan>
        """);

    public static string Structure(string url, string title = "Part one") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
        <course id="https://example.com/course"><title><langstring lang="en-GB">New course</langstring></title><description><langstring>All of it</langstring></description></course>
        <block id="https://example.com/block"><title><langstring>Chapter</langstring></title><description><langstring>D</langstring></description>
        <au id="https://example.com/au/1" moveOn="Passed" masteryScore="0.8"><title><langstring>{title}</langstring></title><description><langstring>D</langstring></description><url>{url}</url></au>
        </block>
        </courseStructure>
        """;

    public static Package Of(string manifest, string xml) => new Package(new Dictionary<string, byte[]>()).With(manifest, xml).With("index.html", "<!doctype html><title>x</title>");

    public Package With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public Package With(string path, byte[] content) => new(new Dictionary<string, byte[]>(Files) { [path] = content });

    public Package Without(string path) => new(Files.Where(file => file.Key != path).ToDictionary());

    public byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in Files)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>As the body of a request.</summary>
    public static ByteArrayContent Body(byte[] bytes, string type = "application/zip") => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
