using System.Globalization;
using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>The sequencing of SCORM 2004 activities (SN 3, CAM 5.1), with the collection that they can refer to.</summary>
internal sealed class Sequencing
{
    private readonly Manifest manifest;
    private readonly Dictionary<string, XElement> collection = new(StringComparer.Ordinal);

    public Sequencing(Manifest manifest)
    {
        this.manifest = manifest;
        foreach (var element in manifest.Root.Child("sequencingCollection")?.Children("sequencing") ?? [])
        {
            if (element.Text("ID") is { } id)
            {
                collection.TryAdd(id, element);
            }
        }
    }

    /// <summary>An item's or organization's own sequencing, with those parts of the referred one that it does not have itself.</summary>
    public XElement? Of(XElement activity)
    {
        if (activity.Child("sequencing") is not { } own || own.Text("IDRef") is not { } reference)
        {
            return activity.Child("sequencing");
        }

        if (!collection.TryGetValue(reference, out var shared))
        {
            manifest.Warn(ScormRules.Sequencing, own.Named("IDRef")!, $"The manifest has no sequencing '{reference}' in its collection.");
            return own;
        }

        var merged = new XElement(own);
        merged.Named("IDRef")!.Remove();
        merged.Add(shared.Elements().Where(part => !own.Elements(part.Name).Any()).Select(part => new XElement(part)));
        return merged;
    }

    public List<CourseObjective> Objectives(XElement sequencing)
    {
        var found = new List<CourseObjective>();
        foreach (var element in sequencing.Child("objectives")?.Elements().Where(child => child.Is("primaryObjective") || child.Is("objective")) ?? [])
        {
            found.Add(new CourseObjective(element.Text("objectiveID") ?? "")
            {
                IsPrimary = element.Is("primaryObjective"),
                SatisfiedByMeasure = element.Text("satisfiedByMeasure") is "true" or "1",
                MinNormalizedMeasure = Measure(element.Child("minNormalizedMeasure")),
            });
        }

        return found;
    }

    private decimal? Measure(XElement? element)
    {
        if (element is null || element.Value.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var measure) && measure is >= -1 and <= 1)
        {
            return measure;
        }

        manifest.Warn(ScormRules.Measure, element, $"'{text}' is not a number from -1 to 1 and was left out.");
        return null;
    }
}
