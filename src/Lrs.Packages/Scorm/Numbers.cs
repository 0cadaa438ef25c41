using System.Globalization;
using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>Numbers in manifests. Odd ones are warned of and left out, since the course can be played without.</summary>
internal static class Numbers
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static decimal? Within(decimal least, decimal most, string text, Manifest manifest, XElement element, PackageRule rule)
    {
        if (decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        manifest.Warn(rule, element, $"'{text}' is not a number from {least} to {most} and was left out.");
        return null;
    }
}
