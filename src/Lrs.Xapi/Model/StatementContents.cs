namespace Lrs.Xapi;

/// <summary>Everything of one sort that a statement speaks of, wherever in it that stands.</summary>
public static class StatementContents
{
    /// <summary>Every activity: the object, those of the context, and both of a SubStatement (Data 2.4.4.1, 2.4.6.2). In order of appearance, repetitions included.</summary>
    public static IEnumerable<Activity> Activities(this Statement statement) => Activities(statement.Object, statement.Context);

    /// <summary>
    /// Every agent and group: actor, object, authority, instructor, team, context agents and groups, all of these in a SubStatement, and the members of
    /// each (Data 2.4.2, 2.4.6, 2.4.9). In order of appearance, repetitions included.
    /// </summary>
    public static IEnumerable<Actor> Actors(this Statement statement) =>
        WithMembers(Actors(statement.Actor, statement.Object, statement.Context).Append(statement.Authority));

    private static IEnumerable<Activity> Activities(StatementObject target, Context? context)
    {
        if (target is Activity activity)
        {
            yield return activity;
        }
        else if (target is SubStatement sub)
        {
            foreach (var inner in Activities(sub.Object, sub.Context))
            {
                yield return inner;
            }
        }

        foreach (var related in context?.Activities.All ?? [])
        {
            yield return related;
        }
    }

    private static IEnumerable<Actor?> Actors(Actor actor, StatementObject target, Context? context)
    {
        yield return actor;
        yield return (target as ActorObject)?.Actor;
        if (target is SubStatement sub)
        {
            foreach (var inner in Actors(sub.Actor, sub.Object, sub.Context))
            {
                yield return inner;
            }
        }

        yield return context?.Instructor;
        yield return context?.Team;
        foreach (var member in context is null ? [] : context.Agents.Concat(context.Groups))
        {
            yield return member.Actor;
        }
    }

    private static IEnumerable<Actor> WithMembers(IEnumerable<Actor?> actors) => actors.OfType<Actor>().SelectMany(actor => actor.Members.Prepend(actor));
}
