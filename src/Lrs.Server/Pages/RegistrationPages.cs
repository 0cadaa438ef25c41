using Lrs.Server.Accounts;
using Lrs.Server.Player;

namespace Lrs.Server.Pages;

/// <summary>The learners of a course.</summary>
/// <param name="Course">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rows">The newest first.</param>
/// <param name="IsCut">Are there more than are shown?</param>
internal sealed record RegistrationList(Guid Course, string Title, IReadOnlyList<RegistrationRow> Rows, bool IsCut);

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
    private const int Most = 200;

    public static async Task<IResult> List(Guid course, Caller caller, Catalogue catalogue, Registrations registrations, CancellationToken cancel)
    {
        if (await catalogue.Find(caller, course, cancel) is not { } page)
        {
            return CoursePages.Missing();
        }

        var found = await registrations.OfCourse(caller.TenantId, course, Most + 1, cancel);
        return new View("Registrations", new RegistrationList(course, page.Course.Title, found.Take(Most).Select(Row).ToList(), found.Count > Most));
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
