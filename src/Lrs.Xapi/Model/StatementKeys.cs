namespace Lrs.Xapi;

/// <summary>What queries find a statement by (Communication 2.1.3; 9274.1.1 4.1.6.1). Every list is distinct, in order of appearance.</summary>
public sealed record StatementKeys
{
    /// <summary>The actor's key (<see cref="Actor.Key"/>); null for an anonymous group.</summary>
    public string? Actor { get; init; }

    /// <summary>What the <c>agent</c> filter matches: actor and object, and the members of each that is a group.</summary>
    public required IReadOnlyList<string> Agents { get; init; }

    /// <summary>
    /// What the filter matches with <c>related_agents</c>: <see cref="Agents"/>, instructor, team, context agents and groups, their members, and all
    /// of these in a SubStatement. The authority is the server's to add.
    /// </summary>
    public required IReadOnlyList<string> RelatedAgents { get; init; }

    /// <summary>The verb's IRI.</summary>
    public required string Verb { get; init; }

    /// <summary>The IRI of the activity that is the object; null for other objects.</summary>
    public string? Activity { get; init; }

    /// <summary>What the filter matches with <c>related_activities</c>: the object, all context activities, and both of a SubStatement.</summary>
    public required IReadOnlyList<string> RelatedActivities { get; init; }

    /// <summary>The context's registration.</summary>
    public Guid? Registration { get; init; }

    /// <summary>The statement that the object refers to.</summary>
    public Guid? RefersTo { get; init; }

    /// <summary>Does it void the statement it refers to?</summary>
    public bool Voids { get; init; }

    internal static StatementKeys Of(Statement statement)
    {
        var agents = new DistinctTexts();
        Add(agents, statement.Actor);
        Add(agents, (statement.Object as ActorObject)?.Actor);

        var related = new DistinctTexts();
        var activities = new DistinctTexts();
        AddRelated(related, activities, statement.Actor, statement.Object, statement.Context);

        return new()
        {
            Actor = statement.Actor.Key,
            Agents = agents.All,
            RelatedAgents = related.All,
            Verb = statement.Verb.Id.Text,
            Activity = (statement.Object as Activity)?.Id.Text,
            RelatedActivities = activities.All,
            Registration = statement.Context?.Registration,
            RefersTo = (statement.Object as StatementReference)?.Id,
            Voids = statement.Verb.Id.Text == Xapi.Verb.Voided && statement.Object is StatementReference,
        };
    }

    private static void AddRelated(DistinctTexts agents, DistinctTexts activities, Actor actor, StatementObject target, Context? context)
    {
        Add(agents, actor);
        switch (target)
        {
            case Activity activity:
                activities.Add(activity.Id.Text);
                break;
            case ActorObject other:
                Add(agents, other.Actor);
                break;
            case SubStatement sub:
                AddRelated(agents, activities, sub.Actor, sub.Object, sub.Context);
                break;
        }

        if (context is null)
        {
            return;
        }

        Add(agents, context.Instructor);
        Add(agents, context.Team);
        foreach (var member in context.Agents.Concat(context.Groups))
        {
            Add(agents, member.Actor);
        }

        foreach (var activity in context.Activities.All)
        {
            activities.Add(activity.Id.Text);
        }
    }

    private static void Add(DistinctTexts agents, Actor? actor)
    {
        if (actor is null)
        {
            return;
        }

        if (actor.Key is { } key)
        {
            agents.Add(key);
        }

        foreach (var member in actor.Members)
        {
            Add(agents, member);
        }
    }
}
