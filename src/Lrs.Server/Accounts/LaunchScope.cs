using System.Text;
using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>
/// What a launch-scoped credential is confined to, so that it can be handed to content in a browser: it can be this actor in this registration, and
/// speak of these activities by these verbs, and nothing else.
/// </summary>
internal sealed record LaunchScope
{
    /// <summary>The one actor: an agent with an identifier.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The one registration.</summary>
    public required Guid Registration { get; init; }

    /// <summary>IRIs of activities; one that ends in <c>/*</c> or <c>#*</c> stands for all that begin with what is before the star.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    /// <summary>IRIs of verbs; empty for every verb except <c>voided</c>, which none may use.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>What a credential that is confined may have: it reads what it wrote itself, and keeps documents.</summary>
    public const Scopes Possible = Scopes.WriteStatements | Scopes.ReadMine | Scopes.State | Scopes.Profile;

    // The resources of the store whose rules know of launch scopes. Any other address is shut for them, until somebody has thought about it.
    private static readonly string[] Resources = ["/statements/", "/activities/state/", "/activities/profile/", "/agents/profile/"];

    /// <summary>May a launch-scoped credential call this endpoint at all?</summary>
    public static bool Reaches(Endpoint? endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } route } && route.StartsWith("/xapi", StringComparison.Ordinal) && Array.Exists(Resources, resource => route.EndsWith(resource, StringComparison.Ordinal));

    /// <summary>Is it this actor?</summary>
    public bool Is(Actor? actor) => actor is { Kind: ActorKind.Agent } && actor.Key == Actor.Key;

    /// <summary>Is it one of the activities?</summary>
    public bool Covers(Iri? activity)
    {
        foreach (var allowed in Activities)
        {
            if (allowed.EndsWith('*') ? activity?.Text.AsSpan().StartsWith(allowed.AsSpan(0, allowed.Length - 1)) is true : activity?.Text == allowed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Is it one of the verbs?</summary>
    public bool Allows(Iri verb) => verb.Text != Verb.Voided && (Verbs.Count == 0 || Verbs.Contains(verb.Text));

    /// <summary>As it is kept, and as <c>/api/credentials</c> takes and gives it.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            WriteTo(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("actor"u8);
        Actor.WriteTo(json);
        json.WriteString("registration"u8, Registration);
        Texts(json, "activities", Activities);
        if (Verbs.Count > 0)
        {
            Texts(json, "verbs", Verbs);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is something else.</exception>
    public static LaunchScope FromJson(string text)
    {
        var faults = new Faults();
        return LaunchScopeReader.Read(Encoding.UTF8.GetBytes(text), faults) ?? throw new InvalidDataException($"A credential's launch scope cannot be read: {faults[0].Message}");
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
