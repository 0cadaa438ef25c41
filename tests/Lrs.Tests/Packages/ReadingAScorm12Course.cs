using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class ReadingAScorm12Course
{
    private static CourseUnit Unit(string inside = "", string attributes = "", string resources = Some.Resource)
    {
        using var package = ((Sample)Some.Scorm12(Some.Item.Replace("</item>", inside + "</item>").Replace("<item", $"<item {attributes}"), resources)).Good();
        return Assert.Single(package.Units);
    }

    private static string Warning(ZipBuilder zip)
    {
        using var package = ((Sample)zip).Good();
        return Assert.Single(package.Warnings).Rule;
    }

    [Fact]
    public void Takes_title_units_and_identifiers()
    {
        using var package = ((Sample)Some.Scorm12()).Good();

        Assert.Equal((PackageKind.Scorm12, "1.2", "The course", "M1"), (package.Kind, package.Version, package.Title, package.PublisherId));
        var unit = Assert.Single(package.Units);
        Assert.Equal(("I1", "Part one", "index.html", "index.html"), (unit.Identifier, unit.Title, unit.Launch, unit.LaunchPath));
        Assert.Equal((false, true, null, null), (unit.IsAsset, unit.Visible, unit.MoveOn, unit.MasteryScore));
        Assert.Equal([new CourseOrganization("O1", "The course")], package.Organizations);
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Takes_what_items_tell_the_run_time()
    {
        var unit = Unit("""
            <adlcp:prerequisites type="aicc_script">I0&amp;(A|B)</adlcp:prerequisites><adlcp:maxtimeallowed>0001:30:00.5</adlcp:maxtimeallowed>
            <adlcp:timelimitaction>Exit, No Message</adlcp:timelimitaction><adlcp:datafromlms> level=2 </adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>
            """);

        Assert.Equal(("I0&(A|B)", "0001:30:00.5", "exit,no message"), (unit.Prerequisites, unit.MaxTimeAllowed, unit.TimeLimitAction));
        Assert.Equal(("level=2", 0.8m, "80"), (unit.DataFromLms, unit.MasteryScore, unit.MasteryScoreText));
    }

    [Theory]
    [InlineData("index.html", "?a=1", "index.html?a=1")]
    [InlineData("index.html", "&a=1", "index.html?a=1")]
    [InlineData("index.html", "?&?a=1", "index.html?a=1")]
    [InlineData("index.html", "a=1", "index.html?a=1")]
    [InlineData("index.html?b=2", "?a=1", "index.html?b=2&a=1")]
    [InlineData("index.html", "#page2", "index.html#page2")]
    [InlineData("index.html#page1", "#page2", "index.html#page1")]
    [InlineData("index.html", "?", "index.html")]
    public void Joins_parameters_to_the_address(string href, string parameters, string launch)
    {
        var unit = Unit(attributes: $"parameters=\"{parameters.Replace("&", "&amp;")}\"", resources: Some.Resource.Replace("href=\"index.html\">", $"href=\"{href}\">"));

        Assert.Equal((launch, parameters), (unit.Launch, unit.Parameters));
    }

    [Theory]
    [InlineData("xml:base=\"a/\"", "xml:base=\"b/\"", "xml:base=\"c/\"", "page.html", "a/b/c/page.html")]
    [InlineData("xml:base=\"a\"", "xml:base=\"b\"", "", "page.html", "a/b/page.html")]
    [InlineData("", "", "xml:base=\"a/\"", "../page.html", "page.html")]
    [InlineData("", "", "", "my%20page.html", "my page.html")]
    [InlineData("", "", "", "my page.html", "my page.html")]
    [InlineData("", "", "", "sub\\page.html", "sub/page.html")]
    [InlineData("", "", "", "100%25.html", "100%.html")]
    [InlineData("", "", "", "./page.html", "page.html")]
    [InlineData("", "", "", "a%2fb.html", "a/b.html")]
    public void Counts_paths_from_every_base(string manifest, string resources, string resource, string href, string path)
    {
        var xml = Some.Manifest12(resources: Some.Resource.Replace("href=\"index.html\">", $"{resource} href=\"{href}\">").Replace("<file href=\"index.html\"/>", ""))
            .Replace("<manifest ", $"<manifest {manifest} ").Replace("<resources>", $"<resources {resources}>");
        using var package = ((Sample)new ZipBuilder().File("imsmanifest.xml", xml).File(path)).Good();

        Assert.Equal(path, package.Units[0].LaunchPath);
        Assert.Equal(path, Uri.UnescapeDataString(package.Units[0].Launch));
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Finds_files_spelt_otherwise_and_says_so()
    {
        using var package = ((Sample)Some.Scorm12(resources: Some.Resource.Replace("index.html", "Index.HTM").Replace("HTM", "Html"))).Good();

        Assert.Equal("index.html", package.Units[0].LaunchPath);
        Assert.Equal("package.file.spelling", Assert.Single(package.Warnings).Rule);
    }

    [Fact]
    public void Nests_items_and_keeps_hidden_ones()
    {
        using var package = ((Sample)Some.Scorm12($"""
            <item identifier="F1"><title>Folder</title>{Some.Item}<item identifier="I2" identifierref="R1" isvisible="false"><title>Hidden</title></item></item>
            """)).Good();

        var folder = Assert.Single(package.Tree.Children);
        Assert.Equal((CourseNodeKind.Block, "Folder", null), (folder.Kind, folder.Title, folder.Unit));
        Assert.Equal(["I1", "I2"], folder.Children.Select(child => child.Identifier));
        Assert.Equal([true, false], package.Units.Select(unit => unit.Visible));
    }

    [Fact]
    public void Nests_as_deep_as_the_limit_and_no_deeper()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Range(0, depth).Select(i => $"<item identifier=\"f{i}\"><title>f</title>"))
            + Some.Item + string.Concat(Enumerable.Repeat("</item>", depth));

        Assert.Single(((Sample)Some.Scorm12(Nested(95))).Good().Units);
        Assert.Equal("xml.depth", Assert.Single(((Sample)Some.Scorm12(Nested(200_000))).Faults()).Rule);
    }

    [Fact]
    public void Takes_assets_as_assets()
    {
        Assert.True(Unit(resources: Some.Resource.Replace("sco\"", "asset\"")).IsAsset);
        Assert.False(Unit(resources: Some.Resource.Replace("scormtype=\"sco\"", "scormType=\"SCO\"")).IsAsset);
    }

    [Fact]
    public void Takes_the_default_of_several_organizations_or_the_one_picked()
    {
        using var first = ScormSamples.Several().Good();
        using var second = (ScormSamples.Several() with { Choice = new PackageChoice { Organization = "O2" } }).Good();

        Assert.Equal(("The course", "I1"), (first.Title, first.Units[0].Identifier));
        Assert.Equal(("Short course", "S1"), (second.Title, second.Units[0].Identifier));
        Assert.Equal(["O2", "O1"], second.Organizations.Select(organization => organization.Identifier));
        Assert.Empty(second.Warnings);
    }

    [Fact]
    public void Takes_the_only_resource_when_there_is_no_organization()
    {
        using var package = ScormSamples.NoOrganization(Some.Resource + Some.Resource.Replace("R1", "R2").Replace("sco\"", "asset\"")).Good();

        Assert.Equal(("R1", "index.html"), (package.Units[0].Identifier, package.Units[0].Launch));
        Assert.Equal("scorm.organizations", Assert.Single(package.Warnings).Rule);
    }

    [Fact]
    public void Reads_what_the_metadata_tells()
    {
        const string Lom = """
            <schemaversion>1.2</schemaversion>
            <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring xml:lang="en-GB">Long title</langstring></title>
            <description><langstring xml:lang="en-GB">What it is about</langstring></description></general>
            <lifecycle><contribute><role><source><langstring>LOMv1.0</langstring></source><value><langstring xml:lang="x-none">Publisher</langstring></value></role>
            <centity><vcard>BEGIN:VCARD
            ORG:Example College;Online
            END:VCARD</vcard></centity></contribute></lifecycle></lom>
            """;
        using var package = ((Sample)Some.Zip("imsmanifest.xml", Some.Manifest12(metadata: Lom))).Good();

        Assert.Equal(("The course", "What it is about", "en-GB", "Example College"), (package.Title, package.Description, package.Language, package.Publisher));
    }

    [Fact]
    public void Goes_by_namespaces_when_schemaversion_is_missing_or_contradicts()
    {
        using var missing = ScormSamples.All["scorm.version.unknown"]().Good();
        using var contrary = ScormSamples.All["scorm.version.clash"]().Good();

        Assert.Equal((PackageKind.Scorm12, PackageKind.Scorm12), (missing.Kind, contrary.Kind));
    }

    [Fact]
    public void Warns_of_missing_files_once_a_resource() => Assert.Equal(
        "scorm.file.missing", Warning(Some.Scorm12(resources: Some.Resource.Replace("<file", "<file href=\"a\"/><file href=\"b\"/><file href=\"../../c\"/><file href=\"d\"/><file"))));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void Refuses_addresses_that_cannot_be_launched(string href) => Assert.Equal(
        "scorm.launch.address", Assert.Single(((Sample)Some.Scorm12(resources: Some.Resource.Replace("href=\"index.html\">", $"href=\"{href}\">"))).Faults()).Rule);

    [Fact]
    public void Notes_a_missing_launch_file_once_for_all_items_that_use_it()
    {
        Sample sample = Some.Scorm12(Some.Item + Some.Item.Replace("I1", "I2"), Some.Resource.Replace("href=\"index.html\">", "href=\"absent.html\">"));

        var fault = Assert.Single(sample.Faults());

        Assert.Equal(("scorm.launch.file", "imsmanifest.xml:10:67"), (fault.Rule, fault.Where));
    }

    [Fact]
    public void Leaves_out_odd_values_rather_than_refuse_the_course()
    {
        var unit = Unit("<adlcp:masteryscore>eighty</adlcp:masteryscore><adlcp:maxtimeallowed>1 h</adlcp:maxtimeallowed><adlcp:timelimitaction>x</adlcp:timelimitaction>");

        Assert.Equal((null, null, null), (unit.MasteryScore, unit.MaxTimeAllowed, unit.TimeLimitAction));
        Assert.Equal("eighty", unit.MasteryScoreText);
    }
}
