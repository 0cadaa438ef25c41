using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class CsdlInTwoForms
{
    private static readonly JsonElement Json = JsonDocument.Parse(Sample.Model.CsdlJson).RootElement;

    private static readonly XElement Schema = XDocument.Parse(Sample.Model.Csdl).Descendants().First(e => e.Name.LocalName is "Schema");

    [Fact]
    public void Every_type_property_and_facet_is_in_both()
    {
        var school = Json.GetProperty("School");
        foreach (var type in Named(Schema, "EntityType"))
        {
            var json = school.GetProperty(Name(type));
            Assert.Equal(type.Descendants().Where(e => e.Name.LocalName is "PropertyRef").Select(Name), json.GetProperty("$Key").EnumerateArray().Select(k => k.GetString()));
            foreach (var property in type.Elements().Where(e => e.Name.LocalName is "Property" or "NavigationProperty"))
            {
                Same(property, json.GetProperty(Name(property)));
            }
        }

        Assert.Equal("4.01", Json.GetProperty("$Version").GetString());
        Assert.Equal("School.Container", Json.GetProperty("$EntityContainer").GetString());
        Assert.Equal(Named(Schema, "EntitySet").Select(Name), school.GetProperty("Container").EnumerateObject().Where(p => p.Name[0] is not ('$' or '@')).Select(p => p.Name));
    }

    [Fact]
    public void Annotations_are_members_with_the_term_as_name()
    {
        var container = Json.GetProperty("School").GetProperty("Container");

        Assert.Equal("Stays the same for good.", Json.GetProperty("School").GetProperty("Pupil").GetProperty("Id").GetProperty("@Org.OData.Core.V1.Description").GetString());
        Assert.Equal("staff", Json.GetProperty("School").GetProperty("Pupil").GetProperty("Kind").GetProperty("@Org.OData.Validation.V1.AllowedValues")[0].GetProperty("Value").GetString());
        Assert.False(container.GetProperty("Marks").GetProperty("@Org.OData.Capabilities.V1.InsertRestrictions").GetProperty("Insertable").GetBoolean());
        Assert.True(container.GetProperty("@Org.OData.Capabilities.V1.BatchSupported").GetBoolean());
        Assert.Contains("groupby", container.GetProperty("@Org.OData.Aggregation.V1.ApplySupportedDefaults").GetProperty("Transformations").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(Schema.Descendants().Count(e => e.Name.LocalName is "Annotation"), Count(Json));
    }

    private static void Same(XElement xml, JsonElement json)
    {
        var type = (string)xml.Attribute("Type")!;
        var many = type.StartsWith("Collection(", StringComparison.Ordinal);
        Assert.Equal(many ? type["Collection(".Length..^1] : type, Text(json, "$Type") ?? "Edm.String");
        Assert.Equal(many, json.TryGetProperty("$Collection", out _));
        Assert.Equal(!many && (string?)xml.Attribute("Nullable") is not "false", json.TryGetProperty("$Nullable", out _));
        Assert.Equal(((string?)xml.Attribute("Precision"), (string?)xml.Attribute("Scale"), (string?)xml.Attribute("Partner")), (Text(json, "$Precision"), Text(json, "$Scale"), Text(json, "$Partner")));
        foreach (var constraint in Named(xml, "ReferentialConstraint"))
        {
            Assert.Equal((string?)constraint.Attribute("ReferencedProperty"), json.GetProperty("$ReferentialConstraint").GetProperty((string)constraint.Attribute("Property")!).GetString());
        }
    }

    private static int Count(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Sum(p => (p.Name.StartsWith('@') ? 1 : 0) + Count(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().Sum(Count),
        _ => 0,
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static IEnumerable<XElement> Named(XElement element, string name) => element.Descendants().Where(e => e.Name.LocalName == name);

    private static string Name(XElement element) => (string)element.Attribute("Name")!;
}
