namespace Lrs.Xapi;

/// <summary>The three resources that keep documents (Communication 2.2; 9274.1.1 4.1.6.2).</summary>
public enum DocumentKind
{
    /// <summary><c>activities/state</c>: for an activity, an agent and perhaps a registration.</summary>
    State,

    /// <summary><c>activities/profile</c>: for an activity.</summary>
    ActivityProfile,

    /// <summary><c>agents/profile</c>: for an agent.</summary>
    AgentProfile,
}

/// <summary>What is asked of a document resource.</summary>
public enum DocumentMethod
{
    /// <summary>One document, or the ids of those there are if no id is given.</summary>
    Get,

    /// <summary>Keep one document.</summary>
    Put,

    /// <summary>Merge into one document.</summary>
    Post,

    /// <summary>Delete one; of states all, if no id is given.</summary>
    Delete,
}

/// <summary>Which documents a request means (Communication 2.3, 2.6, 2.7; 9274.1.1 4.1.6.2, .5, .6).</summary>
public sealed record DocumentQuery
{
    /// <summary>The resource.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The activity; null only for agent profiles.</summary>
    public Iri? ActivityId { get; init; }

    /// <summary>The agent or identified group; null only for activity profiles.</summary>
    public Actor? Agent { get; init; }

    /// <summary>The registration; only states can have one.</summary>
    public Guid? Registration { get; init; }

    /// <summary><c>stateId</c> or <c>profileId</c>; null when several are meant.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Only ids of documents stored after this time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Reads the decoded parameters of a request; null if any is missing, unknown, doubled, in the wrong case or has a wrong value.</summary>
    public static DocumentQuery? Parse(
        DocumentKind kind, DocumentMethod method, IEnumerable<KeyValuePair<string, string>> parameters, XapiVersion version, Faults faults)
    {
        var before = faults.Found;
        var id = kind is DocumentKind.State ? "stateId" : "profileId";
        var given = new Parameters(parameters, Known(kind, method, id), version, faults);

        if (kind is not DocumentKind.AgentProfile)
        {
            given.Require("activityId", "it says which activity the documents belong to");
        }

        if (kind is not DocumentKind.ActivityProfile)
        {
            given.Require("agent", "it says whose documents they are");
        }

        var mayBeMany = method is DocumentMethod.Get || (method is DocumentMethod.Delete && kind is DocumentKind.State);
        if (!mayBeMany)
        {
            given.Require(id, "it says which document is meant");
        }
        else if (given.Has(id) && given.Has("since"))
        {
            using var inside = faults.InsideParameter("since");
            faults.Add(Rule.QueryTogether, $"'since' asks for ids and cannot stand together with '{id}'.");
        }

        var query = new DocumentQuery
        {
            Kind = kind,
            ActivityId = given.Iri("activityId"),
            Agent = given.Agent("agent"),
            Registration = given.Uuid("registration"),
            DocumentId = given.Text(id),
            Since = given.Time("since"),
        };
        return faults.Found == before ? query : null;
    }

    private static string[] Known(DocumentKind kind, DocumentMethod method, string id)
    {
        string[] owner = kind switch
        {
            DocumentKind.State => ["activityId", "agent", "registration", id],
            DocumentKind.ActivityProfile => ["activityId", id],
            _ => ["agent", id],
        };
        return method is DocumentMethod.Get ? [.. owner, "since"] : owner;
    }
}
