using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages.Cmi5;

/// <summary>The launch address of an assignable unit (cmi5 8.1, 13.1.4, 14.1, 14.2).</summary>
internal static partial class AuUrl
{
    private static readonly string[] Reserved = ["endpoint", "fetch", "actor", "registration", "activityId"];

    // These open no place of their own: they would run as code of the page that launches, or read the learner's disk.
    private static readonly string[] Refused = ["javascript", "data", "vbscript", "file", "blob", "about", "mailto"];

    /// <param name="files">The package's files; null for a bare cmi5.xml.</param>
    public static (string Launch, string? Path) Read(Manifest manifest, XElement element, PackageFiles? files)
    {
        ShapeCheck.Check(manifest, element, Shape.Url);
        var url = element.Value.Trim();
        if (url.Length == 0)
        {
            manifest.Fault(Cmi5Rules.UrlMissing, element, "The url is empty. Write the address of the unit's first page.");
            return (url, null);
        }

        if (Unsafe().Match(url) is { Success: true } unsafePart)
        {
            manifest.Fault(Cmi5Rules.Url, element, $"'{unsafePart.Value}' may not stand in a URL (RFC 1738). Write it percent-encoded; a space is %20.");
            return (url, null);
        }

        var reference = Reference.Of(url);
        CheckQuery(manifest, element, reference.Query);
        return Reference.HasScheme(url) ? (Absolute(manifest, element, url), null) : Relative(manifest, element, url, reference, files);
    }

    private static string Absolute(Manifest manifest, XElement element, string url)
    {
        var scheme = url[..url.IndexOf(':', StringComparison.Ordinal)];
        if (Refused.Contains(scheme, StringComparer.OrdinalIgnoreCase))
        {
            manifest.Fault(
                Cmi5Rules.UrlScheme, element,
                $"A unit cannot be launched by '{scheme}:'. Use https:, http: or an application's own scheme followed by ://.");
        }
        else if (!WithHost().IsMatch(url))
        {
            manifest.Fault(Cmi5Rules.Url, element, $"'{url}' has a scheme but no host (RFC 1738). Write it such as https://example.com/unit.html.");
        }

        return url;
    }

    private static (string Launch, string? Path) Relative(Manifest manifest, XElement element, string url, Reference reference, PackageFiles? files)
    {
        if (files is null)
        {
            manifest.Fault(
                Cmi5Rules.UrlRelative, element,
                $"'{url}' is relative, but a cmi5.xml without a zip has no files. Write the whole address, or upload the zip.");
            return (url, null);
        }

        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            manifest.Fault(Cmi5Rules.Url, element, $"'{url}' has a host but no scheme. Write it with https: before it.");
            return (url, null);
        }

        if (Reference.Join("", reference.Path) is not { } joined)
        {
            manifest.Fault(Cmi5Rules.UrlOutside, element, $"'{url}' climbs out of the package with '..'. Put the file into the zip, below cmi5.xml.");
            return (url, null);
        }

        if (reference.Path.StartsWith('/'))
        {
            manifest.Warn(Cmi5Rules.UrlRoot, element, $"'{url}' begins with a slash. It was read as counting from cmi5.xml; other systems will not find it.");
        }

        if (Reference.Find(files, joined) is not { } found)
        {
            var index = files.Find(joined + "/index.html") is null ? "" : $" There is a file '{joined.TrimEnd('/')}/index.html': name it in full.";
            manifest.Fault(
                Cmi5Rules.UrlFile, element,
                $"'{url}' is not in the zip. Add the file, correct the name, or write a whole address if it lies elsewhere.{index}");
            return (url, null);
        }

        if (!found.Exactly)
        {
            manifest.Warn(PackageRules.FileCase, element, $"'{url}' is spelt differently in the zip: '{found.File.Path}'. Other systems may not find it.");
        }

        return (Reference.Encode(found.File.Path) + reference.Query + reference.Fragment, found.File.Path);
    }

    private static void CheckQuery(Manifest manifest, XElement element, string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var name = Uri.UnescapeDataString(pair.Split('=')[0]);
            if (Reserved.Contains(name))
            {
                manifest.Fault(
                    Cmi5Rules.UrlReserved, element,
                    $"The url has its own '{name}'. The names {string.Join(", ", Reserved)} belong to the launch; use another name.");
            }
        }
    }

    // RFC 1738 2.2: outside printable ASCII, the unsafe characters, and a percent sign that encodes nothing.
    [GeneratedRegex("""[^\x21-\x7E]|[<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})""")]
    private static partial Regex Unsafe();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+://[^/?#:]")]
    private static partial Regex WithHost();
}
