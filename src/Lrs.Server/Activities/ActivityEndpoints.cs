using System.Buffers;
using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Activities;

/// <summary>The Activities resource (xAPI Communication 2.5; 9274.1.1 4.1.6.4): an activity with the store's own definition of it.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder app) =>
        app.MapXapi("/activities", versionNeeded: true, activities =>
            activities.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Get).Needs(Scopes.ReadStatements, Scopes.ReadMine, Scopes.Profile, Scopes.Define));

    private static async Task<IResult> Get(HttpContext context, Caller caller, CanonicalReader canonical, CancellationToken cancel)
    {
        var faults = new Faults();
        if (SingleParameter.Activity(Parameters.All(context.Request), XapiRoot.Version(context), faults) is not { } iri)
        {
            return Problem.BadRequest(faults);
        }

        return await canonical.Definitions(caller.TenantId, [iri.Text], cancel) is { } definitions
            ? TypedResults.Bytes(Written(iri, definitions.GetValueOrDefault(iri.Text)), "application/json")
            : Problem.Busy("The store's definitions of activities do not have yet what was stored last. Try again.", 1);
    }

    // One that no statement defines is still an activity.
    private static ReadOnlyMemory<byte> Written(Iri iri, byte[]? definition)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("objectType"u8, "Activity"u8);
        json.WriteString("id"u8, iri.Text);
        if (definition is not null)
        {
            json.WritePropertyName("definition"u8);
            json.WriteRawValue(definition, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }
}
