namespace Lrs.Packages.Modules;

/// <summary>What else an author should know about a module without faults. Nothing here keeps it from being used, but for a package that is too large.</summary>
public static class ModuleReview
{
    /// <summary>The most a package may have, in bytes: it has to load on a bad network.</summary>
    public const int MostBytes = 3_000_000;

    /// <summary>The reading age over which a screen is worth another look, in years.</summary>
    public const int UsualReadingAge = 15;

    /// <summary>Screens that are hard to read, and a missing references screen.</summary>
    /// <param name="module">The module.</param>
    /// <param name="mostReadingAge">The reading age that is not remarked on, in years.</param>
    public static IReadOnlyList<ModuleFault> Warnings(Module module, int mostReadingAge)
    {
        var warnings = new List<ModuleFault>();
        foreach (var screen in module.Screens)
        {
            if (ReadingAge.Of(screen, module.Language) is { } age && age > mostReadingAge)
            {
                warnings.Add(new ModuleFault($"screens/{screen.Id}.md", 0, $"The reading age is about {age}; up to {mostReadingAge} is easier for most. Shorter sentences and shorter words help."));
            }
        }

        if (!module.Screens[^1].Id.EndsWith("references", StringComparison.Ordinal))
        {
            warnings.Add(new ModuleFault($"screens/{module.Screens[^1].Id}.md", 0, "The last screen should name the law and guidance that the module relies on; its file's name ends with 'references.md'."));
        }

        return warnings;
    }

    /// <summary>Builds the module in a format; a package that is too large is a fault.</summary>
    /// <param name="module">The module.</param>
    /// <param name="format">Which kind of package.</param>
    public static (byte[] Zip, ModuleFault? Fault) Build(Module module, PackageFormat format)
    {
        using var memory = new MemoryStream();
        ModuleBuilder.Build(module, format, memory);
        var zip = memory.ToArray();
        return (zip, zip.Length <= MostBytes ? null : new ModuleFault("media", 0, $"The {format} package has {zip.Length} bytes; more than {MostBytes} load too slowly on a bad network."));
    }
}
