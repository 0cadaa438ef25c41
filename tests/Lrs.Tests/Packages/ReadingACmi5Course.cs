using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class ReadingACmi5Course
{
    private const string Whole = """
        <objectives><objective id="https://example.com/o"><description><langstring>To know</langstring></description><title><langstring>O</langstring></title></objective></objectives>
        <block id="https://example.com/block"><title><langstring lang="en">Block</langstring></title><description><langstring>D</langstring></description>
          <objectives><objective idref="https://example.com/o"/></objectives>
          <au id="  https://example.com/au/1  " moveOn="CompletedAndPassed" masteryScore=" 0.80 " launchMethod="OwnWindow" activityType="http://adlnet.gov/expapi/activities/lesson">
            <title><langstring lang="en">  First  </langstring><langstring lang="cy">Cyntaf</langstring></title>
            <description><langstring>About it</langstring></description>
            <objectives><objective idref="https://example.com/o"/></objectives>
            <url>
              Unit%201/index.html?a=b#top
            </url>
            <launchParameters> Start=1 </launchParameters>
            <entitlementKey>xyz-123</entitlementKey>
          </au>
        </block>
        <au id="https://example.com/au/2"><title><langstring>Second</langstring></title><description><langstring>D</langstring></description><url>https://example.com/x</url></au>
        """;

    private static CoursePackage Good(string units) => ((Sample)Some.Cmi5(units).File("Unit 1/index.html")).Good();

    private static IReadOnlyList<PackageFault> Faults(string units) => ((Sample)Some.Cmi5(units)).Faults();

    [Fact]
    public void Takes_everything_that_it_says_about_the_course()
    {
        using var package = Good(Whole);

        Assert.Equal((PackageKind.Cmi5, "1.0", "Cyber crime", "An introduction"), (package.Kind, package.Version, package.Title, package.Description));
        Assert.Equal(("en-GB", "https://example.com/course"), (package.Language, package.PublisherId));
        Assert.Equal(new CourseObjective("https://example.com/o") { Title = "O", Description = "To know" }, Assert.Single(package.Objectives));
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Takes_everything_that_it_says_about_a_unit_without_space_around_it()
    {
        using var package = Good(Whole);

        var unit = package.Units[0];

        Assert.Equal(("https://example.com/au/1", "First", "About it"), (unit.Identifier, unit.Title, unit.Description));
        Assert.Equal(("Unit%201/index.html?a=b#top", "Unit 1/index.html"), (unit.Launch, unit.LaunchPath));
        Assert.Equal(("CompletedAndPassed", "OwnWindow", 0.8m, "0.80"), (unit.MoveOn, unit.LaunchMethod, unit.MasteryScore, unit.MasteryScoreText));
        Assert.Equal(("Start=1", "xyz-123", "http://adlnet.gov/expapi/activities/lesson"), (unit.LaunchParameters, unit.EntitlementKey, unit.ActivityType));
        Assert.Equal("O", Assert.Single(unit.Objectives).Title);
    }

    [Fact]
    public void Gives_units_the_defaults_of_the_schema()
    {
        using var package = Good(Whole);

        var unit = package.Units[1];

        Assert.Equal(("NotApplicable", "AnyWindow", null), (unit.MoveOn, unit.LaunchMethod, unit.MasteryScore));
        Assert.Null(unit.LaunchParameters);
        Assert.Null(unit.EntitlementKey);
    }

    [Fact]
    public void Keeps_blocks_and_order_in_the_tree()
    {
        using var package = Good(Whole);

        Assert.Equal([CourseNodeKind.Block, CourseNodeKind.Unit], package.Tree.Children.Select(child => child.Kind));
        Assert.Equal("https://example.com/block", package.Tree.Children[0].Identifier);
        Assert.Equal(package.Units[0], Assert.Single(package.Tree.Children[0].Children).Unit);
    }

    [Fact]
    public void Takes_an_empty_activity_type_for_none() => Assert.Null(Good(Some.Au(attributes: "activityType=\"\"")).Units[0].ActivityType);

    [Fact]
    public void Shows_the_id_of_a_course_whose_title_is_empty()
    {
        using var package = ((Sample)Some.Zip("cmi5.xml", Some.Structure(Some.Au(), Some.Course.Replace("Cyber crime", "")))).Good();

        Assert.Equal("https://example.com/course", package.Title);
        Assert.Equal("cmi5.title.empty", Assert.Single(package.Warnings).Rule);
    }

    [Fact]
    public void Takes_more_than_a_thousand_units()
    {
        using var package = Good(string.Concat(Enumerable.Range(0, 1500).Select(i => Some.Au($"https://example.com/au/{i}"))));

        Assert.Equal(1500, package.Units.Count);
        Assert.Equal("https://example.com/au/1499", package.Units[^1].Identifier);
    }

    [Fact]
    public void Leaves_vendors_their_own_elements_and_attributes_where_the_schema_does()
    {
        const string Vendor = "<v:words xmlns:v=\"https://vendor.example\"><v:word any=\"thing\"><langstring>x</langstring></v:word></v:words>";
        using var package = Good(Some.Au().Replace("</au>", Vendor + "</au>").Replace("<langstring lang", "<langstring xml:space=\"preserve\" lang") + Vendor);

        Assert.Empty(package.Warnings);
    }

    [Theory]
    [InlineData("<v:x xmlns:v=\"https://vendor.example\"/><url>index.html</url>", "<url>index.html</url>", "cmi5.element.order")]
    [InlineData("<objectives><objective idref=\"https://example.com/o\"><v:x xmlns:v=\"https://vendor.example\"/></objective></objectives><url>", "<url>", "cmi5.element.unknown")]
    [InlineData("<x xmlns=\"\"/></au>", "</au>", "cmi5.element.unknown")]
    public void Refuses_vendors_elements_elsewhere(string now, string old, string rule) =>
        Assert.Contains(Faults(Some.Au().Replace(old, now)), fault => fault.Rule == rule);

    [Fact]
    public void Refuses_vendors_attributes_on_a_unit_for_which_the_schema_has_no_room() =>
        Assert.Equal("cmi5.attribute.unknown", Assert.Single(Faults(Some.Au(attributes: "v:level=\"2\" xmlns:v=\"https://vendor.example\""))).Rule);

    [Fact]
    public void Lets_instance_attributes_of_xml_schema_stand_anywhere() =>
        Assert.Empty(Good(Some.Au(attributes: "xsi:schemaLocation=\"a b\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")).Warnings);

    [Fact]
    public void Lists_every_fault_with_its_line_and_column()
    {
        var faults = Faults("""
            <au id="relative/1" moveOn="Never" masteryScore="2">
            <title><langstring lang="e n">T</langstring></title>
            <url>a b.html</url>
            <surprise/>
            </au>
            """);

        Assert.Equal(
            ["cmi5.element.unknown cmi5.xml:10:2", "cmi5.element.missing cmi5.xml:7:2", "cmi5.iri cmi5.xml:7:5", "cmi5.language cmi5.xml:8:20",
             "cmi5.au.url cmi5.xml:9:2", "cmi5.au.masteryscore cmi5.xml:7:36", "cmi5.au.moveon cmi5.xml:7:21"],
            faults.Select(fault => $"{fault.Rule} {fault.Where}"));
    }

    [Fact]
    public void Refuses_an_empty_block_and_an_empty_course()
    {
        Assert.Equal("cmi5.element.missing", Assert.Single(Faults(Cmi5Samples.Block("https://example.com/b", ""))).Rule);
        Assert.Equal("cmi5.element.missing", Assert.Single(Faults("")).Rule);
    }

    [Fact]
    public void Refuses_one_id_for_things_of_different_kinds()
    {
        var fault = Assert.Single(Faults(Cmi5Samples.Block("https://example.com/same", Some.Au("https://example.com/same"))));

        Assert.Equal("cmi5.au.id.duplicate", fault.Rule);
    }

    [Theory]
    [InlineData("index.html?Endpoint=x&amp;fetchAll=1")]
    [InlineData("https://example.com/?next=endpoint")]
    [InlineData("myapp://unit/1")]
    public void Accepts_urls_that_only_look_like_trouble(string url) => Good(Some.Au(url: url)).Dispose();

    [Theory]
    [InlineData("index.html?a=1&amp;activityId=2", "cmi5.au.url.reserved")]
    [InlineData("index.html?%66etch=2", "cmi5.au.url.reserved")]
    [InlineData("https://example.com/?registration", "cmi5.au.url.reserved")]
    [InlineData("//example.com/index.html", "cmi5.au.url")]
    [InlineData("https:index.html", "cmi5.au.url")]
    [InlineData("https://", "cmi5.au.url")]
    [InlineData("index%zz.html", "cmi5.au.url")]
    [InlineData("café.html", "cmi5.au.url")]
    [InlineData("a/../../index.html", "cmi5.au.url.outside")]
    [InlineData("?a=b", "cmi5.au.url.file")]
    [InlineData("", "cmi5.au.url.missing")]
    [InlineData("file:///etc/passwd", "cmi5.au.url.scheme")]
    public void Refuses_urls_that_cannot_be_launched(string url, string rule) => Assert.Equal(rule, Assert.Single(Faults(Some.Au(url: url))).Rule);

    [Theory]
    [InlineData("index.html")]
    [InlineData("path/1/index.html")]
    [InlineData("index.html?abc=def")]
    [InlineData("/index.html")]
    public void Refuses_relative_urls_without_a_zip(string url)
    {
        Sample sample = System.Text.Encoding.UTF8.GetBytes(Some.Structure(Some.Au(url: url)));

        Assert.Equal("cmi5.au.url.relative", Assert.Single(sample.Faults()).Rule);
    }

    [Fact]
    public void Suggests_the_index_page_of_a_folder()
    {
        var faults = ((Sample)Some.Cmi5(Some.Au(url: "unit/")).File("unit/index.html")).Faults();

        Assert.Contains("'unit/index.html'", Assert.Single(faults).Message);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("+.5", 0.5)]
    [InlineData("1.", 1)]
    public void Reads_scores_as_xml_schema_writes_decimals(string text, double score) =>
        Assert.Equal((decimal)score, Good(Some.Au(attributes: $"masteryScore=\"{text}\"")).Units[0].MasteryScore);

    [Theory]
    [InlineData("1e-1")]
    [InlineData("-0.1")]
    [InlineData("1.01")]
    [InlineData("80%")]
    [InlineData("0,8")]
    public void Refuses_scores_that_are_none(string text) =>
        Assert.Equal("cmi5.au.masteryscore", Assert.Single(Faults(Some.Au(attributes: $"masteryScore=\"{text}\""))).Rule);
}
