using Lrs.Server.Accounts;
using Lrs.Server.Pages.Parts;
using Lrs.Server.Player;

namespace Lrs.Server.Pages;

/// <summary>The learners of a course.</summary>
/// <param name="Course">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rows">The newest first.</param>
/// <param name="Pages">The pages before and after.</param>
/// <param name="IsCut">Are there more after the last page that is shown?</param>
internal sealed record RegistrationList(Guid Course, string Title, IReadOnlyList<RegistrationRow> Rows, Pagination Pages, bool IsCut);

/// <summary>A learner's registration in the list.</summary>
internal sealed record RegistrationRow(Guid Id, string Learner, OwnState State, DateTimeOffset Started, DateTimeOffset Last);

/// <summary>One registration with its units and what content called.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Course">The course's id.</param>
/// <param name="Title">The course's title.</param>
/// <param name="Version">Number of the version that it is on.</param>
/// <param name="Row">The learner, and how far they are.</param>
/// <param name="Units">Title and state of each unit.</param>
/// <param name="ContinuedAs">The registration that took over, if one did.</param>
internal sealed record RegistrationPage(
    Guid Id, Guid Course, string Title, int Version, RegistrationRow Row, IReadOnlyList<(string Title, OwnState? State)> Units, Guid? ContinuedAs);

/// <summary>Who takes a course and how far they are; for one of them, every call of the run-time as it is made.</summary>
internal static class RegistrationPages
{
    private const int PageSize = 50;

    // Pages count from the newest, so a late one reads all before it; who looks that far wants a report.
    private const int LastPage = 40;

    public static async Task<IResult> List(Guid course, int? page, Caller caller, Catalogue catalogue, Registrations registrations, CancellationToken cancel)
    {
        if (await catalogue.Find(caller, course, cancel) is not { } found)
        {
            return CoursePages.Missing();
        }

        var number = Math.Clamp(page ?? 1, 1, LastPage);
        var newest = await registrations.OfCourse(caller.TenantId, course, (number * PageSize) + 1, cancel);
        var rows = newest.Skip((number - 1) * PageSize).Take(PageSize).Select(Row).ToList();
        var isMore = newest.Count > number * PageSize;
        string At(int other) => $"/courses/{course}/registrations?page={other}";
        var pages = new Pagination(number > 1 ? At(number - 1) : null, isMore && number < LastPage ? At(number + 1) : null);
        return new View("Registrations", new RegistrationList(course, found.Course.Title, rows, pages, isMore && number == LastPage));
    }

    public static async Task<IResult> Show(Guid registration, Caller caller, Registrations registrations, CancellationToken cancel)
    {
        if (await registrations.Find(caller.Tenant, registration, cancel) is not { } found)
        {
            return new View("Notice", new Notice("There is no such registration", "The address may be mistyped. Registrations are listed on the page of their course."), 404);
        }

        var units = found.Units.Select(unit => (found.Version.Units[unit.Position].Title, State(unit))).ToList();
        return new View(
            "Registration",
            new RegistrationPage(registration, found.Registration.Course, found.Version.Title, found.Version.Number, Row(found.Registration), units, found.Registration.Successor));
    }

    private static OwnState? State(RegistrationUnit unit) =>
        unit.Completion is Completion.Unknown && unit.Success is Success.Unknown ? null : OwnState.Of(unit.Completion, unit.Success, unit.Score?.Scaled);

    private static RegistrationRow Row(Registration one) => new(
        one.Id,
        one.Actor.Name ?? one.Actor.Account?.Name ?? one.LearnerKey,
        OwnState.Of(one.Completion, one.Success, one.Scaled),
        one.Created,
        one.Updated);
}
