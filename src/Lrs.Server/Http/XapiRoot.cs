using Lrs.Xapi;

namespace Lrs.Server.Http;

/// <summary>
/// The addresses of the record store. Both are the same store; they differ in the version that an answer names when a request
/// names none, because no single default satisfies both versions of the specification (Communication 3.3; 9274.1.1 4.1.5).
/// </summary>
internal static class XapiRoot
{
    public const string CorsPolicy = "xapi";
    public const string VersionHeader = "X-Experience-API-Version";
    public const string ConsistentThrough = "X-Experience-API-Consistent-Through";

    private const string Item = "Lrs.XapiVersion";
    private static readonly string[] Roots = ["/xapi", "/xapi/1.0.3"];

    /// <summary>Maps a resource at both addresses; requests must name a version unless the resource is open.</summary>
    public static void MapXapi(this IEndpointRouteBuilder app, string resource, bool versionNeeded, Action<RouteGroupBuilder> map)
    {
        foreach (var root in Roots)
        {
            var group = app.MapGroup(root + resource).RequireCors(CorsPolicy).WithMetadata(new XapiResource(root, versionNeeded));
            map(group);
        }
    }

    /// <summary>The version a request speaks.</summary>
    public static XapiVersion Version(HttpContext context) => (XapiVersion)context.Items[Item]!;

    /// <summary>The address of the store that a request came to, such as <c>/xapi</c>.</summary>
    public static string Of(HttpContext context) => context.GetEndpoint()!.Metadata.GetRequiredMetadata<XapiResource>().Root;

    /// <summary>Checks the version header and names the version in every answer, errors too. Goes before authentication.</summary>
    public static void UseXapiVersions(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<XapiResource>() is not { } resource)
        {
            NameVersionOfMiss(context);
            await next();
            return;
        }

        var header = context.Request.Headers[VersionHeader].ToString();
        var version = XapiVersions.Parse(header);
        context.Items[Item] = version ?? (resource.Root == "/xapi" ? XapiVersion.V2 : XapiVersion.V1);
        context.Response.Headers[VersionHeader] = Version(context) is XapiVersion.V1 ? "1.0.3" : "2.0.0";
        if (version is null && resource.VersionNeeded && !HttpMethods.IsOptions(context.Request.Method))
        {
            await Problem.Refused(new Refusal(400, "version", "Communication 3.3 · 9274.1.1 4.1.5", header.Length == 0
                ? $"The request has no {VersionHeader} header."
                : $"'{header}' is no version that is spoken here; 1.0.x and 2.0.0 are.") { Path = $"{VersionHeader}:" }).ExecuteAsync(context);
            return;
        }

        await next();
    });

    // A wrong method or address below the store is an answer of the store too.
    private static void NameVersionOfMiss(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/xapi", out var rest))
        {
            context.Response.Headers[VersionHeader] = rest.StartsWithSegments("/1.0.3") ? "1.0.3" : "2.0.0";
        }
    }
}

/// <summary>Endpoint metadata: a resource of the record store.</summary>
internal sealed record XapiResource(string Root, bool VersionNeeded);
