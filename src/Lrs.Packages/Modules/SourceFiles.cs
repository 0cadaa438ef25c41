using System.Text;
using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>The files of a source, or of one translation in it, by their names.</summary>
/// <param name="files">All files of the module.</param>
/// <param name="folder">What stands before the names: nothing, or <c>translations/cy/</c>.</param>
internal sealed partial class SourceFiles(IReadOnlyDictionary<string, byte[]> files, string folder)
{
    /// <summary>The ids of the screens that are there.</summary>
    public IReadOnlyList<string> Screens { get; } = Named(files, folder + "screens/", ".md");

    /// <summary>The ids of the questionnaires that are there.</summary>
    public IReadOnlyList<string> Questionnaires { get; } = Named(files, folder + "questionnaires/", ".yaml");

    /// <summary>The languages of the translations, sorted.</summary>
    public IReadOnlyList<string> Translations => [.. files.Keys.Select(name => Translated().Match(name)).Where(match => match.Success)
        .Select(match => match.Groups["language"].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The path inside the module's folder.</summary>
    public string Path(string name) => folder + name;

    public bool Has(string name) => files.ContainsKey(Path(name));

    /// <summary>A fault for every file that has no place in a module.</summary>
    public void OnlyParts(SourceIndex index)
    {
        foreach (var name in files.Keys.Where(name => !Part().IsMatch(name)))
        {
            index.Fault(name, 0, "This file is not part of a module: there are module.yaml, assessment.yaml, README.md, screens/name.md, questionnaires/name.yaml, media/name and "
                + "translations/language/ with the same, with names of lower-case letters, digits and hyphens.");
        }
    }

    /// <summary>A YAML file with one mapping; null and a fault if it is not there or is something else.</summary>
    public YamlMap? Yaml(string name, SourceIndex index)
    {
        if (!Has(name))
        {
            index.Fault(Path(name), 0, "This file is missing.");
            return null;
        }

        return Text(name, index) is { } text ? YamlMap.Load(text, Path(name), 0, index) : null;
    }

    /// <summary>A file's text; null and a fault if it is not UTF-8.</summary>
    public string? Text(string name, SourceIndex index)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(files[Path(name)]).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (ArgumentException)
        {
            index.Fault(Path(name), 0, "The file is not UTF-8 text.");
            return null;
        }
    }

    private static List<string> Named(IReadOnlyDictionary<string, byte[]> files, string before, string after) =>
        [.. files.Keys.Where(name => name.StartsWith(before, StringComparison.Ordinal) && name.EndsWith(after, StringComparison.Ordinal) && Part().IsMatch(name))
            .Select(name => name[before.Length..^after.Length]).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^(README\\.md|media/[a-z0-9][a-z0-9.-]*|(translations/[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/)?(module\\.yaml|assessment\\.yaml|screens/[a-z0-9][a-z0-9-]*\\.md|questionnaires/[a-z][a-z0-9-]*\\.yaml))$")]
    private static partial Regex Part();

    [GeneratedRegex("^translations/(?<language>[^/]+)/")]
    private static partial Regex Translated();
}
