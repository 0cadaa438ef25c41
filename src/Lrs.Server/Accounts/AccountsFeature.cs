using Lrs.Server.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
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
        services.AddSingleton<SigningKeys>().AddSingleton<TenantStore>().AddSingleton<LoginStore>().AddSingleton<CredentialStore>();
        services.AddSingleton<ICallerSource>(all => all.GetRequiredService<CredentialStore>());
        services.AddDataProtection().SetApplicationName("lrs");
        services.AddSingleton<CookieKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = all.GetRequiredService<CookieKeys>()));
        services.AddAuthentication(BasicAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthentication>(BasicAuthentication.Name, null)
            .AddCookie(SessionCookie.Scheme);
        services.AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<Origins>((cookie, origins) => SessionCookie.Configure(cookie, origins.App.StartsWith("https:", StringComparison.Ordinal)));
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
}
