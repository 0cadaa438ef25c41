using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lrs.Server.Accounts;

/// <summary>Bearer tokens (RFC 6750) that are JSON Web Tokens of a configured issuer. Wherever HTTP Basic is taken, they are.</summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Issuers issuers,
    TokenMemory memory,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    private const string Prefix = "Bearer ";
    private const int LongestToken = 16 * 1024;

    /// <summary>Is the request one with a bearer token?</summary>
    public static bool Has(HttpContext context) => context.Request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        if (token.Length > LongestToken)
        {
            return AuthenticateResult.Fail("The bearer token is too long.");
        }

        if (memory.Find(token) is not { } caller)
        {
            try
            {
                (var found, var until, var fault) = await issuers.Judge(token, Context.RequestAborted);
                if (found is null)
                {
                    return AuthenticateResult.Fail(fault!);
                }

                caller = found;
                memory.Keep(token, caller, until, clock.GetUtcNow());
            }
            catch (IssuerUnavailableException away)
            {
                return AuthenticateResult.Fail(away);
            }
        }

        return AuthenticateResult.Success(new AuthenticationTicket(caller.SignInto(Context, Name), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var tried = await HandleAuthenticateOnceSafeAsync();
        if (tried.Failure is IssuerUnavailableException away)
        {
            Response.Headers.RetryAfter = "10";
            await Problem.Write(Context, 503, "issuer", away.Message);
            return;
        }

        Response.Headers.WWWAuthenticate = new[] { BasicAuthentication.Challenge, "Bearer realm=\"Lrs\", error=\"invalid_token\"" };
        await Problem.Write(Context, 401, "token", tried.Failure?.Message ?? "This address needs a credential.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"Lrs\", error=\"insufficient_scope\"";
        return Problem.Write(Context, 403, "scope", "The token is valid, but its scopes do not allow this.");
    }
}

/// <summary>
/// Tokens that were found good, so that the same one costs no signature check at each request: until it expires, and for five minutes at most. Settings change
/// with a restart only, which forgets them all.
/// </summary>
internal sealed class TokenMemory(TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <summary>Who calls with the token; null when it has to be looked at.</summary>
    public Caller? Find(string token)
    {
        if (!known.TryGetValue(token, out var found))
        {
            return null;
        }

        if (clock.GetUtcNow() < found.Until)
        {
            return found.Caller;
        }

        known.TryRemove(token, out _);
        return null;
    }

    /// <summary>Remembers a good token.</summary>
    public void Keep(string token, Caller caller, DateTimeOffset until, DateTimeOffset now)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[token] = (caller, until < now + Longest ? until : now + Longest);
    }
}
