using Lrs.Server.Accounts;
using Lrs.Server.Pages.Parts;

namespace Lrs.Server.Pages;

/// <summary>The list of credentials.</summary>
/// <param name="Now">When it was made.</param>
/// <param name="All">The tenant's lasting credentials, newest first.</param>
internal sealed record CredentialList(DateTimeOffset Now, IReadOnlyList<Credential> All);

/// <summary>One credential.</summary>
/// <param name="Now">When the page was made.</param>
/// <param name="Credential">The credential.</param>
internal sealed record CredentialPage(DateTimeOffset Now, Credential Credential);

/// <summary>A secret in the one moment in which it is shown.</summary>
/// <param name="Label">What the credential is called.</param>
/// <param name="Pair">Key and secret.</param>
/// <param name="OlderUntil">After a rotation: until when the old secret works too.</param>
internal sealed record ShownSecret(string Label, Pair Pair, DateTimeOffset? OlderUntil);

/// <summary>Keys and secrets of programs: making, rotating and revoking them. For administrators.</summary>
internal static class CredentialPages
{
    private static readonly Notice NotYours = new("This is for administrators", "Credentials open the learning records to programs, so only administrators make and revoke them. Ask one if you need a key.");
    private static readonly Notice NoCredential = new("There is no such credential", "The credentials that there are stand on the page Credentials.");
    private static readonly Notice Over = new("The credential does not work any more", "It has expired or was revoked, and a new secret would open nothing. Make a new credential.");

    /// <summary>For how many hours an old secret may go on.</summary>
    public static IReadOnlyList<Choice> Overlaps { get; } =
    [
        new("0", "not at all: it ends now"),
        new("24", "another day"),
        new("168", "another week"),
        new("720", "another 30 days"),
    ];

    public static void MapCredentialPages(this IEndpointRouteBuilder signedIn)
    {
        var administrators = signedIn.MapGroup("/credentials").AddEndpointFilter(Administrators);

        administrators.MapGet("/", List);
        administrators.MapGet("/new", () => new View("NewCredential", CredentialForm.Empty));
        administrators.MapPost("/new", Make).AddEndpointFilter(FormToken.Check);
        administrators.MapGet("/{key}", Show);
        administrators.MapGet("/{key}/rotate", Back);
        administrators.MapPost("/{key}/rotate", Rotate).AddEndpointFilter(FormToken.Check);
        administrators.MapGet("/{key}/revoke", Back);
        administrators.MapPost("/{key}/revoke", Revoke).AddEndpointFilter(FormToken.Check);
    }

    /// <summary>The path of a credential's page.</summary>
    public static string PathOf(string key) => $"/credentials/{Uri.EscapeDataString(key)}";

    private static async ValueTask<object?> Administrators(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Caller.Of(context.HttpContext)?.May(Scopes.All) is true ? await next(context) : new View("Notice", NotYours, 403);

    private static async Task<IResult> List(Caller caller, CredentialStore store, TimeProvider clock, CancellationToken cancel) =>
        new View("Credentials", new CredentialList(clock.GetUtcNow(), await store.List(caller.TenantId, launchScoped: false, cancel)));

    private static async Task<IResult> Make(HttpContext context, Caller caller, CredentialStore store, TimeProvider clock, CancellationToken cancel)
    {
        var form = CredentialForm.Read(await context.Request.ReadFormAsync(cancel), clock.GetUtcNow());
        return form.Wanted is { } wanted
            ? new View("Secret", new ShownSecret(wanted.Label, await store.Add(caller.Tenant, wanted, cancel), null))
            : new View("NewCredential", form, 400);
    }

    private static async Task<IResult> Show(string key, Caller caller, CredentialStore store, TimeProvider clock, CancellationToken cancel) =>
        await store.Find(caller.TenantId, Whole(key), cancel) is { } found ? new View("Credential", new CredentialPage(clock.GetUtcNow(), found)) : Missing();

    private static async Task<IResult> Rotate(HttpContext context, string key, Caller caller, CredentialStore store, CancellationToken cancel)
    {
        var hours = (await context.Request.ReadFormAsync(cancel))["hours"].ToString() switch { "0" => 0, "168" => 168, "720" => 720, _ => 24 };
        if (await store.Find(caller.TenantId, Whole(key), cancel) is not { } found)
        {
            return Missing();
        }

        return await store.Rotate(caller.TenantId, found.Key, TimeSpan.FromHours(hours), cancel) switch
        {
            RotateOutcome.Rotated rotated => new View("Secret", new ShownSecret(found.Label, rotated.Pair, rotated.OlderUntil)),
            RotateOutcome.Over => new View("Notice", Over, 409),
            _ => Missing(),
        };
    }

    private static async Task<IResult> Revoke(string key, Caller caller, CredentialStore store, CancellationToken cancel) =>
        await store.Revoke(caller.TenantId, Whole(key), cancel) ? Done.At("/credentials", Done.CredentialRevoked) : Missing();

    // Where a browser goes that comes back, after signing in again, to the address of a form.
    private static SeeOther Back(string key) => new(PathOf(Whole(key)));

    // A slash stays escaped in a part of a path.
    private static string Whole(string key) => key.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static View Missing() => new("Notice", NoCredential, 404);
}
