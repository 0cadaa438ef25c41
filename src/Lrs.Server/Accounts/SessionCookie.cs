using System.Security.Claims;
using System.Text;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lrs.Server.Accounts;

/// <summary>
/// The session cookie of signed-in people: on the application's origin only, unreadable by scripts, not sent by other
/// sites. It names a session in the database, which is looked up with its login at every request, so whoever signed out or was removed is out at once.
/// </summary>
internal static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string CookieName = "lrs-session";

    /// <summary>The claim that holds the session's id.</summary>
    public const string SessionClaim = "session";

    /// <summary>Sets the cookie's rules.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, bool https, TimeSpan idle)
    {
        cookie.Cookie.Name = https ? "__Host-" + CookieName : CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.ExpireTimeSpan = idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnTo";
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnSigningOut = End;
        cookie.Events.OnRedirectToLogin = context => Refuse(context, 401, "sign-in", "Sign in, or send a credential by HTTP Basic.");
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, 403, "role", "Your role does not allow this.");
    }

    /// <summary>Signs a person in: begins a session.</summary>
    public static async Task SignIn(HttpContext context, Login login)
    {
        var session = await context.RequestServices.GetRequiredService<SessionStore>().Begin(login.Id, context.RequestAborted);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session.ToString())], Scheme)));
    }

    private static async Task End(CookieSigningOutContext context)
    {
        // Who signs out is known by then; what a stranger sends names no session.
        if ((await context.HttpContext.AuthenticateAsync(Scheme)).Principal is { } person && SessionOf(person) is { } session)
        {
            await context.HttpContext.RequestServices.GetRequiredService<SessionStore>().End(session, context.HttpContext.RequestAborted);
        }
    }

    private static Guid? SessionOf(ClaimsPrincipal? person) => Guid.TryParse(person?.FindFirstValue(SessionClaim), out var session) ? session : null;

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var login = SessionOf(context.Principal) is { } session
            ? await services.GetRequiredService<SessionStore>().Find(session, context.HttpContext.RequestAborted)
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
            Installation = login.Installation,
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
                context.Response.Headers.WWWAuthenticate = BasicAuthentication.Challenge;
            }

            return Problem.Write(context.HttpContext, status, type, detail);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
