using System.Security.Claims;
using System.Text;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lrs.Server.Accounts;

/// <summary>
/// The session cookie of signed-in people: on the application's origin only, unreadable by scripts, not sent by other
/// sites. The login is looked up at every request, so one that was removed is out at once.
/// </summary>
internal static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string CookieName = "lrs-session";

    /// <summary>Sets the cookie's rules.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, bool https)
    {
        cookie.Cookie.Name = https ? "__Host-" + CookieName : CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnTo";
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToLogin = context => Refuse(context, 401, "sign-in", "Sign in, or send a credential by HTTP Basic.");
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, 403, "role", "Your role does not allow this.");
    }

    /// <summary>Signs a person in.</summary>
    public static Task SignIn(HttpContext context, Login login) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, login.Id.ToString())], Scheme)));

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var login = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<LoginStore>().Find(id, context.HttpContext.RequestAborted)
            : null;
        if (login is null)
        {
            context.RejectPrincipal();
            return;
        }

        var tenant = await services.GetRequiredService<TenantStore>().Get(login.Tenant, context.HttpContext.RequestAborted);
        CallerOf(login, tenant).SignInto(context.HttpContext, Scheme);
    }

    private static Caller CallerOf(Login login, Tenant tenant) =>
        new(tenant, login.Role is LoginStore.Administrator ? Scopes.All : Scopes.None, AuthorityOf(tenant, login), login.Name)
        {
            Login = login.Id,
            Role = login.Role,
        };

    private static byte[] AuthorityOf(Tenant tenant, Login login) => Encoding.UTF8.GetBytes(Authority.Account($"{tenant.Iri}/people", login.Id.ToString()));

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status, string type, string detail)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/odata"))
        {
            if (status == 401)
            {
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Lrs\", charset=\"UTF-8\"";
            }

            return Problem.Write(context.HttpContext, status, type, detail);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
