using Lrs.Server.Accounts;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Server.Pages;

/// <summary>What the sign-in form shows.</summary>
/// <param name="ReturnTo">The path of the page to go on to.</param>
/// <param name="Email">What was typed before.</param>
/// <param name="Wrong">What is wrong, by the field's name.</param>
/// <param name="Lock">How wrong passwords lock a sign-in, for whoever typed one; else null.</param>
internal sealed record SignInForm(string ReturnTo, string Email, IReadOnlyDictionary<string, string> Wrong, string? Lock);

/// <summary>Signing in and out.</summary>
internal static class SignIn
{
    private static readonly Dictionary<string, string> Right = [];

    public static async Task<IResult> Show(HttpContext context, string? returnTo)
    {
        var known = await context.AuthenticateAsync(SessionCookie.Scheme);
        return known.Succeeded ? new SeeOther(Local(returnTo)) : new View("SignIn", new SignInForm(Local(returnTo), "", Right, null));
    }

    public static async Task<IResult> Enter(HttpContext context, LoginStore logins, SignInSettings settings, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (email, password, returnTo) = (form["email"].ToString(), form["password"].ToString(), Local(form["returnTo"]));
        if (Missing(email, password) is { Count: > 0 } missing)
        {
            return new View("SignIn", new SignInForm(returnTo, email, missing, null), 400);
        }

        if (await logins.Check(email, password, cancel) is not { } login)
        {
            var wrong = new Dictionary<string, string> { ["email"] = "The e-mail address and the password do not belong together." };
            return new View("SignIn", new SignInForm(returnTo, email, wrong, Lock(settings)), 400);
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

    private static Dictionary<string, string> Missing(string email, string password)
    {
        var missing = new Dictionary<string, string>();
        if (string.IsNullOrWhiteSpace(email))
        {
            missing["email"] = "Enter your e-mail address.";
        }

        if (password.Length == 0)
        {
            missing["password"] = "Enter your password.";
        }

        return missing;
    }

    private static string Lock(SignInSettings settings) =>
        $"After {Words.Count(settings.MaxFailures, "wrong password", "wrong passwords")} in a row a sign-in is locked for {Words.Count(settings.LockMinutes, "minute", "minutes")}.";

    // Only a path of this application; anything else would let a link with our name lead people elsewhere.
    private static string Local(string? path) => path is ['/', ..] && RedirectHttpResult.IsLocalUrl(path) ? path : "/";
}
