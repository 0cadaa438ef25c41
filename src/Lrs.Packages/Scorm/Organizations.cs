using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>The organizations of a manifest, the one to read first, and that one's element; null when there is none.</summary>
internal sealed record Organizations(IReadOnlyList<CourseOrganization> All, XElement? Chosen)
{
    /// <summary>The picked one, else the default, else the first. Null with the fault noted when the picked one is not there.</summary>
    public static Organizations? Choose(Manifest manifest, PackageChoice choice)
    {
        var list = manifest.Root.Child("organizations");
        var elements = list?.Children("organization").ToArray() ?? [];
        if (choice.Organization is { } picked && !Array.Exists(elements, element => element.Text("identifier") == picked))
        {
            manifest.Fault(
                ScormRules.OrganizationAbsent,
                (XObject?)list ?? manifest.Root,
                $"The manifest has no organization '{picked}'; it has {string.Join(", ", elements.Select(element => $"'{element.Text("identifier")}'"))}.");
            return null;
        }

        if (elements.Length == 0)
        {
            return new Organizations([], null);
        }

        var wanted = choice.Organization ?? list!.Text("default");
        var chosen = Array.Find(elements, element => wanted is not null && element.Text("identifier") == wanted);
        if (chosen is null && wanted is not null)
        {
            manifest.Warn(
                ScormRules.OrganizationDefault, list!.Named("default")!,
                $"The default organization '{wanted}' does not exist. The first one was taken.");
        }

        chosen ??= elements[0];
        if (elements.Length > 1 && choice.Organization is null)
        {
            manifest.Warn(
                ScormRules.OrganizationSeveral,
                chosen,
                $"The manifest offers {elements.Length:N0} courses: {string.Join(", ", elements.Take(10).Select(element => $"'{Named(element).Title}'"))}. '{Named(chosen).Title}' was taken.");
        }

        return new Organizations([.. elements.OrderBy(element => element != chosen).Select(Named)], chosen);
    }

    private static CourseOrganization Named(XElement element)
    {
        var identifier = element.Text("identifier") ?? "";
        return new CourseOrganization(identifier, element.ChildText("title") ?? identifier);
    }
}
