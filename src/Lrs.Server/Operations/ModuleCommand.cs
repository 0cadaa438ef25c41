using System.Globalization;
using Lrs.Packages.Modules;
using Lrs.Server.Courses;
using Lrs.Server.Settings;

namespace Lrs.Server.Operations;

/// <summary>
/// <c>module check FOLDER</c> and <c>module build FOLDER --out DIR</c>, for course authors: reads a module, or every module of a folder of modules, and says
/// all faults by file and line as compilers do; builds a package in every format. Needs no database.
/// </summary>
internal static class ModuleCommand
{
    /// <summary>Runs one of the two.</summary>
    /// <param name="words">What stands after <c>module</c>.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The exit code; null when the words were not understood.</returns>
    public static async Task<int?> Run(string[] words, CancellationToken cancel)
    {
        var limit = ModuleReview.UsualReadingAge;
        string? output = null;
        var names = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--out" when i + 1 < words.Length:
                    output = Paths.Resolve(words[++i]);
                    break;
                case "--reading-age" when i + 1 < words.Length && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out limit):
                    i++;
                    break;
                case ['-', ..]:
                    return null;
                default:
                    names.Add(words[i]);
                    break;
            }
        }

        return (names, output) switch
        {
            (["check", var folder], null) => await All(folder, limit, null, cancel),
            (["build", var folder], not null) => await All(folder, limit, output, cancel),
            _ => null,
        };
    }

    private static async Task<int> All(string name, int limit, string? output, CancellationToken cancel)
    {
        var folder = Paths.Resolve(name);
        if (!Directory.Exists(folder))
        {
            throw new IOException($"There is no folder '{folder}'.");
        }

        var modules = IsModule(folder) ? [folder] : Directory.EnumerateDirectories(folder).Where(IsModule).Order(StringComparer.Ordinal).ToList();
        if (modules.Count == 0)
        {
            throw new IOException($"There is no module.yaml in '{folder}' or in a folder below it.");
        }

        var good = 0;
        foreach (var module in modules)
        {
            good += await One(module, limit, output, cancel) ? 1 : 0;
        }

        Console.WriteLine($"{good} of {modules.Count} modules {(modules.Count == 1 ? "is" : "are")} without fault.");
        return good == modules.Count ? Commands.Done : Commands.Failed;
    }

    private static async Task<bool> One(string folder, int limit, string? output, CancellationToken cancel)
    {
        switch (ModuleReader.Read(await ModuleFiles.Read(folder, cancel)))
        {
            case ModuleOutcome.Refused refused:
                Say(Console.Error, folder, "", refused.Faults);
                return false;
            case ModuleOutcome.Good(var module, var links):
                Say(Console.Out, folder, "warning: ", ModuleReview.Warnings(module, limit));
                foreach (var link in links)
                {
                    Console.WriteLine($"{Path.Combine(folder, link.File)}:{link.Line}: links to {link.Address}");
                }

                return await Build(folder, module, output, cancel);
            default:
                throw new InvalidOperationException("An outcome that is not known.");
        }
    }

    private static async Task<bool> Build(string folder, Module module, string? output, CancellationToken cancel)
    {
        var good = true;
        foreach (var format in Enum.GetValues<PackageFormat>())
        {
            var (zip, fault) = ModuleReview.Build(module, format);
            if (fault is not null)
            {
                Say(Console.Error, folder, "", [fault]);
                good = false;
            }
            else if (output is not null)
            {
                Directory.CreateDirectory(output);
                var file = Path.Combine(output, $"{module.Slug}-{format.ToString().ToLowerInvariant()}.zip");
                await File.WriteAllBytesAsync(file, zip, cancel);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {zip.Length} bytes"));
            }
        }

        return good;
    }

    private static bool IsModule(string folder) => File.Exists(Path.Combine(folder, "module.yaml"));

    private static void Say(TextWriter output, string folder, string kind, IReadOnlyList<ModuleFault> faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine(fault.Line > 0 ? $"{Path.Combine(folder, fault.File)}:{fault.Line}: {kind}{fault.Message}" : $"{Path.Combine(folder, fault.File)}: {kind}{fault.Message}");
        }
    }
}
