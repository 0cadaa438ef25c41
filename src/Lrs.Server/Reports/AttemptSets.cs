using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Attempts and the answers in them; the same whichever standard the course used.</summary>
internal static class AttemptSets
{
    private static readonly string[] InteractionTypes =
        ["true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"];

    // By this day it counts in a year, and under what the learner was.
    private const string Day = "COALESCE({t}.ended, {t}.started)";

    // Of a person with several agents each counts by itself in the log.
    private const string Number = """
        CASE WHEN (SELECT COUNT(*) FROM learner o WHERE o.tenant = @tenant AND o.person = {t}.person) > 1
        THEN (SELECT COUNT(*) FROM attempt o WHERE o.tenant = @tenant AND o.person = {t}.person AND o.activity = {t}.activity
              AND (o.started < {t}.started OR (o.started = {t}.started AND o.id <= {t}.id)))
        ELSE {t}.number END
        """;

    public static ODataEntitySet Attempts { get; } = new()
    {
        Name = "Attempts",
        TypeName = "Attempt",
        Description = "One try at a unit by one learner.",
        Source = """
            SELECT id, person, activity, registration, number, started, ended, completion, success, score_scaled, score_raw, score_min, score_max, duration, updated
            FROM attempt WHERE tenant = @tenant
            """,
        Key = ["Id"],
        Changes = ReportChanges.OfPeople("attempt"),
        Properties =
        [
            Property.Id("Id", "id", "The attempt's id."),
            Property.Id("LearnerId", "person", "Whose attempt it is."),
            Property.Reference("CourseId", CourseSets.CourseOf("{t}.activity"), "The course, when it is hosted here."),
            Property.Reference("UnitId", CourseSets.UnitOf("{t}.activity"), "The unit, when it is hosted here."),
            Property.Reference("RegistrationId", "registration", "The registration."),
            Property.Text("ActivityId", "activity", "IRI of the unit.").Always(),
            new ODataProperty("Number", PropertyType.Int32, false, Number) { Description = "1 for the learner's first try at the unit." },
            Property.Time("Started", "started", "When it began."),
            Property.Time("Ended", "ended", "When it ended; empty while it is open.", nullable: true),
            Property.Truth("Completion", "completion", "Completed?"),
            Property.Truth("Success", "success", "Passed (true), failed (false) or not judged (empty)."),
            Property.Score("ScoreScaled", "score_scaled", "Score between -1 and 1."),
            Property.Score("ScoreRaw", "score_raw", "Points reached."),
            Property.Score("ScoreMin", "score_min", "Least points possible."),
            Property.Score("ScoreMax", "score_max", "Most points possible."),
            Property.Length("Duration", "duration", "Time spent, all sittings together."),
            Property.Text("Force", Person.At("force", "{t}.person", Day), "Force that the learner belonged to on the day it ended or, while open, began."),
            Property.Text("Rank", Person.At("rank", "{t}.person", Day), "Rank held on that day."),
            Property.Text("Role", Person.At("role", "{t}.person", Day), "Role held on that day."),
            Property.FinancialYear(Day),
            Property.Time("Updated", Person.Updated("{t}.updated", "{t}.person"), "When this row last changed."),
        ],
        Navigations =
        [
            new ODataNavigation("Learner", "Learners", false, new NavigationJoin("LearnerId", "Id")) { Nullable = false, Partner = "Attempts" },
            new ODataNavigation("Course", "Courses", false, new NavigationJoin("CourseId", "Id")),
            new ODataNavigation("Unit", "Units", false, new NavigationJoin("UnitId", "Id")),
            new ODataNavigation("Registration", "Registrations", false, new NavigationJoin("RegistrationId", "Id")) { Partner = "Attempts" },
            new ODataNavigation("Answers", "Answers", true, new NavigationJoin("Id", "AttemptId")) { Partner = "Attempt" },
        ],
    };

    public static ODataEntitySet Answers { get; } = new()
    {
        Name = "Answers",
        TypeName = "Answer",
        Description = "One answer to one question.",
        Source = """
            SELECT w.id, w.attempt, w.registration, l.person, w.question, w.question_text, w.interaction_type, w.response, w.correct_response, w.success,
                   w.score_scaled, w.latency, w.stored, w.updated, t.activity AS unit_activity, COALESCE(t.ended, t.started) AS day
            FROM answer w LEFT JOIN attempt t ON t.tenant = w.tenant AND t.id = w.attempt LEFT JOIN learner l ON l.tenant = w.tenant AND l.id = w.learner
            WHERE w.tenant = @tenant
            """,
        Key = ["Id"],
        DefaultOrder = ["Stored"],
        Changes = ReportChanges.OfPeople("answer"),
        Properties =
        [
            Property.Id("Id", "id", "The id of the statement that recorded it."),
            Property.Reference("AttemptId", "attempt", "The attempt it was given in."),
            Property.Reference("RegistrationId", "registration", "The registration."),
            Property.Id("LearnerId", "person", "Who answered."),
            Property.Reference("CourseId", CourseSets.CourseOf("{t}.unit_activity"), "The course, when it is hosted here."),
            Property.Reference("UnitId", CourseSets.UnitOf("{t}.unit_activity"), "The unit, when it is hosted here."),
            Property.Text("QuestionId", "question", "IRI of the question.").Always(),
            Property.Text("QuestionText", "question_text", "The question in English."),
            Property.Text("InteractionType", "interaction_type", "What sort of question.") with { AllowedValues = InteractionTypes },
            Property.Text("Response", "response", "The answer given."),
            Property.Text("CorrectResponse", "correct_response", "The right answer; several are joined by ' or '."),
            Property.Truth("Success", "success", "Was it right?"),
            Property.Score("ScoreScaled", "score_scaled", "Score between -1 and 1."),
            Property.Length("Latency", "latency", "Time taken to answer."),
            Property.Time("Stored", "stored", "When it was stored."),
            Property.Time("Updated", Person.Updated("{t}.updated", "{t}.person"), "When this row last changed."),
        ],
        Navigations =
        [
            new ODataNavigation("Attempt", "Attempts", false, new NavigationJoin("AttemptId", "Id")) { Partner = "Answers" },
            new ODataNavigation("Learner", "Learners", false, new NavigationJoin("LearnerId", "Id")) { Nullable = false },
            new ODataNavigation("Unit", "Units", false, new NavigationJoin("UnitId", "Id")),
        ],
    };
}
