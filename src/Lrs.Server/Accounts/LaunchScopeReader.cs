using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>Reads a launch scope: <c>{"actor", "registration", "activities", "verbs"?}</c>.</summary>
internal static class LaunchScopeReader
{
    private const int MostIris = 100;

    /// <summary>The scope; null, with every fault, when something is wrong.</summary>
    public static LaunchScope? Read(ReadOnlyMemory<byte> json, Faults faults)
    {
        var before = faults.Found;
        var fields = new RequestFields(json, "credential", ["actor", "registration", "activities", "verbs"], faults);
        fields.Require("actor", "the one agent that the credential can be");
        fields.Require("registration", "the one registration, a UUID");
        fields.Require("activities", "the IRIs that it may speak of");
        var actor = fields.Has("actor") ? Agent(fields.Raw("actor"), "actor", fields, faults) : null;
        var registration = fields.Text("registration", 36) is { } text ? Uuids.Parse(text) : null;
        if (fields.Has("registration") && registration is null)
        {
            fields.Wrong("registration", "'registration' is a UUID.");
        }

        var activities = fields.Texts("activities", MostIris);
        var verbs = fields.Texts("verbs", MostIris);
        if (fields.Has("activities") && (activities.Count == 0 || !activities.All(IsActivity)))
        {
            fields.Wrong("activities", "'activities' is a list of absolute IRIs; one that ends in /* or #* stands for all that begin with what is before the star.");
        }

        if (fields.Has("verbs") && (verbs.Count == 0 || !verbs.All(verb => Iri.TryParse(verb, out _)) || verbs.Contains(Verb.Voided)))
        {
            fields.Wrong("verbs", "'verbs' is a list of absolute IRIs; leave it out for all. voided is for no launch.");
        }

        return faults.Found > before ? null : new LaunchScope { Actor = actor!, Registration = registration!.Value, Activities = activities, Verbs = verbs };
    }

    /// <summary>One agent with an identifier; null, with the fault, when it is anything else.</summary>
    public static Actor? Agent(ReadOnlyMemory<byte> json, string field, RequestFields fields, Faults faults)
    {
        using var inside = faults.Inside(field);
        var before = faults.Found;
        var actor = Actor.Read(json, XapiVersion.V1, faults);
        if (faults.Found == before && (actor?.Kind is not ActorKind.Agent || actor.Key is null))
        {
            faults.Add(fields.RuleOf(field), "This is one agent with an identifier: mbox, mbox_sha1sum, openid or account.");
        }

        return faults.Found == before ? actor : null;
    }

    // Before the star stands more than a scheme, or it would mean the activities of everybody.
    private static bool IsActivity(string text) =>
        text.EndsWith("/*", StringComparison.Ordinal) || text.EndsWith("#*", StringComparison.Ordinal)
            ? Iri.TryParse(text[..^2], out var root) && root.Text[(root.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim('/').Length > 0
            : Iri.TryParse(text, out _);
}
