using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Lrs.OData;

/// <summary>Annotations of CSDL XML as members of CSDL JSON (CSDL JSON 4.01, 14.2 to 14.4): constants, collections and records.</summary>
internal static class CsdlJsonAnnotations
{
    public static void Write(XElement target, Utf8JsonWriter json)
    {
        foreach (var annotation in target.Elements().Where(e => e.Name.LocalName is "Annotation"))
        {
            var qualifier = (string?)annotation.Attribute("Qualifier") is { } q ? "#" + q : "";
            json.WritePropertyName($"@{(string)annotation.Attribute("Term")!}{qualifier}");
            Value(annotation, json);
        }
    }

    // The value stands in an attribute or in the one element within.
    private static void Value(XElement holder, Utf8JsonWriter json)
    {
        foreach (var attribute in holder.Attributes())
        {
            if (Constant(attribute.Name.LocalName, attribute.Value, json))
            {
                return;
            }
        }

        if (holder.Elements().FirstOrDefault(e => e.Name.LocalName is not "Annotation") is { } element)
        {
            Element(element, json);
        }
        else
        {
            json.WriteBooleanValue(true);
        }
    }

    private static void Element(XElement element, Utf8JsonWriter json)
    {
        switch (element.Name.LocalName)
        {
            case "Collection":
                json.WriteStartArray();
                foreach (var item in element.Elements())
                {
                    Element(item, json);
                }

                json.WriteEndArray();
                break;
            case "Record":
                json.WriteStartObject();
                foreach (var property in element.Elements().Where(e => e.Name.LocalName is "PropertyValue"))
                {
                    json.WritePropertyName((string)property.Attribute("Property")!);
                    Value(property, json);
                }

                Write(element, json);
                json.WriteEndObject();
                break;
            default:
                if (!Constant(element.Name.LocalName, element.Value, json))
                {
                    throw new InvalidOperationException($"CSDL JSON has no rule here for {element.Name.LocalName}.");
                }

                break;
        }
    }

    private static bool Constant(string kind, string value, Utf8JsonWriter json)
    {
        switch (kind)
        {
            case "String" or "PropertyPath" or "NavigationPropertyPath" or "AnnotationPath":
                json.WriteStringValue(value);
                return true;
            case "Bool":
                json.WriteBooleanValue(value is "true");
                return true;
            case "Int":
                json.WriteNumberValue(long.Parse(value, CultureInfo.InvariantCulture));
                return true;
            case "EnumMember":
                // Members without the type that XML repeats before each.
                json.WriteStringValue(string.Join(',', value.Split(' ').Select(m => m[(m.LastIndexOf('/') + 1)..])));
                return true;
            default:
                return false;
        }
    }
}
