using System.Security.Cryptography;
using Lrs.Tests.Http.Surviving;
using Xunit;

namespace Lrs.Tests.Http.Operations;

/// <summary>The commands for course authors, as they are typed.</summary>
public sealed class CheckingModules : IDisposable
{
    private const string Introduction = "content/cyber-introduction";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_module_without_fault_is_said_to_be_so_with_its_links()
    {
        var (code, words) = await ServerProcess.Run("module", "check", Repository.Path(Introduction));

        Assert.True(code is 0, words);
        Assert.Contains("1 of 1 modules is without fault.", words, StringComparison.Ordinal);
        Assert.Matches(@"screens/11-references\.md:\d+: links to https://www\.legislation\.gov\.uk/", words);
    }

    [Fact]
    public async Task Every_fault_is_said_by_file_and_line_and_the_command_fails()
    {
        Copy();
        await File.AppendAllTextAsync(folder["sample/screens/01-welcome.md"], "\n[nowhere](#99-gone)\n\n![](media/who-does-what.svg)\n");
        await File.WriteAllTextAsync(folder["sample/media/unused.svg"], """<svg xmlns="http://www.w3.org/2000/svg"/>""");
        var line = (await File.ReadAllLinesAsync(folder["sample/screens/01-welcome.md"])).Index().First(one => one.Item.Contains("99-gone", StringComparison.Ordinal)).Index + 1;

        var (code, words) = await ServerProcess.Run("module", "check", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains($"{folder["sample/screens/01-welcome.md"]}:{line}: There is no screen '99-gone'", words, StringComparison.Ordinal);
        Assert.Contains($"{folder["sample/screens/01-welcome.md"]}:{line + 2}: The picture 'media/who-does-what.svg' needs a text alternative", words, StringComparison.Ordinal);
        Assert.Contains($"{folder["sample/media/unused.svg"]}: No screen uses this file.", words, StringComparison.Ordinal);
        Assert.Contains("0 of 1 modules is without fault.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_is_built_in_every_format_with_the_same_bytes_each_time()
    {
        var one = await ServerProcess.Run("module", "build", Repository.Path(Introduction), "--out", folder["one"]);
        var other = await ServerProcess.Run("module", "build", Repository.Path(Introduction), "--out", folder["other"]);

        Assert.True(one.Code is 0, one.Output);
        Assert.Equal(
            ["cyber-introduction-cmi5.zip", "cyber-introduction-scorm12.zip", "cyber-introduction-scorm2004.zip", "cyber-introduction-xapi.zip"],
            Directory.GetFiles(folder["one"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(Hashes(folder["one"]), Hashes(folder["other"]));
        Assert.Equal(0, other.Code);
    }

    [Theory]
    [InlineData("module")]
    [InlineData("module", "check")]
    [InlineData("module", "build", "content")]
    [InlineData("module", "check", "content", "--reading-age", "young")]
    public async Task What_is_not_understood_is_answered_with_what_is(params string[] words)
    {
        var (code, said) = await ServerProcess.Run(words);

        Assert.Equal(2, code);
        Assert.Contains("module build FOLDER --out DIR", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_module_is_said_to_have_none()
    {
        var (code, said) = await ServerProcess.Run("module", "check", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("There is no module.yaml", said, StringComparison.Ordinal);
    }

    private static List<string> Hashes(string folder) => [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))];

    private void Copy()
    {
        var source = Repository.Path(Introduction);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.Combine("sample", Path.GetRelativePath(source, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
