using System.Text;
using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class FindingTheManifest
{
    [Theory]
    [InlineData("CMI5.XML")]
    [InlineData("Cmi5.xml")]
    public void Ignores_the_case_of_its_name(string name) =>
        Assert.Equal(name, ((Sample)Some.Zip(name, Some.Structure(Some.Au()))).Good().Manifest);

    [Fact]
    public void Strips_the_folder_that_was_zipped_instead_of_its_content()
    {
        Sample sample = new ZipBuilder()
            .File("My course/v2/cmi5.xml", Some.Structure(Some.Au()))
            .File("My course/v2/index.html")
            .File("My course/readme.txt")
            .File("__MACOSX/My course/v2/._cmi5.xml");
        using var package = sample.Good();

        Assert.Equal(["cmi5.xml", "index.html"], package.Files.Select(file => file.Path));
        Assert.Equal("index.html", package.Units[0].Launch);
        var warning = Assert.Single(package.Warnings);
        Assert.Equal(("package.folder", "My course/v2/"), (warning.Rule, warning.Where));
        Assert.Contains("1 files outside", warning.Message);
    }

    [Fact]
    public void Takes_the_one_nearest_to_the_root_over_packages_kept_inside() =>
        Assert.Empty(((Sample)Some.Cmi5().File("extras/imsmanifest.xml").File("more/tincan.xml")).Good().Warnings);

    [Fact]
    public void Names_the_folders_when_there_are_several()
    {
        var fault = Assert.Single(PackageSamples.All["package.manifest.several"]().Faults());

        Assert.Contains("'a', 'b'", fault.Message);
    }

    [Fact]
    public void Prefers_cmi5_to_scorm_to_tincan_and_lets_the_author_pick()
    {
        ZipBuilder Three() => Some.Cmi5().File("imsmanifest.xml", Some.Manifest12()).File("tincan.xml", "<tincan/>");

        using var package = ((Sample)Three()).Good();
        using var picked = (((Sample)Three()) with { Choice = new PackageChoice { Kind = PackageKind.Scorm12 } }).Good();
        var absent = (((Sample)Three()) with { Choice = new PackageChoice { Kind = PackageKind.Scorm2004 } }).Faults();

        Assert.Equal(PackageKind.Cmi5, package.Kind);
        Assert.Equal([PackageKind.Scorm12, PackageKind.Xapi], package.OtherKinds);
        Assert.Equal(PackageKind.Scorm12, picked.Kind);
        Assert.Equal("package.kind.absent", Assert.Single(absent).Rule);
    }

    [Fact]
    public void Names_every_zip_of_a_zip_of_zips()
    {
        var fault = Assert.Single(((Sample)new ZipBuilder().File("one.zip").File("two.zip").File("read me.txt")).Faults());

        Assert.Equal("package.zip-in-zip", fault.Rule);
        Assert.Contains("'one.zip', 'two.zip'", fault.Message);
    }

    [Theory]
    [InlineData("h5p.json", "H5P")]
    [InlineData("[Content_Types].xml", "Office")]
    [InlineData("moodle_backup.xml", "Moodle")]
    public void Names_other_formats(string file, string name) =>
        Assert.Contains(name, Assert.Single(((Sample)new ZipBuilder().File(file).File("index.html")).Faults()).Message);

    [Fact]
    public void Takes_a_sound_beside_web_pages_for_no_aicc_course() =>
        Assert.Equal("package.html", Assert.Single(((Sample)new ZipBuilder().File("index.html").File("ping.au")).Faults()).Rule);

    [Fact]
    public void Takes_a_bare_cmi5_xml_for_what_it_is()
    {
        using var package = ((Sample)Encoding.UTF8.GetBytes("\uFEFF" + Some.Structure(Some.Au(url: "https://example.com/unit.html?a=b")))).Good();

        Assert.Equal(PackageKind.Cmi5, package.Kind);
        Assert.Empty(package.Files);
        Assert.Equal(("https://example.com/unit.html?a=b", null), (package.Units[0].Launch, package.Units[0].LaunchPath));
    }

    [Fact]
    public void Tells_that_another_manifest_alone_is_not_enough() =>
        Assert.Equal("cmi5.root", Assert.Single(((Sample)Encoding.UTF8.GetBytes(Some.Manifest12())).Faults()).Rule);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Reads_manifests_in_the_encodings_of_older_tools(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var xml = Some.Structure(Some.Au()).Replace("utf-8", name).Replace("Cyber crime", "Économie");

        using var package = ((Sample)new ZipBuilder().File("cmi5.xml", [.. encoding.Preamble, .. encoding.GetBytes(xml)]).File("index.html")).Good();

        Assert.Equal("Économie", package.Title);
    }

    [Theory]
    [InlineData("scorm12", PackageKind.Scorm12)]
    [InlineData("scorm2004", PackageKind.Scorm2004)]
    [InlineData("cmi5", PackageKind.Cmi5)]
    [InlineData("xapi", PackageKind.Xapi)]
    public void Writes_and_reads_kinds_as_text(string text, PackageKind kind)
    {
        Assert.True(PackageKinds.TryParse(text, out var read));
        Assert.Equal((kind, text), (read, read.Text()));
        Assert.False(PackageKinds.TryParse("SCORM", out _));
    }
}
