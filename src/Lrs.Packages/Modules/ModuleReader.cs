namespace Lrs.Packages.Modules;

/// <summary>Reads a learning module's source, as <c>content/README.md</c> describes it.</summary>
public static class ModuleReader
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
        var source = new SourceFiles(files, "");
        source.OnlyParts(index);
        var head = source.Yaml("module.yaml", index) is { } map ? MetadataReader.Read(map, source.Has("assessment.yaml")) : null;
        var screens = Order(source, head?.Screens, index);
        var edition = new EditionReader(source, head?.Module.Language ?? "en", index).Read(screens);
        var module = head?.Module is { } known ? known with { Screens = edition.Screens, Assessment = edition.Assessment } : null;
        var translations = Translations(files, source, module, screens, index);
        var media = Media(files, index);

        if (index.Faults.Count > 0 || module is null)
        {
            return new ModuleOutcome.Refused(index.Faults);
        }

        module = module with { Media = media, Translations = translations };
        if (CourseData.SavedCharacters(module) > MostSaved)
        {
            return new ModuleOutcome.Refused([new ModuleFault("module.yaml", 0, "There are more questions than SCORM 1.2 can keep the answers of (4,096 characters); split the module.")]);
        }

        return new ModuleOutcome.Good(module, index.Links);
    }

    // Those of the list, then those that are not in it, so that their faults are found as well.
    private static List<string> Order(SourceFiles source, IReadOnlyList<(string Id, int Line)>? listed, SourceIndex index)
    {
        var missing = (listed ?? []).Where(one => !index.HasScreen(one.Id)).ToList();
        foreach (var (id, line) in missing)
        {
            index.Fault("module.yaml", line, $"There is no file 'screens/{id}.md'.");
        }

        var order = (listed ?? []).Except(missing).Select(one => one.Id).Distinct().ToList();
        foreach (var id in source.Screens.Except(order).ToList())
        {
            if (listed is not null)
            {
                index.Fault($"screens/{id}.md", 0, "This screen is not in the list 'screens' of module.yaml.");
            }

            order.Add(id);
        }

        return order;
    }

    private static List<Module> Translations(IReadOnlyDictionary<string, byte[]> files, SourceFiles original, Module? module, IReadOnlyList<string> screens, SourceIndex index)
    {
        var translations = new List<Module>();
        foreach (var language in original.Translations)
        {
            var own = index.ForTranslation();
            var source = new SourceFiles(files, $"translations/{language}/");
            TranslationCheck.SameFiles(original, source, screens, language == module?.Language, own);
            var edition = new EditionReader(source, language, own).Read([.. source.Screens.OrderBy(id => screens.ToList().IndexOf(id))]);
            if (source.Has("module.yaml") && source.Yaml("module.yaml", own) is { } map && module is not null && MetadataReader.Translated(map, module, language) is { } words)
            {
                var translated = words with { Screens = edition.Screens, Assessment = edition.Assessment };
                TranslationCheck.SameQuestions(module, translated, source, own);
                translations.Add(translated);
            }
        }

        return translations;
    }

    private static Dictionary<string, byte[]> Media(IReadOnlyDictionary<string, byte[]> files, SourceIndex index)
    {
        var media = files.Where(file => file.Key.StartsWith("media/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
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
}
