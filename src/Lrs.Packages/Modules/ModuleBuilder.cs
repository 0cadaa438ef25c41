using System.Diagnostics;
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
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, content) in module.Media)
        {
            files.Add(name, content);
        }

        string[] adapter = format switch
        {
            PackageFormat.Scorm12 => ["scorm12"],
            PackageFormat.Cmi5 => ["cmi5-lrs", "cmi5-statements", "cmi5"],
            _ => throw new UnreachableException(),
        };
        files.Add("index.html", Utf8(CoursePage.Write(module)));
        files.Add("course.css", Utf8(RuntimeFile.Text("course.css")));
        files.Add("course.js", Utf8(RuntimeFile.Script(adapter)));

        var (manifest, xml) = format switch
        {
            PackageFormat.Scorm12 => ("imsmanifest.xml", Scorm12Manifest.Write(module, [.. files.Keys])),
            PackageFormat.Cmi5 => ("cmi5.xml", Cmi5Structure.Write(module)),
            _ => throw new UnreachableException(),
        };
        files.Add(manifest, xml);

        PackageZip.Write(files, output);
    }

    private static byte[] Utf8(string text) => new UTF8Encoding(false).GetBytes(text);
}
