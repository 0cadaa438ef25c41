using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>Builds a package that any learning system of its format can take: a page, its style, its script, the media and a manifest.</summary>
public static class ModuleBuilder
{
    /// <summary>Writes the zip. The same module gives the same bytes every time.</summary>
    /// <param name="module">A module without faults.</param>
    /// <param name="format">Which kind of package.</param>
    /// <param name="output">Takes the zip; need not be able to seek, is left open.</param>
    public static void Build(Module module, PackageFormat format, Stream output)
    {
        var shape = PackageShape.Of(format);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["index.html"] = Utf8(CoursePage.Write(module)),
            ["course.css"] = Utf8(RuntimeFile.Text("course.css")),
            ["course.js"] = Utf8(RuntimeFile.Script(shape.Adapter)),
        };
        foreach (var (name, content) in module.Media)
        {
            files.Add(name, content);
        }

        foreach (var questionnaire in Asked.Questionnaires(module).Where(one => one.Anonymous))
        {
            files[$"surveys/{questionnaire.Id}.json"] = SurveyData.File(module, questionnaire);
        }

        files.Add(shape.ManifestName, shape.Manifest(module, [.. files.Keys]));
        PackageZip.Write(files, output);
    }

    private static byte[] Utf8(string text) => new UTF8Encoding(false).GetBytes(text);
}
