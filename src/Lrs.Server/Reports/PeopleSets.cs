using Lrs.Data;
using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Learners: people who are recorded, and those whom the directory names.</summary>
internal static class PeopleSets
{
    private static readonly string[] Kinds = ["officer", "staff", "special", "volunteer"];

    // One row for each person: an agent that is another's is part of that row.
    private const string Source = $"""
        SELECT l.id, COALESCE(f.name, l.name) AS name, COALESCE(p.account_name, l.account_name) AS account_name, COALESCE(p.account_home, l.account_home) AS account_home,
               COALESCE(p.mbox, l.mbox) AS mbox, l.first_seen, l.last_seen, l.updated, p.updated AS told, f.force, f.rank, f.role, f.department, f.unit, f.kind
        FROM learner l
        LEFT JOIN person p ON p.tenant = l.tenant AND p.id = l.id
        LEFT JOIN person_fact f ON f.tenant = l.tenant AND f.person = l.id AND f.since <= {Person.Moment} AND (f.until IS NULL OR f.until > {Person.Moment})
        WHERE l.tenant = @tenant AND l.person = l.id
        """;

    // The newest turn of the person's history that has come: a fact dated ahead changes the row on its day.
    private const string Turned = $"(SELECT MAX(f.since) FROM person_fact f WHERE f.tenant = @tenant AND f.person = {{t}}.id AND f.since <= {Person.Moment})";

    private static readonly SqlPerDialect Latest = new(
        Sqlite: $"MAX({{t}}.updated, COALESCE({{t}}.told, {{t}}.updated), COALESCE({Turned}, {{t}}.updated))",
        Postgres: $"GREATEST({{t}}.updated, {{t}}.told, {Turned})");

    public static ODataEntitySet Learners { get; } = new()
    {
        Name = "Learners",
        TypeName = "Learner",
        Description = "A person who learns: everybody recorded, and everybody whom the directory names.",
        Source = Source,
        Key = ["Id"],
        Changes = new ODataChanges(
            $"{{t}}.updated > {ReportChanges.SinceTime} OR {{t}}.told > {ReportChanges.SinceTime} OR {Turned} > {ReportChanges.SinceTime}",
            ReportChanges.OfView("learner").Removed),
        Properties =
        [
            Property.Id("Id", "id", "The learner's id in these reports; stays the same for good."),
            Property.Text("Name", "name", "Name by the directory, else the newest in the records."),
            Property.Text("AccountName", "account_name", "Name or number in the system that the learner comes from."),
            Property.Text("AccountHomePage", "account_home", "The system that the learner comes from."),
            Property.Text("Mbox", "mbox", "E-mail address as a mailto: IRI."),
            Property.Text("Force", "force", "Force that the learner belongs to today."),
            Property.Text("Rank", "rank", "Rank held today."),
            Property.Text("Role", "role", "Role held today."),
            Property.Text("Department", "department", "Department today."),
            Property.Text("Unit", "unit", "Unit (a team or station) today."),
            Property.Text("Kind", "kind", "What sort of member of the force.") with { AllowedValues = Kinds },
            Property.Time("FirstSeen", Seen("MIN", "first_seen"), "When the first recorded thing happened; empty while nothing is recorded.", nullable: true),
            Property.Time("LastSeen", Seen("MAX", "last_seen"), "When the latest recorded thing happened; empty while nothing is recorded.", nullable: true),
            Property.Time("Updated", Latest, "When this row last changed."),
        ],
        Navigations =
        [
            new ODataNavigation("Registrations", "Registrations", true, new NavigationJoin("Id", "LearnerId")) { Partner = "Learner" },
            new ODataNavigation("Attempts", "Attempts", true, new NavigationJoin("Id", "LearnerId")) { Partner = "Learner" },
        ],
    };

    /// <summary>Makes the rows of people whom the directory names; one that is recorded already keeps what the records say.</summary>
    /// <param name="which">A condition on <c>person p</c>.</param>
    public static PerDialect OfDirectory(string which) => $"""
        INSERT INTO learner (tenant, id, agent, person, updated)
        SELECT p.tenant, p.id, COALESCE((SELECT pa.agent FROM person_agent pa WHERE pa.tenant = @tenant AND pa.learner = p.id), ''), p.id, p.updated
        FROM person p WHERE p.tenant = @tenant AND {which}
        ON CONFLICT DO NOTHING
        """;

    private static string Seen(string which, string column) => $"(SELECT {which}(o.{column}) FROM learner o WHERE o.tenant = @tenant AND o.person = {{t}}.id)";
}
