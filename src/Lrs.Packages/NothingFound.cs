using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>Says what a zip without a manifest is, since "not a package" helps nobody.</summary>
internal static class NothingFound
{
    private static readonly string[] Aicc = [".crs", ".des", ".cst", ".au"];
    private static readonly string[] Archives = [".zip", ".scorm"];
    private static readonly string[] Pages = [".html", ".htm", ".xhtml"];

    /// <summary>Files by which other formats show themselves.</summary>
    private static readonly (string Path, string Name)[] Formats =
    [
        ("[Content_Types].xml", "an Office document (Word, PowerPoint or Excel)"),
        ("META-INF/container.xml", "an EPUB book"),
        ("h5p.json", "an H5P file"),
        ("moodle_backup.xml", "a Moodle backup"),
        ("course_settings/course_settings.xml", "a Canvas course export"),
        ("META-INF/MANIFEST.MF", "a Java archive"),
        ("content.opf", "an EPUB book"),
        ("story.json", "an authoring project"),
    ];

    public static void Explain(PackageFiles files, Findings findings)
    {
        var formats = Formats.Where(format => files.Find(format.Path) is not null).ToArray();
        if (formats.Length > 0)
        {
            findings.Fault(
                PackageRules.OtherFormat, formats[0].Path,
                $"This is {formats[0].Name}, not a course. Publish it as cmi5, SCORM or xAPI and upload that zip.");
        }
        else if (files.All.Any(Of(Aicc[..3])) || (files.All.Any(Of(Aicc)) && !files.All.Any(Of(Pages)))) // .au alone may be a sound
        {
            findings.Fault(
                PackageRules.Aicc, files.All.First(Of(Aicc)).Path,
                "This is an AICC course; AICC is not supported. Publish it as cmi5, SCORM 2004 or SCORM 1.2.");
        }
        else if (files.All.Any(Of(Archives)) && !files.All.Any(Of(Pages)))
        {
            var inner = files.All.Where(Of(Archives)).Select(file => file.Path).ToArray();
            findings.Fault(
                PackageRules.InnerZip,
                inner[0],
                inner.Length == 1
                    ? $"You zipped the zip: the package is inside, as '{inner[0]}'. Upload that file itself."
                    : $"The zip holds other zips: {string.Join(", ", inner.Take(10).Select(path => $"'{path}'"))}. Upload each of them itself.");
        }
        else if (files.All.FirstOrDefault(Of(Pages)) is { } page)
        {
            findings.Fault(
                PackageRules.PlainHtml, page.Path,
                "These are web pages without cmi5.xml, imsmanifest.xml or tincan.xml, so nothing could be recorded. "
                + "In the authoring tool publish for an LMS, as cmi5, SCORM or xAPI, not for the web.");
        }
        else
        {
            findings.Fault(
                PackageRules.NoManifest,
                "", "The zip holds no cmi5.xml, imsmanifest.xml or tincan.xml, so it is no course package. "
                + "Upload the zip that the authoring tool exported for an LMS.");
        }
    }

    private static Func<PackageFile, bool> Of(string[] extensions) =>
        file => extensions.Any(extension => file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
