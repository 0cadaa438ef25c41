using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Verbs and activities that statements name.</summary>
internal static class NameSets
{
    public static ODataEntitySet Verbs { get; } = new()
    {
        Name = "Verbs",
        TypeName = "Verb",
        Description = "Something that can be done.",
        Source = "SELECT iri, name FROM verb WHERE tenant = @tenant",
        Key = ["Id"],
        Properties = [Property.Text("Id", "iri", "IRI of the verb.").Always(), Property.Text("Name", "name", "The verb in English, as statements name it.")],
    };

    public static ODataEntitySet Activities { get; } = new()
    {
        Name = "Activities",
        TypeName = "Activity",
        Description = "Something that was taken, read or answered.",
        Source = "SELECT iri, name, description, type, more_info FROM activity WHERE tenant = @tenant",
        Key = ["Id"],
        Properties =
        [
            Property.Text("Id", "iri", "IRI of the activity.").Always(),
            Property.Text("Name", "name", "Name in English."),
            Property.Text("Description", "description", "Description in English; for a question its text."),
            Property.Text("Type", "type", "IRI of its type."),
            Property.Text("MoreInfo", "more_info", "Where a person can read more."),
        ],
    };
}
