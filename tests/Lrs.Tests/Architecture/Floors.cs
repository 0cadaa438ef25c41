using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Lrs.Tests.Architecture;

public sealed class Floors
{
    // Which project may use which, and which libraries besides the base library: the floor table.
    private static readonly Dictionary<string, (string[] Projects, string[] Libraries)> Table = new()
    {
        ["Lrs.Xapi"] = ([], []),
        ["Lrs.Packages"] = ([], ["Markdig", "YamlDotNet"]),
        ["Lrs.OData"] = ([], ["Microsoft.OData.Edm"]),
        ["Lrs.Data"] = ([], ["Azure.", "Microsoft.Data.Sqlite", "Npgsql", "SQLitePCLRaw."]),
        ["Lrs.Server"] = (["Lrs.Data", "Lrs.OData", "Lrs.Packages", "Lrs.Xapi"], ["AutoMapper", "Microsoft.AspNetCore", "Microsoft.Extensions.", "Microsoft.IdentityModel.", "Microsoft.Net.Http.Headers", "Microsoft.OData.Edm", "Microsoft.OpenApi"]),
    };

    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Repository.Path("src"), "Lrs.*").Select(folder => Path.GetFileName(folder))];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_to_the_projects_below_it_only(string project) =>
        Assert.Equal(Table[project].Projects, Named("ProjectReference", Repository.Path($"src/{project}/{project}.csproj")));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_uses_the_libraries_of_its_floor_only(string project) =>
        Assert.DoesNotContain(
            Assembly.Load(project).GetReferencedAssemblies().Select(library => library.Name!),
            library => !library.StartsWith("System.", StringComparison.Ordinal) && library is not "Microsoft.Win32.Primitives"
                && !Table[project].Projects.Contains(library) && !Table[project].Libraries.Any(allowed => library.StartsWith(allowed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Lrs.Xapi")]
    [InlineData("Lrs.Packages")]
    [InlineData("Lrs.OData")]
    public void The_lowest_floor_touches_no_file_clock_or_network(string project) =>
        Assert.DoesNotContain(Sources.In($"src/{project}"), file => Regex.IsMatch(file.Text, @"\b(File|Directory)\.(Open|Read|Write|Append|Exists|Enumerate|Create|Delete|Copy|Move|Get)\w*\(|\bnew (FileStream|HttpClient)\b|\bTimeProvider\b|\bILogger\b|\bIServiceCollection\b"));

    [Fact]
    public void OData_is_known_to_reports_only() =>
        Assert.DoesNotContain(Sources.In("src/Lrs.Server"), file => !file.Path.StartsWith("src/Lrs.Server/Reports/") && Regex.IsMatch(file.Text, @"\bLrs\.OData\b|\bMicrosoft\.OData\b"));

    private static IEnumerable<string> Named(string element, string project) =>
        Regex.Matches(File.ReadAllText(project), $"""<{element} Include="([^"]+)" """.TrimEnd()).Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value)).Order(StringComparer.Ordinal);
}
