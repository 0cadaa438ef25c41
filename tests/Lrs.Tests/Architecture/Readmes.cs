using System.Text.RegularExpressions;
using Xunit;

namespace Lrs.Tests.Architecture;

public sealed partial class Readmes
{
    public static TheoryData<string> All => [.. new[] { "", "src", "content", "infra", "tests" }.Select(folder => Path.Combine(folder, "README.md")).Where(file => File.Exists(Repository.Path(file)))];

    [Theory, MemberData(nameof(All))]
    public void The_files_that_a_readme_names_exist(string readme)
    {
        var text = File.ReadAllText(Repository.Path(readme));
        var here = Path.GetDirectoryName(readme)!;

        var missing = Linked().Matches(text).Concat(Quoted().Matches(text)).Select(match => match.Groups[1].Value).Where(name => !Exists(here, name));

        Assert.Empty(missing);
    }

    // Named from the readme's folder, from the root, or by its bare name.
    private static bool Exists(string here, string name) =>
        Path.Exists(Repository.Path(Path.Combine(here, name))) || Path.Exists(Repository.Path(name))
        || (!name.Contains('/') && new[] { "src", "tests", "infra", "content" }.Any(folder => Directory.Exists(Repository.Path(folder)) && Directory.EnumerateFiles(Repository.Path(folder), name, Deep).Any()));

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6 };

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)")]
    private static partial Regex Linked();

    [GeneratedRegex(@"`([\w./-]+\.(?:cs|csproj|http|md|props|sh|sln|sql|targets))`")]
    private static partial Regex Quoted();
}
