using Lrs.Data;
using Lrs.Packages;

namespace Lrs.Server.Player;

/// <summary>
/// The objectives of a whole course (SN 3.10), kept for each registration. What an activity knows and is told to pass on is written when its content saves; what it does not know leaves the
/// objective as it is, so the last who knew counts. <c>adlseq:objectivesGlobalToSystem</c> is not obeyed: another registration begins with nothing.
/// </summary>
internal static class GlobalObjectives
{
    private const string Upsert = """
        INSERT INTO global_objective (tenant, registration, objective, success, measure) VALUES (@tenant, @registration, @objective, @success, @measure)
        ON CONFLICT (tenant, registration, objective) DO UPDATE SET success = excluded.success, measure = excluded.measure
        """;

    /// <summary>All of a registration, by their ids.</summary>
    public static async Task<Dictionary<string, ObjectiveStatus>> Of(Work work, Guid registration)
    {
        var all = await work.All(
            "SELECT objective, success, measure FROM global_objective WHERE tenant = @tenant AND registration = @registration",
            row => (Id: row.Text(0), Status: new ObjectiveStatus(Enum.Parse<Success>(row.Text(1), ignoreCase: true), row.DecimalOrNull(2))),
            ("@registration", registration));
        return all.ToDictionary(one => one.Id, one => one.Status, StringComparer.Ordinal);
    }

    /// <summary>Keeps those that the session's unit, and all that it lies in, pass on.</summary>
    public static async Task Write(Work work, SessionView view)
    {
        var tree = CourseContents.TreeOf(view.Version);
        if (view.Kind is not PackageKind.Scorm2004 || !tree.HasObjectives)
        {
            return;
        }

        foreach (var (id, status) in Passed(tree, await CourseContents.StateOf(work, view), view.Unit.Position))
        {
            await work.Run(Upsert, ("@registration", view.Registration.Id), ("@objective", id), ("@success", status.Success.ToString().ToLowerInvariant()), ("@measure", status.Measure));
        }
    }

    /// <summary>The objectives that change when a unit's state has become known; the unit first, then what it lies in.</summary>
    public static IReadOnlyDictionary<string, ObjectiveStatus> Passed(ActivityTree tree, SequencingState state, int unit)
    {
        var passed = new Dictionary<string, ObjectiveStatus>(StringComparer.Ordinal);
        foreach (var activity in tree.Upwards(tree.OfUnit(unit)))
        {
            // What was passed on already is seen by the others.
            var states = new ActivityStates(tree, state with { Globals = Over(state.Globals, passed) });
            foreach (var objective in activity.Rules.Objectives)
            {
                var known = states.Objective(activity, objective.IsPrimary ? null : objective.Id);
                foreach (var map in objective.Maps.Where(map => map.WritesSuccess || map.WritesMeasure))
                {
                    var before = passed.GetValueOrDefault(map.Target) ?? state.Globals.GetValueOrDefault(map.Target, ObjectiveStatus.Unknown);
                    var after = new ObjectiveStatus(
                        map.WritesSuccess && known.Success is not Success.Unknown ? known.Success : before.Success,
                        map.WritesMeasure ? known.Measure ?? before.Measure : before.Measure);
                    if (after != before)
                    {
                        passed[map.Target] = after;
                    }
                }
            }
        }

        return passed;
    }

    private static Dictionary<string, ObjectiveStatus> Over(IReadOnlyDictionary<string, ObjectiveStatus> globals, Dictionary<string, ObjectiveStatus> passed)
    {
        var all = new Dictionary<string, ObjectiveStatus>(globals, StringComparer.Ordinal);
        foreach (var (id, status) in passed)
        {
            all[id] = status;
        }

        return all;
    }
}
