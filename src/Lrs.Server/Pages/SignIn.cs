using Lrs.Server.Accounts;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Server.Pages;

/// <summary>What the sign-in form shows.</summary>
/// <param name="ReturnTo">The path of the page to go on to.</param>
/// <param name="Email">What was typed before.</param>
/// <param name="Failed">Was it wrong?</param>
/// <param name="MaxFailures">Wrong passwords in a row after which a sign-in is locked.</param>
/// <param name="LockMinutes">And for how long.</param>
internal sealed record SignInForm(string ReturnTo, string Email, bool Failed, int MaxFailures, int LockMinutes);

/// <summary>Signing in and out.</summary>
internal static class SignIn
{
    public static async Task<IResult> Show(HttpContext context, string? returnTo, SignInSettings settings)
    {
        var known = await context.AuthenticateAsync(SessionCookie.Scheme);
        return known.Succeeded ? new SeeOther(Local(returnTo)) : new View("SignIn", Form(Local(returnTo), "", failed: false, settings));
    }

    public static async Task<IResult> Enter(HttpContext context, LoginStore logins, SignInSettings settings, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (email, returnTo) = (form["email"].ToString(), Local(form["returnTo"]));
        if (await logins.Check(email, form["password"].ToString(), cancel) is not { } login)
        {
            return new View("SignIn", Form(returnTo, email, failed: true, settings), 400);
        }

        await SessionCookie.SignIn(context, login);
        return new SeeOther(returnTo);
    }

    public static async Task<IResult> Leave(HttpContext context)
    {
        await context.SignOutAsync(SessionCookie.Scheme);
        return new SeeOther("/sign-in");
    }

    /// <summary>Where a browser goes that comes back, after signing in again, to the address of a form.</summary>
    public static IResult Home() => new SeeOther("/");

    private static SignInForm Form(string returnTo, string email, bool failed, SignInSettings settings) => new(returnTo, email, failed, settings.MaxFailures, settings.LockMinutes);

    // Only a path of this application; anything else would let a link with our name lead people elsewhere.
    private static string Local(string? path) => path is ['/', ..] && RedirectHttpResult.IsLocalUrl(path) ? path : "/";
}
