using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;

namespace Lrs.OData;

/// <summary>
/// What the service says about itself in <c>$metadata</c>. Few and plain annotations, since a wrong one makes some clients refuse
/// the whole service, and only what is true.
/// </summary>
internal static class EdmAnnotations
{
    public static void Describe(EdmModel edm, IEdmVocabularyAnnotatable target, ODataProperty property)
    {
        Describe(edm, target, property.Description);
        if (property.AllowedValues is { } values)
        {
            var term = Term(edm, "Validation.V1.AllowedValues");
            var records = values.Select(v => new EdmRecordExpression(new EdmPropertyConstructor("Value", new EdmStringConstant(v))));
            Add(edm, target, term, new EdmCollectionExpression(records));
        }
    }

    public static void Describe(EdmModel edm, IEdmVocabularyAnnotatable target, string? text)
    {
        if (text is not null)
        {
            Add(edm, target, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(text));
        }
    }

    public static void Announce(
        EdmModel edm, EdmEntityContainer container, ODataModel model, Dictionary<string, EdmEntityType> types, Dictionary<string, EdmEntitySet> entitySets)
    {
        Refer(edm);
        foreach (var set in model.Sets)
        {
            Describe(edm, types[set.Name], set.Description);
            foreach (var navigation in set.Navigations.Where(n => n.Description is not null))
            {
                Describe(edm, (IEdmVocabularyAnnotatable)types[set.Name].FindProperty(navigation.Name), navigation.Description);
            }

            ReadOnly(edm, entitySets[set.Name]);
        }

        Add(edm, container, Term(edm, "Core.V1.ODataVersions"), new EdmStringConstant("4.0 4.01"));
        Add(edm, container, Term(edm, "Capabilities.V1.SupportedFormats"), new EdmCollectionExpression(new EdmStringConstant("application/json")));
        var functions = new EdmCollectionExpression(Functions.Announced.Select(f => new EdmStringConstant(f)));
        Add(edm, container, Term(edm, "Capabilities.V1.FilterFunctions"), functions);
        Add(edm, container, Term(edm, "Capabilities.V1.BatchSupported"), new EdmBooleanConstant(false));
        Add(edm, container, Term(edm, "Capabilities.V1.AsynchronousRequestsSupported"), new EdmBooleanConstant(false));
        Add(edm, container, Term(edm, "Capabilities.V1.KeyAsSegmentSupported"), new EdmBooleanConstant(true));
    }

    private static void ReadOnly(EdmModel edm, EdmEntitySet set)
    {
        Restrict(edm, set, "InsertRestrictions", "Insertable");
        Restrict(edm, set, "UpdateRestrictions", "Updatable");
        Restrict(edm, set, "DeleteRestrictions", "Deletable");
        Restrict(edm, set, "SearchRestrictions", "Searchable");
    }

    private static void Restrict(EdmModel edm, EdmEntitySet set, string term, string property) =>
        Add(edm, set, Term(edm, "Capabilities.V1." + term), new EdmRecordExpression(new EdmPropertyConstructor(property, new EdmBooleanConstant(false))));

    private static IEdmTerm Term(EdmModel edm, string name) =>
        edm.FindTerm("Org.OData." + name) ?? throw new InvalidOperationException($"There is no vocabulary term {name}.");

    private static void Add(EdmModel edm, IEdmVocabularyAnnotatable target, IEdmTerm term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, value);
        annotation.SetSerializationLocation(edm, EdmVocabularyAnnotationSerializationLocation.Inline);
        edm.AddVocabularyAnnotation(annotation);
    }

    // Strict clients resolve the terms they meet, so the vocabularies are referenced.
    private static void Refer(EdmModel edm)
    {
        var references = new List<IEdmReference>();
        foreach (var (name, alias) in new[] { ("Core", "Core"), ("Capabilities", "Capabilities"), ("Validation", "Validation") })
        {
            var reference = new EdmReference(new Uri($"https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.{name}.V1.xml"));
            reference.AddInclude(new EdmInclude(alias, $"Org.OData.{name}.V1"));
            references.Add(reference);
        }

        edm.SetEdmReferences(references);
    }
}
