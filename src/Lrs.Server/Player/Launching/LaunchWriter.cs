using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Courses;
using Lrs.Server.Documents;
using Lrs.Server.Http;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// Keeps a launch, in the log writer's transaction: 1 the registration, when it is new, with what is satisfied by it alone, 2 the unit,
/// 3 other sessions of cmi5 that are open are abandoned, 4 the session, and for cmi5 its documents and the launched statement.
/// </summary>
internal sealed class LaunchWriter(DocumentStore documents, Origins origins, TimeProvider clock)
{
    /// <summary>A registration that is not kept yet.</summary>
    public Registration New(LaunchOrder order, CourseVersion version)
    {
        var now = Micros.Cut(clock.GetUtcNow());
        return new Registration
        {
            Id = order.Registration ?? Guid.CreateVersion7(),
            Learner = Launcher.Json(order.Learner),
            LearnerKey = order.Learner.Key!,
            Course = order.Course,
            Version = version.Id,
            IsPreview = order.Preview,
            Created = now,
            Updated = now,
        };
    }

    /// <summary>Keeps the launch.</summary>
    public async Task<(LaunchOutcome Outcome, IReadOnlyList<NewStatement> Said)> Write(Work work, LaunchPlan plan)
    {
        var now = Micros.Cut(clock.GetUtcNow());
        var session = NewSession(plan, now);

        // :: 1 the registration
        if (plan.IsNew && await RegistrationRows.Find(work, plan.Registration.Id) is not null)
        {
            return (new LaunchOutcome.Busy(), []);
        }

        // Another launch was quicker to begin anew; asked again, this one goes on there.
        if (plan.Replaced is { } replaced && !await RegistrationRows.Succeed(work, replaced, plan.Registration.Id))
        {
            return (new LaunchOutcome.Busy(), []);
        }

        var (registration, units, said) = plan.IsNew ? await Register(work, plan, session, now) : (plan.Registration, await RegistrationRows.Units(work, plan.Registration.Id), []);

        // :: 2 the unit
        if (await UnitOf(work, plan, registration, units) is not { } unit)
        {
            return (new LaunchOutcome.Wrong("unit", $"'{plan.Order.Unit}' is neither the id of a unit of this course nor an index from 0 to {plan.Version.Units.Count - 1}."), []);
        }

        session = session with { Unit = unit.Id };
        var view = new SessionView { Tenant = plan.Tenant, Session = session, Registration = registration, Progress = units, Version = plan.Version, Settings = plan.Settings };

        // :: 3 other sessions
        if (view.Kind is PackageKind.Cmi5)
        {
            foreach (var other in await SessionRows.Open(work, registration.Id))
            {
                said.AddRange(await SessionEnd.Abandon(work, view with { Session = other }, now));
            }
        }

        // :: 4 the session
        await SessionRows.Insert(work, session);
        if (view.Kind is PackageKind.Cmi5)
        {
            await Cmi5(work, plan, view);
            said.Add(new Cmi5Statements(view, now).Launched(UnitAddress.Of(view, Launcher.ContentOrigin(origins, plan.Tenant, plan.Version.Id), plan.FileKey)));
        }

        if (view.Kind is PackageKind.Xapi)
        {
            said.AddRange(await CompletionRule.Opened(work, view, now));
        }

        var url = $"{Launcher.ContentOrigin(origins, plan.Tenant, plan.Version.Id)}/t/{plan.Token}/";
        return (new LaunchOutcome.Launched(url, registration.Id, session.Id), said);
    }

    /// <summary>Where a learner's preferences lie.</summary>
    public static DocumentPlace PreferencesOf(string learnerKey) => new(DocumentKind.AgentProfile, "", learnerKey, Guid.Empty);

    private static LaunchSession NewSession(LaunchPlan plan, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Registration = plan.Registration.Id,
        Unit = Guid.Empty,
        Mode = plan.Order.Mode,
        State = SessionState.Launched,
        ReturnUrl = plan.Order.ReturnUrl,
        Entitlement = plan.Order.Entitlement,
        Whole = plan.Order.Whole || plan.Order.Unit is null,
        Created = now,
        Last = now,
    };

    // cmi5 9.6.1.1: what needs nothing to be done is satisfied by the registration alone; the session of those statements is a fresh one.
    private static async Task<(Registration Registration, List<RegistrationUnit> Units, List<NewStatement> Said)> Register(Work work, LaunchPlan plan, LaunchSession session, DateTimeOffset now)
    {
        var fresh = plan.Version.Units.Select(unit => new RegistrationUnit { Registration = plan.Registration.Id, Unit = unit.Id, Position = unit.Position, Updated = now }).ToList();
        var (registration, units, said) = (plan.Registration, fresh, new List<NewStatement>());
        if (plan.Version.Course.Kind is PackageKind.Cmi5)
        {
            units = MoveOn.Evaluate(plan.Version, fresh).ToList();
            registration = Cmi5Progress.Rollup(registration, units, now);
            var view = new SessionView
            {
                Tenant = plan.Tenant,
                Session = session with { Id = Guid.CreateVersion7() },
                Registration = registration,
                Progress = units,
                Version = plan.Version,
            };
            said.AddRange(Cmi5Progress.Satisfied(view, fresh, now));
        }

        await RegistrationRows.Insert(work, registration, units);
        return (registration, units, said);
    }

    private static async Task<Unit?> UnitOf(Work work, LaunchPlan plan, Registration registration, List<RegistrationUnit> progress)
    {
        var units = plan.Version.Units;
        if (plan.Order.Unit is { } wanted)
        {
            return Guid.TryParse(wanted, out var id) ? units.SingleOrDefault(unit => unit.Id == id)
                : int.TryParse(wanted, out var index) ? units.SingleOrDefault(unit => unit.Position == index)
                : units.SingleOrDefault(unit => unit.Identifier == wanted);
        }

        // Where the learner was, when that is not done; else the first that is not done and is open.
        var isCmi5 = plan.Version.Course.Kind is PackageKind.Cmi5;
        var left = progress.Where(unit => isCmi5 ? !unit.Satisfied : unit.Completion is not Completion.Completed).ToList();
        var last = plan.IsNew || units.Count == 1 ? null : await SessionRows.LastUnit(work, registration.Id);
        var next = left.Find(unit => unit.Unit == last) ?? (units.Count == 1 ? null : await FirstOpen(work, plan, registration, progress, left)) ?? left.FirstOrDefault() ?? progress[0];
        return units.Single(unit => unit.Id == next.Unit);
    }

    private static async Task<RegistrationUnit?> FirstOpen(Work work, LaunchPlan plan, Registration registration, List<RegistrationUnit> progress, List<RegistrationUnit> left)
    {
        var session = NewSession(plan, registration.Created) with { Unit = progress[0].Unit };
        var view = new SessionView { Tenant = plan.Tenant, Session = session, Registration = registration, Progress = progress, Version = plan.Version };
        var tree = CourseContents.TreeOf(plan.Version);
        var rules = new SequencingRuleCheck(tree, await CourseContents.StateOf(work, view));
        return left.Find(unit => rules.Closed(tree.OfUnit(unit.Position)) is null);
    }

    // 10.2.6: a unit that is one of several goes back to the page that shows them all.
    private string? BackOf(LaunchPlan plan, SessionView view) => PlayerPage.IsNeededFor(view)
        ? $"{Launcher.ContentOrigin(origins, plan.Tenant, plan.Version.Id)}/t/{plan.Token}/back"
        : view.Session.ReturnUrl;

    // 10.1: the launch data is there before the unit is; 11: so are the preferences.
    private async Task Cmi5(Work work, LaunchPlan plan, SessionView view)
    {
        var place = new DocumentPlace(DocumentKind.State, view.Unit.Activity, view.Registration.LearnerKey, view.Registration.Id);
        await documents.PutWithin(work, place, LaunchData.StateId, "application/json", LaunchData.Of(view, BackOf(plan, view)));
        if (plan.NeedsPreferences)
        {
            await documents.PutWithin(work, PreferencesOf(view.Registration.LearnerKey), LaunchData.PreferencesId, "application/json", LaunchData.DefaultPreferences(view.Language));
        }
    }
}
