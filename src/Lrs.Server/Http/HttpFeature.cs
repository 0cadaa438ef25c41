using Lrs.Server.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lrs.Server.Http;

/// <summary>What every request passes: listeners, proxies, origins, failures, security headers, CORS of the record store.</summary>
internal static class HttpFeature
{
    /// <summary>Adds it; gives the two origins.</summary>
    public static Origins AddHttp(this WebApplicationBuilder builder, LrsSettings settings)
    {
        var origins = new Origins(settings);
        builder.Services.AddSingleton(origins).AddSingleton(TimeProvider.System).AddSingleton<Readiness>().AddSingleton<BodyBudget>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = new[] { settings.Statements.MaxBody, settings.Statements.MaxMultipart, settings.Statements.MaxDocument, settings.Packages.MaxUpload }.Max();
            foreach (var address in origins.Listen)
            {
                Listener.Add(kestrel, address);
            }
        });
        builder.Services.AddOpenApi(api => api.ShouldInclude = about => about.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddCors(cors => cors.AddPolicy(XapiRoot.CorsPolicy, policy => policy
            .SetIsOriginAllowed(origins.IsContentOrigin)
            .WithMethods("GET", "HEAD", "PUT", "POST", "DELETE")
            .WithHeaders("Authorization", "Content-Type", XapiRoot.VersionHeader, "If-Match", "If-None-Match", "Accept-Language")
            .WithExposedHeaders("ETag", "Last-Modified", "Retry-After", XapiRoot.VersionHeader, XapiRoot.ConsistentThrough)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        var proxies = new TrustedProxies(settings.TrustedProxies);
        builder.Services.Configure<ForwardedHeadersOptions>(proxies.Apply);
        return origins;
    }

    /// <summary>The layers around every endpoint, outermost first.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseFailures();
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";

            // Answers are about people, and a browser that keeps an old state document loses a learner's place.
            context.Response.Headers.CacheControl = "private, no-cache";
            context.Response.OnStarting(CloseAfterRefusingABody, context);
            return next();
        });
        app.UseAlternateSyntax();
        app.UseRouting();
        app.UseOriginGate();
        app.UseCors();
        app.UseXapiVersions();
    }

    // The rest of a body that is too large is not read, so the connection ends; said, or the client sends its next request into it.
    private static Task CloseAfterRefusingABody(object state)
    {
        var response = ((HttpContext)state).Response;
        if (response.StatusCode is 413)
        {
            response.Headers.Connection = "close";
        }

        return Task.CompletedTask;
    }
}
