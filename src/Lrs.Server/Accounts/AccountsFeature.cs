using Lrs.Server.Http;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Lrs.Server.Accounts;

/// <summary>Who is calling: tenants, credentials, people's sign-ins, scopes.</summary>
internal static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SigningKeys>().AddSingleton<TenantStore>().AddSingleton<TenantOpening>().AddSingleton<LoginStore>();
        services.AddSingleton<CredentialStore>().AddSingleton<CredentialMemory>().AddSingleton<ICallerSource, CredentialCallers>();
        services.AddSingleton<LastUses>().AddHostedService(all => all.GetRequiredService<LastUses>());
        services.AddSingleton<SessionStore>().AddHostedService(all => all.GetRequiredService<SessionStore>());
        services.AddSingleton<ICorsPolicyProvider, RegisteredOrigins>();
        services.AddSingleton<Issuers>().AddSingleton<TokenMemory>();
        services.AddHttpClient(nameof(IssuerKeys)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).RemoveAllLoggers();
        services.AddDataProtection().SetApplicationName("lrs");
        services.AddSingleton<CookieKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = all.GetRequiredService<CookieKeys>()));
        services.AddAuthentication(BasicAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthentication>(BasicAuthentication.Name, basic => basic.ForwardDefaultSelector = context => BearerAuthentication.Has(context) ? BearerAuthentication.Name : null)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.Name, null)
            .AddCookie(SessionCookie.Scheme);
        services.AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<Origins, SignInSettings>((cookie, origins, signIn) => SessionCookie.Configure(cookie, origins.App.StartsWith("https:", StringComparison.Ordinal), TimeSpan.FromHours(signIn.IdleHours)));
        services.AddAuthorization();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-Antiforgery";
            antiforgery.FormFieldName = "antiforgery";
            antiforgery.Cookie.Name = "lrs-antiforgery";
        });
    }

    /// <summary>Authentication and authorisation; goes after routing and the origin gate.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        // Made now, so that settings which do not fit stop the start.
        app.Services.GetRequiredService<Issuers>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<AntiforgeryNeeded>() is not null
                && Caller.Of(context)?.Login is not null
                && !HttpMethods.IsGet(context.Request.Method)
                && !HttpMethods.IsHead(context.Request.Method)
                && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                await Problem.Write(context, 400, "antiforgery", "A request from a signed-in browser that changes something needs the X-Antiforgery header of its page.");
                return;
            }

            await next();
        });
    }

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapCredentials();
        app.MapTenants();
    }
}
