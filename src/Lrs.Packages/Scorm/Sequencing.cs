using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>The sequencing of SCORM 2004 activities (SN 3, CAM 5.1), with the collection that they can refer to.</summary>
internal sealed class Sequencing
{
    private readonly Manifest manifest;
    private readonly PackageLimits limits;
    private readonly Dictionary<string, (XElement Element, int Characters)> collection = new(StringComparer.Ordinal);
    private long characters;

    public Sequencing(Manifest manifest, PackageLimits limits)
    {
        (this.manifest, this.limits) = (manifest, limits);
        foreach (var element in manifest.Root.Child("sequencingCollection")?.Children("sequencing") ?? [])
        {
            if (element.Text("ID") is { } id)
            {
                collection.TryAdd(id, (element, element.ToString(SaveOptions.DisableFormatting).Length));
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

        // Thousands of items could each refer to a sequencing of megabytes.
        characters += shared.Characters;
        if (characters > limits.ManifestBytes)
        {
            if (characters - shared.Characters <= limits.ManifestBytes)
            {
                manifest.Fault(ScormRules.SequencingSize, own, "The sequencing to which the items refer is too long for so many items. Export the course again.");
            }

            return own;
        }

        var merged = new XElement(own);
        merged.Named("IDRef")!.Remove();
        merged.Add(shared.Element.Elements().Where(part => !own.Elements(part.Name).Any()).Select(part => new XElement(part)));
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

    private decimal? Measure(XElement? element) =>
        element?.Value.Trim() is { Length: > 0 } text ? Numbers.Within(-1, 1, text, manifest, element, ScormRules.Measure) : null;
}
