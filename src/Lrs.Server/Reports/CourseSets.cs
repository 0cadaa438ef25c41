using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Courses hosted here, and their units.</summary>
internal static class CourseSets
{
    public static ODataEntitySet Courses { get; } = new()
    {
        Name = "Courses",
        TypeName = "Course",
        Description = "A course that is hosted here.",
        Source = "SELECT id, title, kind, CAST(number AS TEXT) AS version, language, publisher, created, updated FROM report_course WHERE tenant = @tenant",
        Key = ["Id"],
        Properties =
        [
            Property.Id("Id", "id", "The course's id."),
            Property.Text("Title", "title", "Title.").Always(),
            Property.Text("Kind", "kind", "The standard its package follows.").Always() with { AllowedValues = ["scorm12", "scorm2004", "cmi5", "xapi"] },
            Property.Text("Version", "version", "Number of the newest version.").Always(),
            Property.Text("Language", "language", "Language tag."),
            Property.Text("Publisher", "publisher", "Who published it."),
            Property.Time("Imported", "created", "When it was first imported."),
            Property.Time("Updated", "updated", "When its newest version was imported."),
        ],
        Navigations =
        [
            new ODataNavigation("Units", "Units", true, new NavigationJoin("Id", "CourseId")),
            new ODataNavigation("Registrations", "Registrations", true, new NavigationJoin("Id", "CourseId")) { Partner = "Course" },
        ],
    };

    public static ODataEntitySet Units { get; } = new()
    {
        Name = "Units",
        TypeName = "Unit",
        Description = "A part of a course that is launched and recorded by itself: a SCO, an assignable unit.",
        Source = "SELECT id, course, title, activity, position, mastery, move_on FROM report_unit WHERE tenant = @tenant",
        Key = ["Id"],
        Properties =
        [
            Property.Id("Id", "id", "The unit's id; the same in every version of the course."),
            Property.Id("CourseId", "course", "The course."),
            Property.Text("Title", "title", "Title.").Always(),
            Property.Text("ActivityId", "activity", "IRI under which statements name it.").Always(),
            new ODataProperty("Position", PropertyType.Int32, false, "position") { Description = "Its place in the course, from 0." },
            Property.Score("MasteryScore", "mastery", "Score, 0 to 1, needed to pass."),
            Property.Text("MoveOn", "move_on", "What satisfies it (cmi5)."),
        ],
    };

    /// <summary>The course of a unit's activity, as an expression.</summary>
    public static string CourseOf(string activity) => $"(SELECT u.course FROM report_unit u WHERE u.tenant = @tenant AND u.activity = {activity} ORDER BY u.course LIMIT 1)";

    /// <summary>The course that a registration is of, by a unit's activity or the course's own, as an expression.</summary>
    public static string OfRegistration(string activity) =>
        $"COALESCE({CourseOf(activity)}, (SELECT c.id FROM course c WHERE c.tenant = @tenant AND c.deleted IS NULL AND c.activity = {activity} LIMIT 1))";

    /// <summary>The unit of an activity, as an expression.</summary>
    public static string UnitOf(string activity) => $"(SELECT u.id FROM report_unit u WHERE u.tenant = @tenant AND u.activity = {activity} ORDER BY u.course LIMIT 1)";
}
