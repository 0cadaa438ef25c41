using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;

namespace Lrs.OData;

/// <summary>Makes CSDL JSON 4.01 of CSDL XML, so that both say the same. It knows the elements that our own models have.</summary>
internal static class CsdlJson
{
    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";

    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    public static string Of(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(root, json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(XElement root, Utf8JsonWriter json)
    {
        var schemas = root.Descendants(Edm + "Schema").ToList();
        json.WriteStartObject();
        json.WriteString("$Version", "4.01");
        var owner = schemas.First(s => s.Element(Edm + "EntityContainer") is not null);
        json.WriteString("$EntityContainer", $"{Text(owner, "Namespace")}.{Text(owner.Element(Edm + "EntityContainer")!, "Name")}");
        References(root, json);
        foreach (var schema in schemas)
        {
            json.WriteStartObject(Text(schema, "Namespace")!);
            foreach (var type in schema.Elements(Edm + "EntityType"))
            {
                EntityType(type, json);
            }

            foreach (var container in schema.Elements(Edm + "EntityContainer"))
            {
                Container(container, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void References(XElement root, Utf8JsonWriter json)
    {
        json.WriteStartObject("$Reference");
        foreach (var reference in root.Elements(Edmx + "Reference"))
        {
            json.WriteStartObject(Text(reference, "Uri")!);
            json.WriteStartArray("$Include");
            foreach (var include in reference.Elements(Edmx + "Include"))
            {
                json.WriteStartObject();
                json.WriteString("$Namespace", Text(include, "Namespace"));
                json.WriteString("$Alias", Text(include, "Alias"));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void EntityType(XElement type, Utf8JsonWriter json)
    {
        json.WriteStartObject(Text(type, "Name")!);
        json.WriteString("$Kind", "EntityType");
        json.WriteStartArray("$Key");
        foreach (var key in type.Descendants(Edm + "PropertyRef"))
        {
            json.WriteStringValue(Text(key, "Name"));
        }

        json.WriteEndArray();
        foreach (var property in type.Elements().Where(e => e.Name.LocalName is "Property" or "NavigationProperty"))
        {
            Property(property, json);
        }

        CsdlJsonAnnotations.Write(type, json);
        json.WriteEndObject();
    }

    private static void Property(XElement property, Utf8JsonWriter json)
    {
        var navigation = property.Name.LocalName is "NavigationProperty";
        var type = Text(property, "Type")!;
        var many = type.StartsWith("Collection(", StringComparison.Ordinal);
        type = many ? type["Collection(".Length..^1] : type;
        json.WriteStartObject(Text(property, "Name")!);
        if (navigation)
        {
            json.WriteString("$Kind", "NavigationProperty");
        }

        if (many)
        {
            json.WriteBoolean("$Collection", true);
        }

        // Text is what a property is when nothing is said, and null what it cannot be: the opposite of XML.
        if (type is not "Edm.String")
        {
            json.WriteString("$Type", type);
        }

        if (!many && Text(property, "Nullable") is not "false")
        {
            json.WriteBoolean("$Nullable", true);
        }

        if (Text(property, "Partner") is { } partner)
        {
            json.WriteString("$Partner", partner);
        }

        foreach (var facet in new[] { "Precision", "Scale" })
        {
            if (Text(property, facet) is { } value)
            {
                json.WriteNumber("$" + facet, int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Pairs("$ReferentialConstraint", property.Elements(Edm + "ReferentialConstraint"), "Property", "ReferencedProperty", json);
        CsdlJsonAnnotations.Write(property, json);
        json.WriteEndObject();
    }

    private static void Container(XElement container, Utf8JsonWriter json)
    {
        json.WriteStartObject(Text(container, "Name")!);
        json.WriteString("$Kind", "EntityContainer");
        foreach (var set in container.Elements(Edm + "EntitySet"))
        {
            json.WriteStartObject(Text(set, "Name")!);
            json.WriteBoolean("$Collection", true);
            json.WriteString("$Type", Text(set, "EntityType"));
            Pairs("$NavigationPropertyBinding", set.Elements(Edm + "NavigationPropertyBinding"), "Path", "Target", json);
            CsdlJsonAnnotations.Write(set, json);
            json.WriteEndObject();
        }

        CsdlJsonAnnotations.Write(container, json);
        json.WriteEndObject();
    }

    private static void Pairs(string name, IEnumerable<XElement> elements, string key, string value, Utf8JsonWriter json)
    {
        if (elements.Any())
        {
            json.WriteStartObject(name);
            foreach (var element in elements)
            {
                json.WriteString(Text(element, key)!, Text(element, value));
            }

            json.WriteEndObject();
        }
    }

    private static string? Text(XElement element, string attribute) => (string?)element.Attribute(attribute);
}
