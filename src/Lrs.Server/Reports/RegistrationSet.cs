using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Registrations: one learner's enrolment in one course, whichever client recorded it.</summary>
internal static class RegistrationSet
{
    // By this day it counts in a year, and under what the learner was.
    private const string Day = "COALESCE({t}.completed, {t}.started)";

    private const string Course = "{t}.activity";

    // How many units the course has today; the records alone know only those that were tried.
    private const string Units = """
        (SELECT COUNT(*) FROM report_unit u WHERE u.tenant = @tenant AND u.course = (SELECT c.course FROM report_unit c WHERE c.tenant = @tenant AND c.activity = {t}.activity LIMIT 1))
        """;

    private static readonly SqlPerDialect Progress = new(
        Sqlite: $"CASE WHEN {{t}}.completion THEN 1.0 ELSE ROUND(MIN(1.0, 1.0 * {{t}}.done / MAX({{t}}.tried, {Units}, 1)), 6) END",
        Postgres: $"CASE WHEN {{t}}.completion THEN 1 ELSE ROUND(LEAST(1, {{t}}.done::numeric / GREATEST({{t}}.tried, {Units}, 1)), 6) END");

    public static ODataEntitySet Set { get; } = new()
    {
        Name = "Registrations",
        TypeName = "Registration",
        Description = "One learner's enrolment in one course.",
        Source = """
            SELECT id, person, activity, started, last, completed, completion, success, score_scaled, done, tried, total_time, updated
            FROM report_registration WHERE tenant = @tenant
            """,
        Key = ["Id"],
        Changes = ReportChanges.OfPeople("report_registration"),
        Properties =
        [
            Property.Id("Id", "id", "The registration's id, which all its statements name."),
            Property.Id("LearnerId", "person", "Whose it is: who was recorded in it first."),
            Property.Reference("CourseId", CourseSets.OfRegistration(Course), "The course, when it is hosted here."),
            Property.Text("ActivityId", "activity", "IRI of its first unit, or of the course when no unit was begun.").Always(),
            Property.Time("Started", "started", "When it began."),
            Property.Time("LastActivity", "last", "When something was last recorded in it."),
            Property.Time("Completed", "completed", "When it was completed.", nullable: true),
            Property.Truth("Completion", "completion", "Is the course completed?").Always(),
            Property.Truth("Success", "success", "Passed (true), failed (false) or not judged yet (empty)."),
            Property.Score("ScoreScaled", "score_scaled", "Score between -1 and 1: what was said of the course, else the mean of its units' best."),
            Property.Score("Progress", Progress, "Share of the units that are completed, 0 to 1.").Always(),
            Property.Length("TotalTime", "total_time", "Time spent, all attempts together."),
            Property.Text("Force", Person.At("force", "{t}.person", Day), "Force that the learner belonged to on the day it was completed or, while it is not, began."),
            Property.Text("Rank", Person.At("rank", "{t}.person", Day), "Rank held on that day."),
            Property.Text("Role", Person.At("role", "{t}.person", Day), "Role held on that day."),
            Property.FinancialYear(Day),
            Property.Time("Updated", Person.Updated("{t}.updated", "{t}.person"), "When this row last changed."),
        ],
        Navigations =
        [
            new ODataNavigation("Learner", "Learners", false, new NavigationJoin("LearnerId", "Id")) { Nullable = false, Partner = "Registrations" },
            new ODataNavigation("Course", "Courses", false, new NavigationJoin("CourseId", "Id")) { Partner = "Registrations" },
            new ODataNavigation("Attempts", "Attempts", true, new NavigationJoin("Id", "RegistrationId")) { Partner = "Registration" },
        ],
    };
}
