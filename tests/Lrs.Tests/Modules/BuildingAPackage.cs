using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

public sealed class BuildingAPackage
{
    public static TheoryData<PackageFormat> Formats => [.. Enum.GetValues<PackageFormat>()];

    [Theory, MemberData(nameof(Formats))]
    public void The_same_module_gives_the_same_bytes(PackageFormat format) =>
        Assert.Equal(Build(new ModuleSource().Module(), format), Build(new ModuleSource().Module(), format));

    [Theory, MemberData(nameof(Formats))]
    public void Entries_are_sorted_and_have_one_fixed_time(PackageFormat format)
    {
        using var zip = Open(Build(new ModuleSource().Module(), format));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void A_stream_that_cannot_seek_gets_the_same_bytes()
    {
        var module = new ModuleSource().Module();
        using var memory = new MemoryStream();
        using (var oneWay = new BrotliStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            ModuleBuilder.Build(module, PackageFormat.Cmi5, oneWay);
        }

        memory.Position = 0;
        using var back = new BrotliStream(memory, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        back.CopyTo(plain);

        Assert.Equal(Build(module, PackageFormat.Cmi5), plain.ToArray());
    }

    [Fact]
    public void The_SCORM_manifest_names_one_SCO_its_files_and_the_mastery_score()
    {
        using var zip = Open(Build(new ModuleSource().Module(), PackageFormat.Scorm12));
        XNamespace cp = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
        XNamespace adl = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
        var manifest = XDocument.Parse(Text(zip, "imsmanifest.xml")).Root!;

        Assert.Equal("1.2", manifest.Element(cp + "metadata")!.Element(cp + "schemaversion")!.Value);
        var item = Assert.Single(manifest.Descendants(cp + "item"));
        Assert.Equal("80", item.Element(adl + "masteryscore")!.Value);
        var resource = Assert.Single(manifest.Descendants(cp + "resource"));
        Assert.Equal(item.Attribute("identifierref")!.Value, resource.Attribute("identifier")!.Value);
        Assert.Equal(("sco", "index.html"), (resource.Attribute(adl + "scormtype")!.Value, resource.Attribute("href")!.Value));
        Assert.Equal(
            zip.Entries.Select(entry => entry.FullName).Where(name => name != "imsmanifest.xml"),
            resource.Elements(cp + "file").Select(file => file.Attribute("href")!.Value));
    }

    [Fact]
    public void The_cmi5_structure_names_one_unit_to_be_completed_and_passed()
    {
        using var zip = Open(Build(new ModuleSource().Module(), PackageFormat.Cmi5));
        XNamespace cmi5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
        var structure = XDocument.Parse(Text(zip, "cmi5.xml")).Root!;

        Assert.Equal("https://example.org/modules/small", structure.Element(cmi5 + "course")!.Attribute("id")!.Value);
        var unit = Assert.Single(structure.Elements(cmi5 + "au"));
        Assert.Equal("https://example.org/modules/small/unit", unit.Attribute("id")!.Value);
        Assert.Equal(("CompletedAndPassed", "0.8"), (unit.Attribute("moveOn")!.Value, unit.Attribute("masteryScore")!.Value));
        // The schema (13.2) asks for this order.
        Assert.Equal(["title", "description", "url"], unit.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("Small & simple", unit.Element(cmi5 + "title")!.Element(cmi5 + "langstring")!.Value);
    }

    [Fact]
    public void The_SCORM_2004_manifest_names_the_edition_one_SCO_its_files_and_the_passing_score()
    {
        using var zip = Open(Build(new ModuleSource().Module(), PackageFormat.Scorm2004));
        XNamespace cp = "http://www.imsglobal.org/xsd/imscp_v1p1";
        XNamespace adl = "http://www.adlnet.org/xsd/adlcp_v1p3";
        XNamespace ss = "http://www.imsglobal.org/xsd/imsss";
        var manifest = XDocument.Parse(Text(zip, "imsmanifest.xml")).Root!;

        Assert.Equal("2004 4th Edition", manifest.Element(cp + "metadata")!.Element(cp + "schemaversion")!.Value);
        Assert.Equal("0.8", Assert.Single(manifest.Descendants(ss + "minNormalizedMeasure")).Value);
        var resource = Assert.Single(manifest.Descendants(cp + "resource"));
        Assert.Equal(Assert.Single(manifest.Descendants(cp + "item")).Attribute("identifierref")!.Value, resource.Attribute("identifier")!.Value);
        Assert.Equal(("sco", "index.html"), (resource.Attribute(adl + "scormType")!.Value, resource.Attribute("href")!.Value));
        Assert.Equal(
            zip.Entries.Select(entry => entry.FullName).Where(name => name != "imsmanifest.xml"),
            resource.Elements(cp + "file").Select(file => file.Attribute("href")!.Value));
    }

    [Fact]
    public void The_xAPI_manifest_names_one_activity_to_launch()
    {
        using var zip = Open(Build(new ModuleSource().Module(), PackageFormat.Xapi));
        XNamespace tincan = "http://projecttincan.com/tincan.xsd";

        var activity = Assert.Single(XDocument.Parse(Text(zip, "tincan.xml")).Root!.Descendants(tincan + "activity"));
        Assert.Equal("https://example.org/modules/small", activity.Attribute("id")!.Value);
        Assert.Equal("index.html", activity.Element(tincan + "launch")!.Value);
    }

    [Fact]
    public void Without_an_assessment_there_is_nothing_to_pass()
    {
        var module = new ModuleSource().Without("assessment.yaml").Replacing("module.yaml", "mastery: 80\n", "").Module();
        string Manifest(PackageFormat format, string name) => Text(Open(Build(module, format)), name);

        Assert.Contains("moveOn=\"Completed\"", Manifest(PackageFormat.Cmi5, "cmi5.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("masteryScore", Manifest(PackageFormat.Cmi5, "cmi5.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("masteryscore", Manifest(PackageFormat.Scorm12, "imsmanifest.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("satisfiedByMeasure", Manifest(PackageFormat.Scorm2004, "imsmanifest.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_holds_only_the_adapter_it_needs()
    {
        using var scorm = Open(Build(new ModuleSource().Module(), PackageFormat.Scorm12));
        using var cmi5 = Open(Build(new ModuleSource().Module(), PackageFormat.Cmi5));

        using var scorm2004 = Open(Build(new ModuleSource().Module(), PackageFormat.Scorm2004));
        using var xapi = Open(Build(new ModuleSource().Module(), PackageFormat.Xapi));

        Assert.Contains("API_1484_11", Text(scorm2004, "course.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("LMSInitialize", Text(scorm2004, "course.js"), StringComparison.Ordinal);
        Assert.Contains("activity_id", Text(xapi, "course.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("fetchToken", Text(xapi, "course.js"), StringComparison.Ordinal);
        Assert.Contains("LMSInitialize", Text(scorm, "course.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Experience-API-Version", Text(scorm, "course.js"), StringComparison.Ordinal);
        Assert.Contains("X-Experience-API-Version", Text(cmi5, "course.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("LMSInitialize", Text(cmi5, "course.js"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_carries_the_questions_as_data_that_cannot_end_the_script_element()
    {
        using var zip = Open(Build(new ModuleSource().Replacing("assessment.yaml", "text: One?", "text: '</script><b>One?'").Module(), PackageFormat.Scorm12));
        var page = Text(zip, "index.html");
        var data = page.Split("id=\"course\">")[1].Split("</script>")[0];
        using var course = JsonDocument.Parse(data);

        var question = course.RootElement.GetProperty("questions")[0];
        Assert.Equal(("q1", "b", "</script><b>One?"), (question.GetProperty("id").GetString(), question.GetProperty("answers")[0].GetString(), question.GetProperty("text").GetString()));
        Assert.Equal(0.8m, course.RootElement.GetProperty("mastery").GetDecimal());
        Assert.Contains("&lt;/script&gt;&lt;b&gt;One?", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_the_script_asks_for_is_there()
    {
        using var zip = Open(Build(new ModuleSource().Module(), PackageFormat.Cmi5));
        using var scorm = Open(Build(new ModuleSource().Module(), PackageFormat.Scorm12));
        using var course = JsonDocument.Parse(Text(zip, "index.html").Split("id=\"course\">")[1].Split("</script>")[0]);
        var texts = course.RootElement.GetProperty("text");
        var script = Text(zip, "course.js") + Text(scorm, "course.js");

        var asked = System.Text.RegularExpressions.Regex.Matches(script, @"\b(?:course\.)?text\.(\w+)|""(notice\.\w+)""|say\(""(\w+)""\)")
            .Select(match => match.Groups[1].Value + match.Groups[2].Value + (match.Groups[3].Success ? $"save.{match.Groups[3].Value}" : ""))
            .Distinct().ToList();
        Assert.True(asked.Count > 20);
        Assert.All(asked, key => Assert.True(texts.TryGetProperty(key, out _), key));
    }

    internal static byte[] Build(Module module, PackageFormat format)
    {
        using var memory = new MemoryStream();
        ModuleBuilder.Build(module, format, memory);
        return memory.ToArray();
    }

    internal static ZipArchive Open(byte[] zip) => new(new MemoryStream(zip));

    internal static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
