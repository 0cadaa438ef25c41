using System.Net;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lrs.Server.Http;

/// <summary>What every request passes: listeners, proxies, origins, failures, security headers, CORS of the record store.</summary>
internal static class HttpFeature
{
    public static void AddHttp(this WebApplicationBuilder builder, LrsSettings settings)
    {
        var origins = new Origins(settings);
        builder.Services.AddSingleton(origins).AddSingleton(TimeProvider.System).AddSingleton<Readiness>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Math.Max(settings.Statements.MaxBody, settings.Packages.MaxUpload);
            foreach (var address in origins.Listen)
            {
                Listen(kestrel, address);
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
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => TrustProxies(forwarded, settings.TrustedProxies));
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
            return next();
        });
        app.UseRouting();
        app.UseOriginGate();
        app.UseXapiVersions();
        app.UseCors();
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, Uri address)
    {
        if (address.Scheme is "https")
        {
            throw new SettingsException($"{address} is an https address, and this server listens without TLS: let a proxy end TLS, and set Lrs:App:Listen and Lrs:Content:Listen to where the proxy reaches the server.");
        }

        if (address.Host is "localhost")
        {
            kestrel.ListenLocalhost(address.Port);
        }
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
        {
            kestrel.Listen(ip, address.Port);
        }
        else
        {
            kestrel.ListenAnyIP(address.Port);
        }
    }

    private static void TrustProxies(ForwardedHeadersOptions forwarded, string proxies)
    {
        forwarded.ForwardedHeaders = proxies is "" ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                forwarded.KnownIPNetworks.Add(network);
            }
            else if (IPAddress.TryParse(proxy, out var ip))
            {
                forwarded.KnownProxies.Add(ip);
            }
            else
            {
                throw new SettingsException($"Lrs:TrustedProxies: '{proxy}' is neither an address nor a network.");
            }
        }
    }
}
