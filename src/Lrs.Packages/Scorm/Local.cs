using System.Xml.Linq;

namespace Lrs.Packages.Scorm;

/// <summary>Access by local name, ignoring case: real manifests mix up namespaces, and <c>scormtype</c> with <c>scormType</c>.</summary>
internal static class Local
{
    public static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Is(name));

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Is(name));

    /// <summary>The element reached by child names, null when one is absent.</summary>
    public static XElement? At(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = element?.Child(name);
        }

        return element;
    }

    public static XAttribute? Named(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The attribute's text without space around it; null when absent or blank.</summary>
    public static string? Text(this XElement element, string attribute) => Filled(element.Named(attribute)?.Value);

    /// <summary>The child's text without space around it; null when absent or blank.</summary>
    public static string? ChildText(this XElement element, string name) => Filled(element.Child(name)?.Value);

    public static string Base(this XElement element) => element.Attribute(XNamespace.Xml + "base")?.Value.Trim() ?? "";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
