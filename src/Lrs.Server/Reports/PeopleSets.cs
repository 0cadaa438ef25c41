using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Learners.</summary>
internal static class PeopleSets
{
    public static ODataEntitySet Learners { get; } = new()
    {
        Name = "Learners",
        TypeName = "Learner",
        Description = "A person who learned something.",
        Source = "SELECT id, name, account_name, account_home, mbox, first_seen, last_seen, updated FROM learner WHERE tenant = @tenant",
        Key = ["Id"],
        Changes = ReportChanges.OfView("learner"),
        Properties =
        [
            Property.Id("Id", "id", "The learner's id in these reports; stays the same for good."),
            Property.Text("Name", "name", "Newest name in the records."),
            Property.Text("AccountName", "account_name", "Name or number in the system that the learner comes from."),
            Property.Text("AccountHomePage", "account_home", "The system that the learner comes from."),
            Property.Text("Mbox", "mbox", "E-mail address as a mailto: IRI."),
            Property.Time("FirstSeen", "first_seen", "When the first recorded thing happened."),
            Property.Time("LastSeen", "last_seen", "When the latest recorded thing happened."),
            Property.Time("Updated", "updated", "When this row last changed."),
        ],
        Navigations = [new ODataNavigation("Attempts", "Attempts", true, new NavigationJoin("Id", "LearnerId")) { Partner = "Learner" }],
    };
}
