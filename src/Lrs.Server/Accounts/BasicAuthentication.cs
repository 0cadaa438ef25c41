using System.Text;
using System.Text.Encodings.Web;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lrs.Server.Accounts;

/// <summary>HTTP Basic (RFC 7617): a key and its secret, looked for among credentials and launched sessions.</summary>
internal sealed class BasicAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IEnumerable<ICallerSource> sources) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Basic";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (Parse(header["Basic ".Length..].Trim()) is not var (key, secret))
        {
            return AuthenticateResult.Fail("The Authorization header is not base64 of 'key:secret' without control characters.");
        }

        foreach (var source in sources)
        {
            if (await source.Find(key, secret, Context.RequestAborted) is { } caller)
            {
                return AuthenticateResult.Success(new AuthenticationTicket(caller.SignInto(Context, Name), Name));
            }
        }

        return AuthenticateResult.Fail("There is no such key and secret, or they have expired or were revoked.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var tried = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = "Basic realm=\"Lrs\", charset=\"UTF-8\"";
        await Problem.Write(Context, 401, "credential", tried.Failure?.Message ?? "This address needs a credential: send key and secret by HTTP Basic.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Write(Context, 403, "scope", "The credential is right, but its scopes do not allow this.");

    private static (string Key, string Secret)? Parse(string base64)
    {
        var room = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, room, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(room, 0, length);
        var colon = text.IndexOf(':');

        // RFC 7617 section 2: no control characters in either.
        return colon < 0 || text.Any(char.IsControl) ? null : (text[..colon], text[(colon + 1)..]);
    }
}
