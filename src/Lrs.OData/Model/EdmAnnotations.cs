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

            ReadOnly(edm, entitySets[set.Name], set);
        }

        Add(edm, container, Term(edm, "Core.V1.ODataVersions"), new EdmStringConstant("4.0 4.01"));
        Add(edm, container, Term(edm, "Capabilities.V1.SupportedFormats"), Texts("application/json", "text/csv"));
        Add(edm, container, Term(edm, "Capabilities.V1.SupportedMetadataFormats"), Texts("application/xml", "application/json"));
        Add(edm, container, Term(edm, "Capabilities.V1.FilterFunctions"), Texts([.. Functions.Announced]));
        Say(edm, container, "AsynchronousRequestsSupported", false);
        foreach (var can in new[] { "BatchSupported", "KeyAsSegmentSupported", "CrossJoinSupported", "QuerySegmentSupported" })
        {
            Say(edm, container, can, true);
        }

        // The vocabulary is not among those the library knows, so the term is declared here.
        var apply = new EdmTerm("Org.OData.Aggregation.V1", "ApplySupportedDefaults", EdmCoreModel.Instance.GetString(true));
        Add(edm, container, apply, new EdmRecordExpression(
            new EdmPropertyConstructor("Transformations", Texts(ApplyBinder.Transformations)),
            new EdmPropertyConstructor("CustomAggregationMethods", Texts($"{model.Schema}.median")),
            new EdmPropertyConstructor("From", new EdmBooleanConstant(false))));
    }

    private static EdmCollectionExpression Texts(params IReadOnlyList<string> texts) => new(texts.Select(t => new EdmStringConstant(t)));

    private static void Say(EdmModel edm, EdmEntityContainer container, string term, bool can) =>
        Add(edm, container, Term(edm, "Capabilities.V1." + term), new EdmBooleanConstant(can));

    private static void ReadOnly(EdmModel edm, EdmEntitySet set, ODataEntitySet described)
    {
        Restrict(edm, set, "InsertRestrictions", "Insertable");
        Restrict(edm, set, "UpdateRestrictions", "Updatable");
        Restrict(edm, set, "DeleteRestrictions", "Deletable");
        Restrict(edm, set, "SearchRestrictions", "Searchable", described.SearchedProperties.Any());
        Restrict(edm, set, "ChangeTracking", "Supported", described.Changes is not null);
    }

    private static void Restrict(EdmModel edm, EdmEntitySet set, string term, string property, bool can = false) =>
        Add(edm, set, Term(edm, "Capabilities.V1." + term), new EdmRecordExpression(new EdmPropertyConstructor(property, new EdmBooleanConstant(can))));

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
        foreach (var (name, alias) in new[] { ("Core", "Core"), ("Capabilities", "Capabilities"), ("Validation", "Validation"), ("Aggregation", "Aggregation") })
        {
            var reference = new EdmReference(new Uri($"https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.{name}.V1.xml"));
            reference.AddInclude(new EdmInclude(alias, $"Org.OData.{name}.V1"));
            references.Add(reference);
        }

        edm.SetEdmReferences(references);
    }
}
