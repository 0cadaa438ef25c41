using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Goes through a stored statement and hands actors, verbs and activities, wherever they stand, to the format that writes them; copies the rest.</summary>
internal abstract class StatementRewriter(JsonCopier copier)
{
    protected JsonCopier Copier { get; } = copier;

    public void Statement(ref Utf8JsonReader json) => Copier.Object(ref json, name => name switch
    {
        "actor" or "authority" => Actor,
        "verb" => Verb,
        "object" => Object,
        "context" => Context,
        _ => Copier.Copy,
    });

    protected abstract void Actor(ref Utf8JsonReader json);

    protected abstract void Verb(ref Utf8JsonReader json);

    protected abstract void Activity(ref Utf8JsonReader json);

    private void Object(ref Utf8JsonReader json)
    {
        switch (json.TokenType is JsonTokenType.StartObject ? ObjectTypes.Peek(json) : "")
        {
            case null or "Activity":
                Activity(ref json);
                break;
            case "Agent" or "Group":
                Actor(ref json);
                break;
            case "SubStatement":
                Statement(ref json);
                break;
            default:
                Copier.Copy(ref json);
                break;
        }
    }

    private void Context(ref Utf8JsonReader json) => Copier.Object(ref json, name => name switch
    {
        "instructor" or "team" => Actor,
        "contextActivities" => ContextActivities,
        "contextAgents" or "contextGroups" => ContextAgents,
        _ => Copier.Copy,
    });

    private void ContextActivities(ref Utf8JsonReader json) =>
        Copier.Object(ref json, _ => (ref Utf8JsonReader list) => Copier.Each(ref list, Activity));

    private void ContextAgents(ref Utf8JsonReader json) => Copier.Each(ref json, ContextAgent);

    private void ContextAgent(ref Utf8JsonReader json) => Copier.Object(ref json, name => name is "agent" or "group" ? Actor : Copier.Copy);
}
