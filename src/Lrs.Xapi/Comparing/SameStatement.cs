namespace Lrs.Xapi;

/// <summary>
/// Do two statements say the same? (Data 2.3.1, on comparing statements; 9274.1.1 4.2.7 on durations.) Ignored is what a store sets or may change: id, stored,
/// authority, version, a timestamp that the store set, the zone of timestamps, a verb's display, activity definitions, the order of a group's
/// members, attachments, and a single context activity against a list of one. Not ignored is everything else, a duration's text among it
/// (to 0.01 s, Data 4.6). Numbers are compared by value.
/// </summary>
public static class SameStatement
{
    /// <summary>Is one of the statements, sent again under the other's id, a repetition and not a clash?</summary>
    public static bool Are(Statement a, Statement b) =>
        SameWhen(a, b)
        && a.Verb.Id == b.Verb.Id
        && SameActor(a.Actor, b.Actor)
        && SameObject(a.Object, b.Object)
        && SameResult(a.Result, b.Result)
        && SameContext(a.Context, b.Context);

    private static bool SameWhen(Statement a, Statement b) => a.Timestamp == b.Timestamp || (IsSetByStore(a) && IsSetByStore(b));

    private static bool IsSetByStore(Statement statement) => statement.Timestamp is null || statement.Timestamp == statement.Stored;

    private static bool SameObject(StatementObject a, StatementObject b) => (a, b) switch
    {
        (Activity one, Activity other) => one.Id == other.Id,
        (ActorObject one, ActorObject other) => SameActor(one.Actor, other.Actor),
        (StatementReference one, StatementReference other) => one.Id == other.Id,
        (SubStatement one, SubStatement other) =>
            one.When?.Instant == other.When?.Instant
            && one.Verb.Id == other.Verb.Id
            && SameActor(one.Actor, other.Actor)
            && SameObject(one.Object, other.Object)
            && SameResult(one.Result, other.Result)
            && SameContext(one.Context, other.Context),
        _ => false,
    };

    private static bool SameActor(Actor? a, Actor? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return a.Kind == b.Kind && a.Key == b.Key && a.Name == b.Name && SameMembers(a.Members, b.Members);
    }

    // Unordered; told apart by what an agent can differ in, so that counting is enough.
    private static bool SameMembers(IReadOnlyList<Actor> a, IReadOnlyList<Actor> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        static IEnumerable<(string?, string?)> Sorted(IReadOnlyList<Actor> members) => members.Select(m => (m.Key, m.Name)).Order();
        return a.Count is 0 || Sorted(a).SequenceEqual(Sorted(b));
    }

    private static bool SameResult(Result? a, Result? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return a.Score == b.Score
            && a.Success == b.Success
            && a.Completion == b.Completion
            && a.Response == b.Response
            && a.Duration?.Comparable == b.Duration?.Comparable
            && SameJson.Are(a.Extensions, b.Extensions);
    }

    private static bool SameContext(Context? a, Context? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return a.Registration == b.Registration
            && SameActor(a.Instructor, b.Instructor)
            && SameActor(a.Team, b.Team)
            && SameAgents(a.Agents, b.Agents)
            && SameAgents(a.Groups, b.Groups)
            && SameActivities(a.Activities.Parent, b.Activities.Parent)
            && SameActivities(a.Activities.Grouping, b.Activities.Grouping)
            && SameActivities(a.Activities.Category, b.Activities.Category)
            && SameActivities(a.Activities.Other, b.Activities.Other)
            && a.Revision == b.Revision
            && a.Platform == b.Platform
            && Equals(a.Language, b.Language)
            && a.Statement == b.Statement
            && SameJson.Are(a.Extensions, b.Extensions);
    }

    private static bool SameAgents(IReadOnlyList<ContextAgent> a, IReadOnlyList<ContextAgent> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => SameActor(pair.First.Actor, pair.Second.Actor) && pair.First.RelevantTypes.SequenceEqual(pair.Second.RelevantTypes));

    private static bool SameActivities(IReadOnlyList<Activity> a, IReadOnlyList<Activity> b) => a.Select(x => x.Id).SequenceEqual(b.Select(x => x.Id));
}
