using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Cmi5;

/// <summary>Holds an element against its <see cref="Shape"/>: every child, every attribute, stray text.</summary>
internal static class ShapeCheck
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Check(Manifest manifest, XElement element, Shape shape)
    {
        Children(manifest, element, shape);
        Attributes(manifest, element, shape);
    }

    private static void Children(Manifest manifest, XElement element, Shape shape)
    {
        var place = 0;
        XElement? foreign = null;
        var seen = new HashSet<string>();
        foreach (var node in element.Nodes())
        {
            if (node is XText text && !shape.Text && !string.IsNullOrWhiteSpace(text.Value))
            {
                manifest.Fault(
                    Cmi5Rules.Text, text,
                    $"Text stands directly in <{element.Name.LocalName}>, where only elements may. Remove it or put it into its element.");
            }

            if (node is not XElement child)
            {
                continue;
            }

            if (child.Name.Namespace != element.Name.Namespace)
            {
                foreign ??= child;
                Foreign(manifest, element, child, shape);
                continue;
            }

            var slot = Slot(shape, child);
            if (slot < 0)
            {
                manifest.Fault(Cmi5Rules.Element, child, $"<{child.Name.LocalName}> does not belong in <{element.Name.LocalName}>. {Allowed(shape)}");
            }
            else if (!shape.Slots[slot].Many && seen.Contains(child.Name.LocalName))
            {
                manifest.Fault(Cmi5Rules.Repeated, child, $"<{element.Name.LocalName}> has a second <{child.Name.LocalName}>; one is allowed.");
            }
            else if (foreign is not null)
            {
                manifest.Fault(
                    Cmi5Rules.Order, child,
                    $"<{child.Name.LocalName}> must stand before <{foreign.Name.LocalName}>: a vendor's own elements come last.");
            }
            else if (slot < place && !shape.AnyOrder)
            {
                manifest.Fault(Cmi5Rules.Order, child, $"<{child.Name.LocalName}> stands too late in <{element.Name.LocalName}>. {Allowed(shape)}");
            }

            place = Math.Max(place, slot);
            seen.Add(child.Name.LocalName);
        }

        foreach (var slot in shape.Slots.Where(slot => slot.Required && !slot.Names.Any(seen.Contains)))
        {
            var url = slot.Names.Contains("url");
            manifest.Fault(
                url ? Cmi5Rules.UrlMissing : Cmi5Rules.Missing, element, $"<{element.Name.LocalName}> has no {string.Join(" or ", slot.Names.Select(name => $"<{name}>"))}. {Allowed(shape)}");
        }
    }

    private static void Foreign(Manifest manifest, XElement element, XElement child, Shape shape)
    {
        if (child.Name.NamespaceName.Length == 0)
        {
            manifest.Fault(Cmi5Rules.Element, child, $"<{child.Name.LocalName}> is in no namespace. Remove xmlns=\"\" or give the vendor's namespace.");
        }
        else if (!shape.OpenElements)
        {
            manifest.Fault(
                Cmi5Rules.Element, child,
                $"<{child.Name.LocalName}> of {child.Name.NamespaceName}: a vendor's own elements are not allowed in <{element.Name.LocalName}>.");
        }
    }

    private static void Attributes(Manifest manifest, XElement element, Shape shape)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Instance))
        {
            var known = attribute.Name.NamespaceName.Length == 0
                ? shape.Attributes.Contains(attribute.Name.LocalName)
                : shape.OpenAttributes && attribute.Name.Namespace != element.Name.Namespace;
            if (!known)
            {
                var allowed = shape.Attributes.Count == 0 ? "none" : string.Join(", ", shape.Attributes);
                manifest.Fault(
                    Cmi5Rules.Attribute, attribute,
                    $"<{element.Name.LocalName}> has no attribute '{attribute.Name.LocalName}'. Allowed: {allowed}.");
            }
        }
    }

    private static int Slot(Shape shape, XElement child)
    {
        for (var i = 0; i < shape.Slots.Count; i++)
        {
            if (shape.Slots[i].Names.Contains(child.Name.LocalName))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Allowed(Shape shape) => shape.Slots.Count == 0
        ? "It holds no elements."
        : $"Expected{(shape.AnyOrder ? "" : " in this order")}: {string.Join(", ", shape.Slots.Select(slot => string.Join(" or ", slot.Names)))}.";
}
