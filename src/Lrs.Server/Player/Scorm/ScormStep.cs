using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>What one commit changes: the second half of <see cref="ScormCommits"/>, without any database.</summary>
/// <param name="view">The session, with the commit's number noted.</param>
/// <param name="state">The open attempt; null when the session does not count.</param>
/// <param name="commit">The commit.</param>
/// <param name="now">When it came.</param>
internal sealed class ScormStep(SessionView view, ScormState? state, ScormCommit commit, DateTimeOffset now)
{
    private readonly List<NewStatement> statements = [];
    private SessionView? after;
    private ScormState? next;

    public IReadOnlyList<NewStatement> Statements => statements;

    public ScormStep Run()
    {
        // :: 3 put the elements in their place
        var known = state?.Cmi ?? Cmi.Empty;
        var cmi = commit.IsWhole ? commit.Cmi : known.With(commit.Cmi.Elements);
        var (before, told) = (Read(known), Read(cmi));
        var session = view.Session with { Duration = Duration(told) };
        var longer = session.Duration - view.Session.Duration;
        var begins = session.State is SessionState.Launched;
        var ends = commit.Terminates && session.Parts == (1L << commit.Parts) - 1;
        session = session with
        {
            State = session.State is SessionState.Abandoned ? SessionState.Abandoned : ends ? SessionState.Terminated : SessionState.Initialized,
            Ended = session.Ended ?? (ends ? now : null),
        };
        var reached = (view with { Session = session }).With(Progress(told, longer));
        var rolled = state is null ? view.Registration : ScormRollup.Of(view.Registration, reached.Progress, view.Settings, now);
        after = reached with { Registration = rolled };
        next = state is null ? null : state with
        {
            Cmi = cmi,
            Session = session.Id,
            TotalTime = state.TotalTime + longer,
            IsOpen = !ends || told.Suspends,
            Updated = now,
        };

        // :: 4 say what is new
        var say = new ScormStatements(after, session.Attempt ?? session.Id, now);
        if (begins)
        {
            statements.Add(say.Begun(state?.Session is not null));
        }

        if (state is not null)
        {
            statements.AddRange(ScormDifference.Between(say, before, told, commit.Sequence));
        }

        // :: 5 end the session when content did
        if (ends)
        {
            End(say, told);
        }

        // :: 6 roll the unit up into the course
        statements.AddRange(Course(say, view.Registration, rolled));
        return this;
    }

    // :: 7 write
    public async Task Write(Work work)
    {
        await SessionRows.Update(work, after!.Session);
        if (next is not null)
        {
            await ScormStateRows.Put(work, next);
            await RegistrationRows.Update(work, after.UnitProgress);
            await RegistrationRows.Update(work, after.Registration);
            await GlobalObjectives.Write(work, after);
        }
    }

    /// <summary>The statements about the course when the rollup turned.</summary>
    public static IEnumerable<NewStatement> Course(ScormStatements say, Registration before, Registration after)
    {
        if (after.Completion is Completion.Completed && before.Completion is not Completion.Completed)
        {
            yield return say.OfCourse(Verbs.Completed);
        }

        if (after.Success is not Success.Unknown && after.Success != before.Success)
        {
            yield return say.OfCourse(after.Success is Success.Passed ? Verbs.Passed : Verbs.Failed);
        }
    }

    private void End(ScormStatements say, ScormSnapshot told)
    {
        if (state is not null && told.Score is not null && told.Success is Success.Unknown)
        {
            statements.Add(say.Scored(told));
        }

        statements.Add(say.Ended(told, counts: state is not null));
    }

    // What content says, with the completion that the course's policy makes of it.
    private ScormSnapshot Read(Cmi cmi)
    {
        var said = ScormReading.Read(view.Kind, cmi);
        return said with { Completion = CompletionRule.Told(view.Settings, view.UnitProgress.Completion, said.Completion) };
    }

    // What content tells of its time, but no more than has passed.
    private TimeSpan Duration(ScormSnapshot told)
    {
        var passed = now - view.Session.Started!.Value;
        return told.SessionTime is { } length && length < passed ? length : passed;
    }

    // An attempt that is not the first begins with nothing; what an earlier one reached stays.
    private RegistrationUnit Progress(ScormSnapshot told, TimeSpan longer)
    {
        var unit = view.UnitProgress;
        if (state is null)
        {
            return unit;
        }

        var passed = unit.Success is Success.Passed;
        return unit with
        {
            Completion = unit.Completion is Completion.Completed || told.Completion is Completion.Unknown ? unit.Completion : told.Completion,
            Success = passed || told.Success is Success.Unknown ? unit.Success : told.Success,
            Score = told.Score is null || (passed && told.Success is not Success.Passed) ? unit.Score : told.Score,
            TotalTime = unit.TotalTime + longer,
            Updated = now,
        };
    }
}
