using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Lrs.Xapi;

namespace Lrs.Server.Documents;

/// <summary>State, activity profile and agent profile (xAPI Communication 2.3, 2.6, 2.7; 9274.1.1 4.1.6.2, .5, .6): one shape, three addresses.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        Map(app, "/activities/state", DocumentKind.State, Scopes.State);
        Map(app, "/activities/profile", DocumentKind.ActivityProfile, Scopes.Profile);
        Map(app, "/agents/profile", DocumentKind.AgentProfile, Scopes.Profile);
    }

    private static void Map(IEndpointRouteBuilder app, string resource, DocumentKind kind, Scopes scope) =>
        app.MapXapi(resource, versionNeeded: true, documents =>
        {
            documents.WithMetadata(kind);
            documents.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Get).Needs(scope, Scopes.ReadAll);
            documents.MapPut("/", Put).Needs(scope);
            documents.MapPost("/", Post).Needs(scope);
            documents.MapDelete("/", Delete).Needs(scope);
        });

    private static async Task<IResult> Get(HttpContext context, Caller caller, DocumentStore store, IEnumerable<IDocumentRule> rules, CancellationToken cancel)
    {
        if (Ask(context, caller, DocumentMethod.Get, rules, default, out var ask) is { } refused)
        {
            return refused;
        }

        var place = DocumentPlace.Of(ask!);
        if (ask!.DocumentId is null)
        {
            return TypedResults.Json(await store.Names(caller.TenantId, place, EveryRegistration(ask), ask.Since, cancel));
        }

        var document = await store.Get(caller.TenantId, place, ask.DocumentId, cancel);
        if (document is null)
        {
            return Problem.Of(404, "document", "There is no such document.");
        }

        context.Response.Headers.ETag = $"\"{document.ETag}\"";
        context.Response.Headers.LastModified = document.Updated.ToString("R");
        if (ETags.Holds(context.Request.Headers.IfNoneMatch, document.ETag))
        {
            return TypedResults.StatusCode(304);
        }

        return TypedResults.Bytes(document.Body, document.ContentType);
    }

    private static async Task<IResult> Put(HttpContext context, Caller caller, DocumentStore store, IEnumerable<IDocumentRule> rules, StatementSettings settings, CancellationToken cancel)
    {
        var body = await Body.ReadAll(context.Request, settings.MaxDocument, cancel);
        return Ask(context, caller, DocumentMethod.Put, rules, body, out var ask)
            ?? Answer(context, await store.Put(caller.TenantId, DocumentPlace.Of(ask!), ask!.DocumentId!, ContentType(context), body, Known(context, ask.Kind), cancel));
    }

    private static async Task<IResult> Post(HttpContext context, Caller caller, DocumentStore store, IEnumerable<IDocumentRule> rules, StatementSettings settings, CancellationToken cancel)
    {
        var body = await Body.ReadAll(context.Request, settings.MaxDocument, cancel);
        var known = Known(context, kind: null);
        return Ask(context, caller, DocumentMethod.Post, rules, body, out var ask)
            ?? Answer(context, await store.Merge(caller.TenantId, DocumentPlace.Of(ask!), ask!.DocumentId!, ContentType(context), body, known, cancel));
    }

    private static async Task<IResult> Delete(HttpContext context, Caller caller, DocumentStore store, IEnumerable<IDocumentRule> rules, CancellationToken cancel)
    {
        if (Ask(context, caller, DocumentMethod.Delete, rules, default, out var ask) is { } refused)
        {
            return refused;
        }

        if (ask!.DocumentId is not null)
        {
            return Answer(context, await store.Delete(caller.TenantId, DocumentPlace.Of(ask), ask.DocumentId, Known(context, kind: null), cancel));
        }

        await store.DeleteAll(caller.TenantId, DocumentPlace.Of(ask), EveryRegistration(ask), cancel);
        return TypedResults.NoContent();
    }

    private static IResult? Ask(HttpContext context, Caller caller, DocumentMethod method, IEnumerable<IDocumentRule> rules, ReadOnlyMemory<byte> body, out DocumentQuery? ask)
    {
        var faults = new Faults();
        var kind = context.GetEndpoint()!.Metadata.OfType<DocumentKind>().Last();
        ask = DocumentQuery.Parse(kind, method, Parameters.All(context.Request), XapiRoot.Version(context), faults);
        if (ask is null)
        {
            return Problem.BadRequest(faults);
        }

        // It is given back as a header, so it must be able to be one.
        if (method is DocumentMethod.Put or DocumentMethod.Post && ContentType(context).Any(one => one is < ' ' or > '~' and not '\t'))
        {
            return Problem.Refused(new Refusal(400, "content.type", "Communication 2.2 · RFC 9110 5.5", "The Content-Type holds characters that a header cannot have.") { Path = "Content-Type:" });
        }

        var request = new DocumentRequest(caller, ask, method, context.Request.ContentType ?? "", body);
        return rules.Select(rule => rule.Check(request)).FirstOrDefault(refusal => refusal is not null) is { } refused
            ? Problem.Refused(refused)
            : null;
    }

    private static IResult Answer(HttpContext context, DocumentOutcome outcome)
    {
        switch (outcome)
        {
            case DocumentOutcome.Kept kept:
                context.Response.Headers.ETag = $"\"{kept.ETag}\"";
                return TypedResults.NoContent();
            case DocumentOutcome.Deleted:
                return TypedResults.NoContent();
            case DocumentOutcome.Changed changed:
                return Problem.Of(412, "document.changed", changed.Current is null ? "There is no document to match; nothing was changed." : "The document is not the one the request knows; read it again. Nothing was changed.");
            case DocumentOutcome.Unconditional:
                return Problem.Of(409, "document.exists", "The document exists: send If-Match with its ETag to replace it, or If-None-Match: *. Nothing was changed.");
            case DocumentOutcome.ConditionMissing:
                return Problem.Refused(new Refusal(400, "document.condition", "Communication 3.1", "A profile is put with If-None-Match: * where there is none yet, or with If-Match and the ETag of the one it replaces. Nothing was changed."));
            case DocumentOutcome.NoMerge refused:
                return Problem.BadRequest(refused.Faults);
            default:
                throw new InvalidOperationException("An outcome that is not known.");
        }
    }

    // State under 1.0.x may be overwritten blindly (Communication 3.1 asks it of profiles only, and most content does it). That a new profile
    // needs a condition too is asked of clients since 1.0.3; those that say they are older never knew (decisions/0010).
    private static Precondition Known(HttpContext context, DocumentKind? kind) => new(
        context.Request.Headers.IfMatch,
        context.Request.Headers.IfNoneMatch,
        Needed: kind is { } which && (which is not DocumentKind.State || XapiRoot.Version(context) is XapiVersion.V2),
        Always: kind is DocumentKind.AgentProfile or DocumentKind.ActivityProfile && context.Request.Headers[XapiRoot.VersionHeader].ToString().Trim() is "1.0.3");

    private static bool EveryRegistration(DocumentQuery ask) => ask.Kind is DocumentKind.State && ask.Registration is null;

    private static string ContentType(HttpContext context) => context.Request.ContentType is { Length: > 0 } type ? type : "application/octet-stream";
}
