using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>Reading and changing registrations.</summary>
internal sealed class Registrations(LogWriter log, Database database, CourseVersions versions, TimeProvider clock)
{
    /// <summary>The values that cmi5 names for the reason of a waiver (9.5.5.2).</summary>
    public static readonly string[] Reasons = ["Tested Out", "Equivalent AU", "Equivalent Outside Activity", "Administrative"];

    /// <summary>A registration with its units and the version it is for; null when there is none.</summary>
    public async Task<(Registration Registration, IReadOnlyList<RegistrationUnit> Units, CourseVersion Version)?> Find(Tenant tenant, Guid id, CancellationToken cancel)
    {
        var (registration, units) = await database.Snapshot(
            tenant.Id,
            async work => (await RegistrationRows.Find(work, id), await RegistrationRows.Units(work, id)),
            cancel);
        return registration is null ? null : (registration, units, await versions.Get(tenant.Id, registration.Version, cancel));
    }

    /// <summary>All registrations of a learner, oldest first.</summary>
    public Task<List<Registration>> Of(TenantId tenant, string learnerKey, CancellationToken cancel) => database.Read(tenant, work => RegistrationRows.Of(work, learnerKey), cancel);

    /// <summary>The newest registrations for a course, whoever's.</summary>
    public Task<List<Registration>> OfCourse(TenantId tenant, Guid course, int most, CancellationToken cancel) =>
        database.Read(tenant, work => RegistrationRows.OfCourse(work, course, most), cancel);

    /// <summary>Frees the learner from a unit of cmi5 (9.3.7): once per unit, in a session of its own.</summary>
    public Task<RegistrationOutcome> Waive(Tenant tenant, Guid id, string unit, string reason, CancellationToken cancel) =>
        Change(tenant, id, (work, view, now) => Waive(work, view, unit, reason, now), cancel);

    /// <summary>Ends the sessions of a registration that are open, and closes their players.</summary>
    public Task<RegistrationOutcome> Abandon(Tenant tenant, Guid id, CancellationToken cancel) => Change(tenant, id, Abandon, cancel);

    private static async Task<(RegistrationOutcome, IReadOnlyList<NewStatement>)> Waive(Work work, SessionView view, string wanted, string reason, DateTimeOffset now)
    {
        if (view.Kind is not PackageKind.Cmi5)
        {
            return (new RegistrationOutcome.Wrong("unit", "Only units of cmi5 can be waived."), []);
        }

        var unit = view.Version.Units.SingleOrDefault(one => Guid.TryParse(wanted, out var id) ? one.Id == id : int.TryParse(wanted, out var index) ? one.Position == index : one.Identifier == wanted);
        if (unit is null)
        {
            return (new RegistrationOutcome.Wrong("unit", $"'{wanted}' is neither the id of a unit of this course nor an index from 0 to {view.Version.Units.Count - 1}."), []);
        }

        var before = view.Progress;
        view = view with { Session = view.Session with { Unit = unit.Id } };
        if (view.UnitProgress.Waived is not null)
        {
            return (new RegistrationOutcome.TooLate("The unit was waived in this registration before (cmi5 9.3.7)."), []);
        }

        view = view.With(view.UnitProgress with { Waived = reason, Updated = now });
        return (new RegistrationOutcome.Done(), [new Cmi5Statements(view, now).Waived(reason), .. await Cmi5Progress.Settle(work, before, view, now)]);
    }

    private static async Task<(RegistrationOutcome, IReadOnlyList<NewStatement>)> Abandon(Work work, SessionView view, DateTimeOffset now)
    {
        var said = new List<NewStatement>();
        var open = await SessionRows.Open(work, view.Registration.Id);
        foreach (var session in open)
        {
            await LaunchTokens.Close(work, session.Id);
            said.AddRange(await SessionEnd.Abandon(work, view with { Session = session }, now));
        }

        return (open.Count == 0 ? new RegistrationOutcome.TooLate("No session of this registration is open.") : new RegistrationOutcome.Done(), said);
    }

    private async Task<RegistrationOutcome> Change(
        Tenant tenant,
        Guid id,
        Func<Work, SessionView, DateTimeOffset, Task<(RegistrationOutcome Outcome, IReadOnlyList<NewStatement> Said)>> change,
        CancellationToken cancel)
    {
        RegistrationOutcome outcome = new RegistrationOutcome.None();
        var appended = await log.Append(
            tenant.Id,
            [],
            async (work, _) =>
            {
                if (await RegistrationRows.Find(work, id) is not { } registration)
                {
                    return Verdict.Accepted.Plain;
                }

                var now = Micros.Cut(clock.GetUtcNow());
                var view = new SessionView
                {
                    Tenant = tenant,
                    Session = OfItsOwn(registration, now),
                    Registration = registration,
                    Progress = await RegistrationRows.Units(work, id),
                    Version = await versions.Get(tenant.Id, registration.Version, work.Cancel),
                };
                (outcome, var said) = await change(work, view, now);
                return new Verdict.Accepted(view.Recorded(said));
            },
            cancel);
        return appended is AppendOutcome.Busy ? new RegistrationOutcome.Busy() : outcome;
    }

    // cmi5 9.3.7: a waiver has a session of its own, in which nothing else happens.
    private static LaunchSession OfItsOwn(Registration registration, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Registration = registration.Id,
        Unit = Guid.Empty,
        Mode = LaunchMode.Normal,
        State = SessionState.Terminated,
        Created = now,
        Last = now,
    };
}
