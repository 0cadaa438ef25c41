using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Settings;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lrs.Server.Accounts;

/// <summary>The issuers whose bearer tokens are taken (<c>Lrs:Issuers</c>), and what a token of theirs stands for.</summary>
internal sealed class Issuers : IDisposable
{
    // Signatures of a private key only: with HS256 whoever knows the public key could sign (RFC 8725 3.1).
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TenantStore tenants;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, List<(IssuerSettings Settings, IssuerKeys Keys)>> byName;

    /// <summary>Reads the keys that stand in the settings.</summary>
    /// <exception cref="SettingsException">They cannot be read, or a claim is to give a scope that there is not.</exception>
    public Issuers(IReadOnlyList<IssuerSettings> settings, TenantStore tenants, IHttpClientFactory http, TimeProvider clock)
    {
        (this.tenants, this.clock) = (tenants, clock);
        foreach (var given in settings.SelectMany(issuer => issuer.Scopes))
        {
            _ = ScopeNames.Parse(given.Gives) ?? throw new SettingsException($"Lrs:Issuers: '{given.Gives}' is not made of scopes; they are {ScopeNames.All}.");
        }

        byName = settings.GroupBy(issuer => issuer.Issuer, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(issuer => (issuer, new IssuerKeys(issuer, http, clock))).ToList(), StringComparer.Ordinal);
    }

    /// <summary>Is there any?</summary>
    public bool Any => byName.Count > 0;

    /// <summary>Who calls with this token, and until when it may be believed without looking again.</summary>
    /// <exception cref="IssuerUnavailableException">The issuer's keys cannot be had at the moment.</exception>
    public async Task<(Caller? Caller, DateTimeOffset Until, string? Fault)> Judge(string token, CancellationToken cancel)
    {
        if (!handler.CanReadToken(token))
        {
            return Refuse("The bearer token is no JSON Web Token.");
        }

        string? fault = null;
        var read = Read(token);
        if (read is null || !byName.TryGetValue(read.Issuer, out var entries))
        {
            return Refuse("The token's issuer is not one that this server knows.");
        }

        // One issuer may stand in the settings for several audiences.
        foreach (var (settings, keys) in entries)
        {
            var result = await Validate(read, settings, keys, cancel);
            if (result.IsValid)
            {
                return await CallerOf(settings, result, cancel);
            }

            fault = Sentence(result.Exception);
        }

        return Refuse(fault);
    }

    public void Dispose()
    {
        foreach (var (_, keys) in byName.Values.SelectMany(entries => entries))
        {
            keys.Dispose();
        }
    }

    private async Task<TokenValidationResult> Validate(JsonWebToken token, IssuerSettings settings, IssuerKeys keys, CancellationToken cancel)
    {
        var result = await handler.ValidateTokenAsync(token, Parameters(token, settings, await keys.Get(cancel)));

        // The issuer may have a new key since.
        return result.Exception is SecurityTokenSignatureKeyNotFoundException && await keys.GetNewer(cancel) is { } newer
            ? await handler.ValidateTokenAsync(token, Parameters(token, settings, newer))
            : result;
    }

    private TokenValidationParameters Parameters(JsonWebToken token, IssuerSettings settings, IReadOnlyList<SecurityKey> keys) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        IssuerSigningKeys = keys,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = true,
        RequireSignedTokens = true,

        // A token that names its key is checked by that one alone.
        TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid),
        IncludeTokenOnFailedValidation = false,

        // Not the library's: that reads the machine's clock.
        LifetimeValidator = (from, until, _, _) => until + Skew(settings) > clock.GetUtcNow() && !(from - Skew(settings) > clock.GetUtcNow()),
    };

    private async Task<(Caller?, DateTimeOffset, string?)> CallerOf(IssuerSettings settings, TokenValidationResult valid, CancellationToken cancel)
    {
        var (claims, token) = (valid.ClaimsIdentity, (JsonWebToken)valid.SecurityToken);
        if (claims.FindFirst(settings.AuthorityClaim)?.Value is not { Length: > 0 and <= 500 } name)
        {
            return Refuse($"The token has no claim '{settings.AuthorityClaim}', which names who calls.");
        }

        var code = settings.Tenant.Length > 0 ? settings.Tenant : TenantCode(settings, claims);
        if (code is null || await tenants.Find(code, cancel) is not { } tenant)
        {
            return Refuse("The token is for no tenant of this server.");
        }

        var homePage = settings.AuthorityHomePage.Length > 0 ? settings.AuthorityHomePage : settings.Issuer;
        return (new Caller(tenant, ScopesOf(settings, claims), Encoding.UTF8.GetBytes(Authority.Account(homePage, name)), name), token.ValidTo + Skew(settings), null);
    }

    private static Scopes ScopesOf(IssuerSettings settings, ClaimsIdentity claims)
    {
        var scopes = Scopes.None;
        foreach (var value in claims.FindAll(settings.ScopeClaim).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            scopes |= settings.Scopes.Count > 0
                ? settings.Scopes.Where(given => given.Value == value).Aggregate(Scopes.None, (sum, given) => sum | ScopeNames.Parse(given.Gives)!.Value)
                : ScopeNames.Parse(value) ?? Scopes.None;
        }

        return scopes;
    }

    private static string? TenantCode(IssuerSettings settings, ClaimsIdentity claims)
    {
        // Two values would leave it open which of two tenants' data the caller may see.
        var values = claims.FindAll(settings.TenantClaim).Select(claim => claim.Value).Take(2).ToList();
        return values.Count != 1 ? null
            : settings.Tenants.Count == 0 ? values[0]
            : settings.Tenants.FirstOrDefault(given => given.Value == values[0])?.Gives;
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            return null;
        }
    }

    private static TimeSpan Skew(IssuerSettings settings) => TimeSpan.FromSeconds(settings.ClockSkewSeconds);

    // What is wrong, and no more: the library's messages hold parts of the token.
    private static string Sentence(Exception fault) => fault switch
    {
        SecurityTokenInvalidAudienceException => "The token is for another audience.",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException => "The token has expired, is not valid yet, or names no end.",
        SecurityTokenInvalidAlgorithmException => "The token is signed by a method that is not taken here.",
        _ => "The token's signature is not one of its issuer.",
    };

    private static (Caller?, DateTimeOffset, string?) Refuse(string? fault) => (null, default, fault ?? "The token is not valid.");
}
