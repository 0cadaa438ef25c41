using System.Globalization;
using System.Xml.Linq;
using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

/// <summary>The real modules: what an author could break by editing.</summary>
public sealed class TheModulesInContent
{
    public static TheoryData<string> Names => [.. Directory.GetDirectories(Content).Select(folder => Path.GetFileName(folder))];

    private static string Content
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Lrs.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder.FullName, "content");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Reads_without_a_fault(string name)
    {
        var outcome = Read(name);

        Assert.True(outcome is ModuleOutcome.Good, outcome is ModuleOutcome.Refused refused ? string.Join('\n', refused.Faults) : "");
    }

    [Theory, MemberData(nameof(Names))]
    public void Builds_every_package_under_three_megabytes(string name)
    {
        var module = ((ModuleOutcome.Good)Read(name)).Module;

        foreach (var format in Enum.GetValues<PackageFormat>())
        {
            Assert.InRange(BuildingAPackage.Build(module, format).Length, 10_000, 3_000_000);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Is_a_well_formed_accessible_page(string name)
    {
        var module = ((ModuleOutcome.Good)Read(name)).Module;
        using var zip = BuildingAPackage.Open(BuildingAPackage.Build(module, PackageFormat.Scorm12));
        var page = BuildingAPackage.Text(zip, "index.html");

        // Void elements closed, the page is XML, so a parser can look at it without a browser.
        var xml = System.Text.RegularExpressions.Regex.Replace(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|link|input|img|hr|br)([^>]*?)/?>", "<$1$2/>")
            .Replace(" novalidate", "", StringComparison.Ordinal).Replace(" disabled", "", StringComparison.Ordinal).Replace(" controls", "", StringComparison.Ordinal);
        xml = System.Text.RegularExpressions.Regex.Replace(xml, @" (data-[a-z]+|hidden|default)(?=[ >])", "");
        var root = XDocument.Parse(xml).Root!;

        // A translation waits in a template, and takes the place of what is shown.
        var editions = root.Element("body")!.Elements().Where(element => element.Attribute("data-edition") is not null).ToList();
        Assert.Equal(1 + module.Translations.Count, editions.Count);
        Assert.All(editions, IsAccessible);
    }

    private static void IsAccessible(XElement root)
    {
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.Single(root.Descendants("h1"));
        Assert.Single(root.Descendants("main"));
        Assert.All(root.Descendants("img"), image => Assert.False(string.IsNullOrWhiteSpace(image.Attribute("alt")?.Value)));
        Assert.All(root.Descendants("input"), input => Assert.Contains(root.Descendants("label"), label => label.Attribute("for")?.Value == input.Attribute("id")!.Value));
        Assert.All(root.Descendants("fieldset"), set => Assert.Equal("legend", set.Elements().First().Name.LocalName));
        Assert.All(root.Descendants("section"), section => Assert.Equal(section.Attribute("aria-labelledby")!.Value, section.Element("h2")!.Attribute("id")!.Value));
        Assert.All(InsideLinks(root), target => Assert.Contains(target, ids));
    }

    [Fact]
    public void The_introduction_to_cyber_crime_has_its_ten_questions_and_its_sources()
    {
        var module = ((ModuleOutcome.Good)Read("cyber-introduction")).Module;

        Assert.Equal(10, module.Assessment!.Questions.Count);
        Assert.Equal(80, module.Mastery);
        Assert.InRange(module.Screens.Count, 8, 14);
        Assert.Contains(module.Screens[^1].Blocks.OfType<Block.Prose>(), prose => prose.Html.Contains("https://www.legislation.gov.uk/ukpga/1990/18/contents", StringComparison.Ordinal));
        Assert.True(module.Minutes > 0, module.Minutes.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> InsideLinks(XElement root) =>
        root.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(href => href.StartsWith('#')).Select(href => href[1..]);

    private static ModuleOutcome Read(string name)
    {
        var folder = Path.Combine(Content, name);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes);
        return ModuleReader.Read(files);
    }
}
