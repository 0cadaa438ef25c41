using System.Buffers;
using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Agents;

/// <summary>The Agents resource (xAPI Communication 2.4; 9274.1.1 4.1.6.3): a Person, with everything the store knows of an agent, each property a list.</summary>
internal static class AgentEndpoints
{
    public static void MapAgents(this IEndpointRouteBuilder app) =>
        app.MapXapi("/agents", versionNeeded: true, agents =>
            agents.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Get).Needs(Scopes.ReadStatements, Scopes.ReadMine, Scopes.Profile));

    private static async Task<IResult> Get(HttpContext context, Caller caller, CanonicalReader canonical, CancellationToken cancel)
    {
        var faults = new Faults();
        if (SingleParameter.Agent(Parameters.All(context.Request), XapiRoot.Version(context), faults) is not { } agent)
        {
            return Problem.BadRequest(faults);
        }

        // Names stand in statements; who may not read those learns of an agent what the request says itself.
        var names = caller.May(Scopes.ReadStatements) ? await canonical.Names(caller.TenantId, agent.Key!, cancel) : agent.Name is null ? [] : [agent.Name];
        return names is null
            ? Problem.Busy("What the store knows of agents does not have yet what was stored last. Try again.", 1)
            : TypedResults.Bytes(Written(agent, names), "application/json");
    }

    private static ReadOnlyMemory<byte> Written(Actor agent, List<string> names)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("objectType"u8, "Person"u8);
        WriteList(json, "name", names);
        WriteList(json, "mbox", agent.Mbox is null ? [] : [agent.Mbox.Text]);
        WriteList(json, "mbox_sha1sum", agent.MboxSha1 is null ? [] : [agent.MboxSha1]);
        WriteList(json, "openid", agent.OpenId is null ? [] : [agent.OpenId.Text]);
        if (agent.Account is { } account)
        {
            json.WriteStartArray("account"u8);
            json.WriteStartObject();
            json.WriteString("homePage"u8, account.HomePage.Text);
            json.WriteString("name"u8, account.Name);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void WriteList(Utf8JsonWriter json, string property, List<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
