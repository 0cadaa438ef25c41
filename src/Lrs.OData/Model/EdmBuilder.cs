using System.Text;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Lrs.OData;

/// <summary>Makes the Edm model and its CSDL from ours.</summary>
internal static class EdmBuilder
{
    public static IEdmModel Build(ODataModel model)
    {
        var edm = new EdmModel();
        var types = model.Sets.ToDictionary(s => s.Name, s => new EdmEntityType(model.Schema, s.TypeName));
        foreach (var set in model.Sets)
        {
            AddProperties(edm, types[set.Name], set);
            edm.AddElement(types[set.Name]);
        }

        var container = new EdmEntityContainer(model.Schema, "Container");
        edm.AddElement(container);
        var entitySets = model.Sets.ToDictionary(s => s.Name, s => container.AddEntitySet(s.Name, types[s.Name]));
        foreach (var set in model.Sets)
        {
            foreach (var navigation in set.Navigations)
            {
                AddNavigation(model, types, entitySets, set, navigation);
            }
        }

        EdmAnnotations.Announce(edm, container, model, types, entitySets);
        return edm;
    }

    public static string Xml(IEdmModel edm)
    {
        // Through bytes, since a StringWriter would make the declaration say utf-16.
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(edm, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException("The model cannot be written as CSDL: " + string.Join("; ", errors));
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void AddProperties(EdmModel edm, EdmEntityType type, ODataEntitySet set)
    {
        foreach (var property in set.Properties)
        {
            var added = type.AddStructuralProperty(property.Name, TypeOf(property));
            EdmAnnotations.Describe(edm, added, property);
            if (set.Key.Contains(property.Name))
            {
                type.AddKeys(added);
            }
        }
    }

    // Precision and Scale always: CSDL takes a missing Precision for 0, and clients would cut fractions off.
    private static IEdmTypeReference TypeOf(ODataProperty property)
    {
        var core = EdmCoreModel.Instance;
        var type = property.Type;
        return type.Kind switch
        {
            EdmKind.Decimal => core.GetDecimal(type.Precision, type.Scale, property.Nullable),
            EdmKind.DateTimeOffset => core.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, type.Precision, property.Nullable),
            EdmKind.Duration => core.GetTemporal(EdmPrimitiveTypeKind.Duration, type.Precision, property.Nullable),
            EdmKind.TimeOfDay => core.GetTemporal(EdmPrimitiveTypeKind.TimeOfDay, type.Precision, property.Nullable),
            _ => core.GetPrimitive(Enum.Parse<EdmPrimitiveTypeKind>(type.Kind.ToString()), property.Nullable),
        };
    }

    private static void AddNavigation(
        ODataModel model, Dictionary<string, EdmEntityType> types, Dictionary<string, EdmEntitySet> entitySets, ODataEntitySet set, ODataNavigation navigation)
    {
        var type = types[set.Name];
        var partner = navigation.Partner is null ? null : model.Target(navigation).Navigation(navigation.Partner);
        if (type.FindProperty(navigation.Name) is not IEdmNavigationProperty edm)
        {
            edm = partner is null
                ? type.AddUnidirectionalNavigation(Info(types, set.Name, navigation))
                : type.AddBidirectionalNavigation(Info(types, set.Name, navigation), Info(types, navigation.Target, partner));
        }

        entitySets[set.Name].AddNavigationTarget(edm, entitySets[navigation.Target]);
    }

    private static EdmNavigationPropertyInfo Info(Dictionary<string, EdmEntityType> types, string set, ODataNavigation navigation)
    {
        var target = types[navigation.Target];
        var info = new EdmNavigationPropertyInfo
        {
            Name = navigation.Name,
            Target = target,
            TargetMultiplicity = navigation.Many ? EdmMultiplicity.Many
                : navigation.Nullable ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.One,
        };
        if (!navigation.Many)
        {
            info.DependentProperties = navigation.Joins.Select(j => (IEdmStructuralProperty)types[set].FindProperty(j.Here));
            info.PrincipalProperties = navigation.Joins.Select(j => (IEdmStructuralProperty)target.FindProperty(j.There));
        }

        return info;
    }
}
