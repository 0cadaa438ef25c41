using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>What statements change in a registration of cmi5, and what follows from it (9.3.9).</summary>
internal static class Cmi5Progress
{
    /// <summary>The session after a statement that was allowed.</summary>
    public static SessionView After(SessionView view, Statement statement, DateTimeOffset now)
    {
        var session = view.Session with { Last = now > view.Session.Last ? now : view.Session.Last };
        if (!Cmi5Gate.IsDefined(statement))
        {
            return view with { Session = session };
        }

        var verb = statement.Verb.Id.Text;
        session = session.Saying(Cmi5Gate.NameOf(verb));
        var unit = view.UnitProgress with { Updated = now };
        switch (verb)
        {
            case Verbs.Initialized:
                session = session with { State = SessionState.Initialized, Started = now };
                break;
            case Verbs.Terminated:
                var length = Length(statement, now - session.Created);
                session = session with { State = SessionState.Terminated, Ended = now, Duration = length };
                unit = unit with { TotalTime = unit.TotalTime + length };
                break;
            case Verbs.Completed:
                unit = unit with { Completion = Completion.Completed };
                break;
            case Verbs.Passed:
                unit = unit with { Success = Success.Passed, Score = statement.Result?.Score };
                break;
            case Verbs.Failed:
                unit = unit with { Success = Success.Failed, Score = statement.Result?.Score };
                break;
        }

        if (unit.Completion is Completion.Unknown)
        {
            unit = unit with { Completion = Completion.Incomplete };
        }

        return (view with { Session = session }).With(unit);
    }

    /// <summary>
    /// Looks at every criterion, rolls up, writes what changed, and gives the satisfied statements that follow, under the session that is
    /// the reason.
    /// </summary>
    /// <param name="work">The log writer's transaction.</param>
    /// <param name="before">The units before anything happened.</param>
    /// <param name="view">The session afterwards.</param>
    /// <param name="now">When.</param>
    public static async Task<IReadOnlyList<NewStatement>> Settle(Work work, IReadOnlyList<RegistrationUnit> before, SessionView view, DateTimeOffset now)
    {
        var units = MoveOn.Evaluate(view.Version, view.Progress);
        var settled = view with { Progress = units, Registration = Rollup(view.Registration, units, now) };
        foreach (var changed in units.Where((unit, index) => unit != before[index]))
        {
            await RegistrationRows.Update(work, changed);
        }

        await RegistrationRows.Update(work, settled.Registration);
        return Satisfied(settled, before, now);
    }

    /// <summary>The satisfied statements for what is satisfied now and was not before.</summary>
    public static IReadOnlyList<NewStatement> Satisfied(SessionView view, IReadOnlyList<RegistrationUnit> before, DateTimeOffset now)
    {
        var say = new Cmi5Statements(view, now);
        return Satisfaction.New(view.Version, before, view.Progress).Select(say.Satisfied).ToList();
    }

    /// <summary>The course from its units: complete when it is satisfied, passed when every unit that was judged was passed.</summary>
    public static Registration Rollup(Registration registration, IReadOnlyList<RegistrationUnit> units, DateTimeOffset now)
    {
        var satisfied = Satisfaction.OfCourse(units);
        var judged = units.Where(unit => unit.Success is not Success.Unknown).ToList();
        var scores = units.Select(unit => unit.Score?.Scaled).OfType<decimal>().ToList();
        return registration with
        {
            Satisfied = satisfied,
            Completion = satisfied ? Completion.Completed : units.Any(unit => unit.Completion is not Completion.Unknown) ? Completion.Incomplete : Completion.Unknown,
            Success = judged.Count == 0 ? Success.Unknown : judged.Any(unit => unit.Success is Success.Failed) ? Success.Failed : satisfied ? Success.Passed : Success.Unknown,
            Scaled = scores.Count == 0 ? null : Math.Round(scores.Average(), 6),
            Updated = now,
            Completed = registration.Completed ?? (satisfied ? now : null),
        };
    }

    private static TimeSpan Length(Statement statement, TimeSpan passed) =>
        statement.Result?.Duration?.Length is { } told && told < passed ? told : passed;
}
