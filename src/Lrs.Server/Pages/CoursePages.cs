using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Http;

namespace Lrs.Server.Pages;

/// <summary>The courses, one course, and taking one out.</summary>
internal static class CoursePages
{
    private static readonly Notice NoCourse = new("There is no such course", "It may have been deleted. The courses that there are stand on the first page.");

    public static async Task<IResult> List(Caller caller, Catalogue catalogue, Readiness readiness, CancellationToken cancel)
    {
        // Asked first: what is imported while the list is read is announced, not missed.
        var waiting = readiness.Waiting;
        return new View("Courses", new CourseCatalogue(await catalogue.List(caller, cancel), waiting));
    }

    public static Task<IResult> Show(Guid course, Caller caller, Catalogue catalogue, CancellationToken cancel) => Of("Course", course, caller, catalogue, cancel);

    /// <summary>What the author is told after an upload.</summary>
    public static Task<IResult> Report(Guid course, Caller caller, Catalogue catalogue, CancellationToken cancel) => Of("Imported", course, caller, catalogue, cancel);

    /// <summary>Asks before deleting.</summary>
    public static Task<IResult> AskDelete(Guid course, Caller caller, Catalogue catalogue, CancellationToken cancel) => Of("Delete", course, caller, catalogue, cancel);

    public static async Task<IResult> Delete(Guid course, Caller caller, CourseStore courses, CancellationToken cancel) =>
        await courses.Delete(caller.TenantId, course, cancel) ? Done.At("/", Done.CourseDeleted) : Missing();

    /// <summary>The page that says that a course is not there.</summary>
    public static IResult Missing() => new View("Notice", NoCourse, 404);

    private static async Task<IResult> Of(string view, Guid course, Caller caller, Catalogue catalogue, CancellationToken cancel) =>
        await catalogue.Find(caller, course, cancel) is { } page ? new View(view, page) : Missing();
}
