using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>Which SCORM a manifest is: by its namespaces first, since those are what the content was made with, and by schemaversion for the edition.</summary>
internal sealed record ScormVersion(PackageKind Kind, string Text)
{
    private static readonly ScormVersion V12 = new(PackageKind.Scorm12, "1.2");
    private static readonly ScormVersion Second = new(PackageKind.Scorm2004, "2004 2nd Edition");
    private static readonly ScormVersion Third = new(PackageKind.Scorm2004, "2004 3rd Edition");
    private static readonly ScormVersion Fourth = new(PackageKind.Scorm2004, "2004 4th Edition");

    public bool Is2004 => Kind == PackageKind.Scorm2004;

    public static ScormVersion? Of(Manifest manifest)
    {
        var element = manifest.Root.At("metadata", "schemaversion");
        var written = element?.Value.Trim() ?? "";
        var stated = Stated(written);
        var used = Used(manifest.Root);
        if (stated is null && used is null)
        {
            manifest.Fault(
                ScormRules.NotScorm,
                (XObject?)element ?? manifest.Root,
                written.Length == 0
                    ? "The manifest does not say that it is SCORM: it has neither a schemaversion nor SCORM's namespaces. Publish the course as SCORM 1.2 or SCORM 2004."
                    : $"The manifest's schemaversion is '{written}' and it has none of SCORM's namespaces. Publish the course as SCORM 1.2 or SCORM 2004.");
            return null;
        }

        if (stated is null)
        {
            manifest.Warn(
                ScormRules.VersionUnknown,
                (XObject?)element ?? manifest.Root,
                $"{(written.Length == 0 ? "The manifest has no schemaversion" : $"The schemaversion '{written}' is unknown")}. By its namespaces it was read as SCORM {used!.Text}.");
            return used;
        }

        if (used is not null && used.Kind != stated.Kind)
        {
            manifest.Warn(
                ScormRules.VersionClash, element!,
                $"The schemaversion is '{written}', but the namespaces are those of SCORM {used.Text}, as which it was read.");
            return used;
        }

        return stated;
    }

    private static ScormVersion? Stated(string text)
    {
        var plain = text.ToLowerInvariant().Replace("scorm", "", StringComparison.Ordinal).Trim();
        return plain switch
        {
            "1.2" or "1.2.0" => V12,
            "cam 1.3" or "1.3" or "2004" or "2004 2nd edition" => Second,
            "2004 3rd edition" or "cam 1.3.3" => Third,
            "2004 4th edition" or "2004 4th ed" => Fourth,
            _ => null,
        };
    }

    private static ScormVersion? Used(XElement root)
    {
        var namespaces = root.DescendantsAndSelf()
            .SelectMany(element => element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Select(attribute => attribute.Value))
            .ToArray();
        var old = namespaces.Any(uri => uri.Contains("adlcp_rootv1p2", StringComparison.OrdinalIgnoreCase));
        var current = namespaces.Any(uri => uri.Contains("adlcp_v1p3", StringComparison.OrdinalIgnoreCase));
        return (old, current) switch
        {
            (true, false) => V12,
            (false, true) => Third,
            _ => null,
        };
    }
}
