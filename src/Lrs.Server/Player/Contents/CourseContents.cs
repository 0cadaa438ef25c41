using System.Runtime.CompilerServices;
using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>A line of the table of contents.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Depth">How deep it lies, from 0.</param>
/// <param name="Unit">What it opens; null for a heading.</param>
/// <param name="Position">The unit's place in the course; null for a heading.</param>
/// <param name="Status">In words, such as <c>Completed</c>.</param>
/// <param name="Tone">Class of the style sheet.</param>
/// <param name="Closed">Why it cannot be opened now; null when it can.</param>
internal sealed record ContentsLine(string Title, int Depth, Guid? Unit, int? Position, string Status, string Tone, string? Closed);

/// <summary>A course with several units as its learner sees it: the table of contents, and what comes before and after.</summary>
/// <param name="Lines">The table, in order.</param>
/// <param name="HasPrevious">Can the learner go back from here?</param>
/// <param name="HasNext">Can they go on?</param>
/// <param name="Hidden">Controls that the unit wants hidden (<c>adlnav:hideLMSUI</c>).</param>
internal sealed record CourseContents(IReadOnlyList<ContentsLine> Lines, bool HasPrevious, bool HasNext, IReadOnlyList<string> Hidden)
{
    /// <summary>SCORM 2004: the identifiers of the activities that content may ask for by <c>choice</c>, and by <c>jump</c> (RTE 5.6.5).</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public IReadOnlyList<string> Jumps { get; init; } = [];

    // A tree is made from a version, which never changes.
    private static readonly ConditionalWeakTable<CourseVersion, ActivityTree> Trees = [];

    /// <summary>The activity tree of a version.</summary>
    public static ActivityTree TreeOf(CourseVersion version) => Trees.GetValue(version, ActivityTree.Of);

    /// <summary>Where a registration stands in the tree, with the session's unit as the current one.</summary>
    public static async Task<SequencingState> StateOf(Work work, SessionView view)
    {
        var attempts = view.Kind is PackageKind.Scorm12 or PackageKind.Scorm2004 ? await ScormStateRows.Attempts(work, view.Registration.Id) : new Dictionary<Guid, (int Number, bool IsOpen)>();
        var units = view.Progress.Select(unit => new ActivityStatus(
            unit.Completion,
            unit.Success,
            unit.Score?.Scaled,
            attempts.TryGetValue(unit.Unit, out var attempt) ? attempt.Number : unit.Completion is Completion.Unknown ? 0 : 1)).ToList();
        var state = new SequencingState(units, view.Unit.Position, attempts.TryGetValue(view.Unit.Id, out var own) && own.IsOpen);
        return view.Kind is PackageKind.Scorm2004 && TreeOf(view.Version).HasObjectives ? await WithObjectives(work, view, state) : state;
    }

    private static async Task<SequencingState> WithObjectives(Work work, SessionView view, SequencingState state)
    {
        var told = (await ScormStateRows.All(work, view.Registration.Id)).ToDictionary(one => one.Unit, one => ScormReading.Read(view.Kind, one.Cmi).Objectives);
        return state with
        {
            Units = [.. state.Units.Select((status, position) => told.TryGetValue(view.Progress[position].Unit, out var objectives) ? status with { Objectives = ById(objectives) } : status)],
            Globals = await GlobalObjectives.Of(work, view.Registration.Id),
        };
    }

    private static Dictionary<string, ObjectiveStatus> ById(IReadOnlyList<ScormObjective> objectives) => objectives
        .DistinctBy(objective => objective.Id)
        .ToDictionary(objective => objective.Id, objective => new ObjectiveStatus(objective.Success, objective.Score?.Scaled), StringComparer.Ordinal);

    /// <summary>The contents in a state.</summary>
    public static CourseContents Of(SessionView view, SequencingState state)
    {
        var tree = TreeOf(view.Version);
        var lines = new List<ContentsLine>();
        foreach (var activity in tree.All.Skip(1))
        {
            if (tree.Upwards(activity).All(one => one.Visible) && (activity.Unit is not null || tree.Children(activity).Count > 0))
            {
                lines.Add(Line(view, tree, state, activity));
            }
        }

        return new CourseContents(
            lines,
            Sequencer.IsPossible(tree, state, new NavigationRequest.Previous()),
            Sequencer.IsPossible(tree, state, new NavigationRequest.Continue()),
            tree.OfUnit(view.Unit.Position).HiddenControls)
        {
            Choices = Reached(view, tree, state, activity => new NavigationRequest.Choice(activity.Index)),
            Jumps = Reached(view, tree, state, activity => new NavigationRequest.Jump(activity.Index)),
        };
    }

    private static List<string> Reached(SessionView view, ActivityTree tree, SequencingState state, Func<ActivityNode, NavigationRequest> request) => view.Kind is PackageKind.Scorm2004
        ? [.. tree.All.Where(activity => Sequencer.IsPossible(tree, state, request(activity))).Select(activity => activity.Identifier)]
        : [];

    private static ContentsLine Line(SessionView view, ActivityTree tree, SequencingState state, ActivityNode activity)
    {
        var depth = tree.Upwards(activity).Count() - 2;
        if (activity.Unit is not { } position)
        {
            return new ContentsLine(activity.Title, depth, null, null, "", "", null);
        }

        var (status, tone) = Words(view, view.Progress[position]);
        var closed = Sequencer.Look(tree, state, new NavigationRequest.Choice(activity.Index)) is Delivery.Refused refused ? refused.Reason : null;
        return new ContentsLine(activity.Title, depth, view.Version.Units[position].Id, position, status, tone, closed);
    }

    private static (string Status, string Tone) Words(SessionView view, RegistrationUnit unit) => (unit.Success, unit.Completion) switch
    {
        _ when unit.Waived is not null => ("Waived", "good"),
        (Success.Passed, _) => ("Passed", "good"),
        (Success.Failed, _) => ("Failed", "bad"),
        (_, Completion.Completed) => ("Completed", "good"),
        (_, Completion.Incomplete) => ("Started", ""),
        _ when view.Kind is PackageKind.Cmi5 && unit.Satisfied => ("Nothing to do", "good"),
        _ => ("Not started", ""),
    };
}
