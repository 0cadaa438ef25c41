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

    /// <summary>What a refused request is told to send.</summary>
    public const string Challenge = "Basic realm=\"Lrs\", charset=\"UTF-8\"";

    // Longest pair, in base64. A stranger's header is not copied about for nothing.
    private const int Longest = 4_000;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (Parse(header.AsSpan("Basic ".Length).Trim()) is not var (key, secret))
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
        Response.Headers.WWWAuthenticate = Challenge;
        await Problem.Write(Context, 401, "credential", tried.Failure?.Message ?? "This address needs a credential: send key and secret by HTTP Basic.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Write(Context, 403, "scope", "The credential is right, but its scopes do not allow this.");

    private static (string Key, string Secret)? Parse(ReadOnlySpan<char> base64)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        if (base64.Length > Longest || !Convert.TryFromBase64Chars(base64, bytes, out var length))
        {
            return null;
        }

        Span<char> room = stackalloc char[length];
        var text = room[..Encoding.UTF8.GetChars(bytes[..length], room)];
        var colon = text.IndexOf(':');

        // RFC 7617 section 2: no control characters in either.
        return colon < 0 || HasControl(text) ? null : (text[..colon].ToString(), text[(colon + 1)..].ToString());
    }

    private static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }
}
