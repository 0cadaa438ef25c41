using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Statements, read from the log itself. Page chains end at the head of their first page (<c>@head</c>).</summary>
internal static class StatementSet
{
    /// <summary>The parameter that holds the newest position a chain may show.</summary>
    public const string Head = "@head";

    private const string Source = $"""
        SELECT s.tenant, s.seq, s.id, s.stored, s.happened, s.registration, s.voided_by, s.body, l.person AS learner, l.name AS actor_name, tv.text AS verb,
               v.name AS verb_name, ta.text AS activity_iri, a.name AS activity_name, a.type AS activity_type, e.attempt, t.activity AS unit_activity, COALESCE(t.ended, t.started) AS day
        FROM statement s
        LEFT JOIN term tv ON tv.tenant = s.tenant AND tv.id = s.verb
        LEFT JOIN term ta ON ta.tenant = s.tenant AND ta.id = s.activity
        LEFT JOIN learner_agent la ON la.tenant = s.tenant AND la.agent = s.actor
        LEFT JOIN learner l ON l.tenant = s.tenant AND l.id = la.learner
        LEFT JOIN verb v ON v.tenant = s.tenant AND v.number = s.verb
        LEFT JOIN activity a ON a.tenant = s.tenant AND a.number = s.activity
        LEFT JOIN attempt_entry e ON e.tenant = s.tenant AND e.seq = s.seq
        LEFT JOIN attempt t ON t.tenant = s.tenant AND t.id = e.attempt
        WHERE s.tenant = @tenant AND s.entry = 0 AND s.seq <= {Head}
        """;

    public static ODataEntitySet Set { get; } = new()
    {
        Name = "Statements",
        TypeName = "Statement",
        Description = "One thing that one person did, as it was recorded.",
        Source = Source,
        Key = ["Id"],
        DefaultOrder = ["Stored"],
        Searched = ["ActorName", "VerbName", "ActivityName", "Response", "VerbId", "ActivityId"],
        Changes = ReportChanges.OfTheLog,
        Rollup = StatementRollup.Months(Source),
        Properties =
        [
            Property.Id("Id", "id", "The statement's id."),
            Property.Time("Stored", "stored", "When it was stored. Grows strictly with every statement."),
            Property.Time("Timestamp", "happened", "When it happened."),
            Property.Reference("LearnerId", "learner", "Who did it."),
            Property.Text("ActorName", "actor_name", "The learner's newest name."),
            Property.Text("VerbId", "verb", "IRI of the verb: what was done.").Always(),
            Property.Text("VerbName", "verb_name", "The verb in English, as statements name it."),
            Property.Text("ActivityId", "activity_iri", "IRI of the activity it was done to; empty when it was done to a person or a statement."),
            Property.Text("ActivityName", "activity_name", "The activity's name in English."),
            Property.Text("ActivityType", "activity_type", "IRI of the activity's type."),
            Json("ObjectType", "object.objectType", "What it was done to.", fallback: "'Activity'") with { AllowedValues = ["Activity", "Agent", "Group", "SubStatement", "StatementRef"] },
            Property.Reference("RegistrationId", "registration", "The registration (one learner's enrolment in one course)."),
            Property.Reference("AttemptId", "attempt", "The attempt it belongs to."),
            Property.Reference("CourseId", CourseSets.CourseOf("{t}.unit_activity"), "The course of the attempt, when it is hosted here."),
            Number("ScoreScaled", "result.score.scaled", "Score between -1 and 1."),
            Number("ScoreRaw", "result.score.raw", "Points reached."),
            Number("ScoreMin", "result.score.min", "Least points possible."),
            Number("ScoreMax", "result.score.max", "Most points possible."),
            Truth("Success", "result.success", "Passed or answered rightly?"),
            Truth("Completion", "result.completion", "Completed?"),
            Json("Response", "result.response", "The answer given."),
            Property.Length("Duration", new SqlPerDialect($"lrs_duration({Sqlite("result.duration")})", $"lrs_duration({Postgres("result.duration")})"), "How long it took; empty when it was said in years or months, whose length is not fixed, or is beyond counting."),
            Json("Platform", "context.platform", "The system on which it happened."),
            Json("Language", "context.language", "The language in which it happened."),
            Json("Version", "version", "Version of xAPI that the statement names."),
            Property.Truth("Voided", "{t}.voided_by IS NOT NULL", "Was it declared void? Voided statements count for nothing else in these reports.").Always(),
            Property.Time("Updated", "COALESCE((SELECT b.stored FROM statement b WHERE b.tenant = @tenant AND b.seq = {t}.voided_by), {t}.stored)", "When it was stored or, if later, voided."),
            Property.Text("Json", new SqlPerDialect(Sqlite: "CAST({t}.body AS TEXT)", Postgres: "convert_from({t}.body, 'UTF8')"), "The whole statement as JSON.").Always(),
        ],
        Navigations =
        [
            new ODataNavigation("Learner", "Learners", false, new NavigationJoin("LearnerId", "Id")),
            new ODataNavigation("Verb", "Verbs", false, new NavigationJoin("VerbId", "Id")),
            new ODataNavigation("Activity", "Activities", false, new NavigationJoin("ActivityId", "Id")),
            new ODataNavigation("Attempt", "Attempts", false, new NavigationJoin("AttemptId", "Id")),
            new ODataNavigation("Extensions", "Extensions", true, new NavigationJoin("Id", "StatementId")) { Partner = "Statement" },
        ],
    };

    private static ODataProperty Json(string name, string path, string about, string? fallback = null) => Property.Text(
        name,
        fallback is null ? new SqlPerDialect(Sqlite(path), Postgres(path)) : new SqlPerDialect($"COALESCE({Sqlite(path)}, {fallback})", $"COALESCE({Postgres(path)}, {fallback})"),
        about);

    private static ODataProperty Number(string name, string path, string about) => Property.Score(name, new SqlPerDialect(Sqlite(path), PostgresScore(path)), about);

    private static ODataProperty Truth(string name, string path, string about) => Property.Truth(name, new SqlPerDialect(Sqlite(path), $"({Postgres(path)})::boolean"), about);

    // PostgreSQL keeps every digit that JSON may have, and one with more than a decimal can hold would end everybody's query.
    private static string PostgresScore(string path) =>
        $"(SELECT trim_scale(round(n, CASE WHEN abs(n) < 1e21 THEN 6 ELSE 0 END)) FROM (SELECT ({Postgres(path)})::numeric AS n) AS v)";

    private static string Sqlite(string path) => $"json_extract(CAST({{t}}.body AS TEXT), '$.{path}')";

    private static string Postgres(string path) => $"(lrs_json({{t}}.body) #>> '{{{path.Replace('.', ',')}}}')";
}
