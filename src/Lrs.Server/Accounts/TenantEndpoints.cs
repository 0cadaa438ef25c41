using System.Text.Json;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary><c>/api/tenants</c>: who shares this installation. For those who administer the whole of it.</summary>
internal static class TenantEndpoints
{
    private const int MostBody = 64 * 1024;

    public static void MapTenants(this IEndpointRouteBuilder app)
    {
        var tenants = app.MapGroup("/api/tenants").NeedsInstallation().WithTags("Tenants");

        tenants.MapGet("/", List).WithSummary("All tenants, oldest first");
        tenants.MapPost("/", Make)
            .WithSummary("Make a tenant")
            .WithDescription("""
                {"code", "name", "iri", "administrator"?: an e-mail address}. The IRI is what every IRI minted for the tenant starts with, and never changes. The answer holds the tenant's first credential,
                with scope all, and its administrator's password; both are shown only then.
                """)
            .ProducesProblem(400)
            .ProducesProblem(409);
        tenants.MapGet("/{code}", Get).WithSummary("One tenant").ProducesProblem(404);
    }

    private static async Task<IResult> List(TenantStore tenants, CancellationToken cancel)
    {
        var all = await tenants.All(cancel);
        return new JsonAnswer(200, json =>
        {
            json.WriteStartArray();
            all.ForEach(tenant => Write(json, tenant, null));
            json.WriteEndArray();
        });
    }

    private static async Task<IResult> Get(string code, TenantStore tenants, CancellationToken cancel) =>
        (await tenants.All(cancel)).Find(tenant => tenant.Code == code) is { } found
            ? new JsonAnswer(200, json => Write(json, found, null))
            : Problem.Of(404, "tenant", $"There is no tenant {code}.");

    private static async Task<IResult> Make(HttpContext context, TenantOpening opening, CancellationToken cancel)
    {
        var faults = new Faults();
        if (TenantRequest.Read(await Body.ReadAll(context.Request, MostBody, cancel), faults) is not { } wanted)
        {
            return Problem.BadRequest(faults);
        }

        switch (await opening.Open(wanted, cancel))
        {
            case TenantOutcome.Taken taken:
                return Problem.Of(409, "tenant.taken", taken.Message);
            case TenantOutcome.Opened opened:
                context.Response.Headers.Location = $"/api/tenants/{opened.Tenant.Code}";
                context.Response.Headers.CacheControl = "no-store";
                return new JsonAnswer(201, json => Write(json, opened.Tenant, opened));
            default:
                throw new InvalidOperationException("An outcome that is not known.");
        }
    }

    private static void Write(Utf8JsonWriter json, Tenant tenant, TenantOutcome.Opened? opened)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, tenant.Code);
        json.WriteString("name"u8, tenant.Name);
        json.WriteString("iri"u8, tenant.Iri);
        if (opened is not null)
        {
            json.WriteStartObject("credential"u8);
            json.WriteString("key"u8, opened.Credential.Key);
            json.WriteString("secret"u8, opened.Credential.Secret);
            json.WriteEndObject();
        }

        if (opened?.Administrator is { } administrator)
        {
            json.WriteStartObject("administrator"u8);
            json.WriteString("email"u8, administrator.Key);
            json.WriteString("password"u8, administrator.Secret);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
