namespace Lrs.Xapi;

/// <summary>How statements are given out (Communication 2.1.3).</summary>
public enum StatementFormat
{
    /// <summary>As they were received.</summary>
    Exact,

    /// <summary>Only identifiers of actors, verbs and activities.</summary>
    Ids,

    /// <summary>With the store's own definitions and one language for each text.</summary>
    Canonical,
}

/// <summary>What a <c>GET</c> on statements asks for (Communication 2.1.3; 9274.1.1 4.1.6.1).</summary>
public sealed record StatementQuery
{
    private static readonly string[] Known =
    [
        "statementId", "voidedStatementId", "agent", "verb", "activity", "registration", "related_activities", "related_agents",
        "since", "until", "limit", "format", "attachments", "ascending",
    ];

    /// <summary>Exactly this statement, if it is not voided.</summary>
    public Guid? StatementId { get; init; }

    /// <summary>Exactly this statement, which is voided.</summary>
    public Guid? VoidedStatementId { get; init; }

    /// <summary>An agent or identified group; its <see cref="Actor.Key"/> is never null.</summary>
    public Actor? Agent { get; init; }

    /// <summary>A verb.</summary>
    public Iri? Verb { get; init; }

    /// <summary>An activity.</summary>
    public Iri? Activity { get; init; }

    /// <summary>A registration.</summary>
    public Guid? Registration { get; init; }

    /// <summary>Look for the activity in context and SubStatement too.</summary>
    public bool RelatedActivities { get; init; }

    /// <summary>Look for the agent in authority, context and SubStatement too.</summary>
    public bool RelatedAgents { get; init; }

    /// <summary>Stored after this time; the time itself does not count.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Stored at or before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>At most so many; 0 and null leave it to the server.</summary>
    public int? Limit { get; init; }

    /// <summary>How they are given out.</summary>
    public StatementFormat Format { get; init; }

    /// <summary>Send the attachments' data too.</summary>
    public bool Attachments { get; init; }

    /// <summary>Oldest first.</summary>
    public bool Ascending { get; init; }

    /// <summary>Does it ask for one statement by id?</summary>
    public bool IsForOne => StatementId is not null || VoidedStatementId is not null;

    /// <summary>
    /// Reads the decoded parameters of a request; null if any of them is unknown, doubled, in the wrong case, has a wrong value or does not go with
    /// the others: with <c>statementId</c> or <c>voidedStatementId</c> only <c>attachments</c> and <c>format</c> may stand.
    /// </summary>
    public static StatementQuery? Parse(IEnumerable<KeyValuePair<string, string>> parameters, XapiVersion version, Faults faults)
    {
        var before = faults.Found;
        var given = new Parameters(parameters, Known, version, faults);
        CheckTogether(given, faults);
        var query = new StatementQuery
        {
            StatementId = given.Uuid("statementId"),
            VoidedStatementId = given.Uuid("voidedStatementId"),
            Agent = given.Agent("agent"),
            Verb = given.Iri("verb"),
            Activity = given.Iri("activity"),
            Registration = given.Uuid("registration"),
            RelatedActivities = given.Bool("related_activities"),
            RelatedAgents = given.Bool("related_agents"),
            Since = given.Time("since"),
            Until = given.Time("until"),
            Limit = given.Count("limit"),
            Format = given.OneOf("format", ParseFormat, Rule.QueryFormat, "exact, ids or canonical") ?? StatementFormat.Exact,
            Attachments = given.Bool("attachments"),
            Ascending = given.Bool("ascending"),
        };
        return faults.Found == before ? query : null;
    }

    private static StatementFormat? ParseFormat(string text) => text switch
    {
        "exact" => StatementFormat.Exact,
        "ids" => StatementFormat.Ids,
        "canonical" => StatementFormat.Canonical,
        _ => null,
    };

    private static void CheckTogether(Parameters given, Faults faults)
    {
        var one = given.Has("statementId") ? "statementId" : given.Has("voidedStatementId") ? "voidedStatementId" : null;
        if (one is null)
        {
            return;
        }

        foreach (var name in given.Names)
        {
            if (name != one && name is not ("attachments" or "format"))
            {
                using var inside = faults.InsideParameter(name);
                faults.Add(Rule.QueryTogether, $"'{name}' cannot be asked for together with '{one}'.");
            }
        }
    }
}
