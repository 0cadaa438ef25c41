using System.Text;
using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>Reads a learning module's source: <c>module.yaml</c>, <c>assessment.yaml</c>, <c>screens/*.md</c> and <c>media/*</c>.</summary>
public static partial class ModuleReader
{
    /// <summary>The most that media may take, in bytes: a module has to load on a bad network.</summary>
    public const long MostMedia = 2_500_000;

    // SCORM 1.2, 3.4.2: cmi.suspend_data is a CMIString4096.
    private const int MostSaved = 4096;

    /// <summary>Reads the files of one module; either it is without fault or all its faults come back at once.</summary>
    /// <param name="files">Content by path inside the module's folder, with <c>/</c> between the parts.</param>
    public static ModuleOutcome Read(IReadOnlyDictionary<string, byte[]> files)
    {
        var index = new SourceIndex(files);
        CheckNames(files, index);
        var head = Yaml(files, "module.yaml", index) is { } map ? MetadataReader.Read(map) : null;
        var screens = Screens(files, head?.Screens, index);
        var assessment = Yaml(files, "assessment.yaml", index) is { } asked ? AssessmentReader.Read(asked, "assessment.yaml", index) : null;
        var media = Media(files, index);

        if (index.Faults.Count > 0 || head is null || assessment is null)
        {
            return new ModuleOutcome.Refused(index.Faults);
        }

        var module = head.Value.Module with { Screens = screens, Assessment = assessment, Media = media };
        if (CourseData.SavedCharacters(module) > MostSaved)
        {
            return new ModuleOutcome.Refused([new ModuleFault("module.yaml", 0, "There are more questions than SCORM 1.2 can keep the answers of (4,096 characters); split the module.")]);
        }

        return new ModuleOutcome.Good(module);
    }

    private static void CheckNames(IReadOnlyDictionary<string, byte[]> files, SourceIndex index)
    {
        foreach (var name in files.Keys.Where(name => !IsPart(name)))
        {
            index.Fault(name, 0, "This file is not part of a module: there are module.yaml, assessment.yaml, README.md, screens/name.md and media/name, "
                + "with names of lower-case letters, digits and hyphens.");
        }
    }

    private static bool IsPart(string name) =>
        name is "module.yaml" or "assessment.yaml" or "README.md" || ScreenFile().IsMatch(name) || MediaFile().IsMatch(name);

    private static List<Screen> Screens(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<(string Id, int Line)>? listed, SourceIndex index)
    {
        var screens = new List<Screen>();
        var missing = (listed ?? []).Where(one => !index.HasScreen(one.Id)).ToList();
        foreach (var (id, line) in missing)
        {
            index.Fault("module.yaml", line, $"There is no file 'screens/{id}.md'.");
        }

        var order = (listed ?? []).Except(missing).Select(one => one.Id).Distinct().ToList();
        var names = files.Keys.Where(name => ScreenFile().IsMatch(name)).Select(name => name["screens/".Length..^".md".Length]);
        foreach (var id in names.Except(order).OrderBy(name => name, StringComparer.Ordinal).ToList())
        {
            if (listed is not null)
            {
                index.Fault($"screens/{id}.md", 0, "This screen is not in the list 'screens' of module.yaml.");
            }

            order.Add(id);
        }

        foreach (var id in order)
        {
            var file = $"screens/{id}.md";
            if (Utf8(files[file], file, index) is { } text && new ScreenReader(file, index).Read(id, text) is { } screen)
            {
                screens.Add(screen);
            }
        }

        return screens;
    }

    private static Dictionary<string, byte[]> Media(IReadOnlyDictionary<string, byte[]> files, SourceIndex index)
    {
        var media = files.Where(file => MediaFile().IsMatch(file.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, bytes) in media)
        {
            MediaReader.Check(name, bytes, index);
        }

        foreach (var name in index.UnusedMedia)
        {
            index.Fault(name, 0, "No screen uses this file.");
        }

        if (media.Sum(file => (long)file.Value.Length) > MostMedia)
        {
            index.Fault("media", 0, $"The media files together are larger than {MostMedia} bytes; a module has to load on a bad network.");
        }

        return media;
    }

    private static YamlMap? Yaml(IReadOnlyDictionary<string, byte[]> files, string name, SourceIndex index)
    {
        if (!files.TryGetValue(name, out var bytes))
        {
            index.Fault(name, 0, "This file is missing.");
            return null;
        }

        return Utf8(bytes, name, index) is { } text ? YamlMap.Load(text, name, 0, index) : null;
    }

    private static string? Utf8(byte[] bytes, string file, SourceIndex index)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (ArgumentException)
        {
            index.Fault(file, 0, "The file is not UTF-8 text.");
            return null;
        }
    }

    [GeneratedRegex(@"^screens/[a-z0-9][a-z0-9-]*\.md$")]
    private static partial Regex ScreenFile();

    [GeneratedRegex(@"^media/[a-z0-9][a-z0-9.-]*$")]
    private static partial Regex MediaFile();
}
