using System.ComponentModel.DataAnnotations;

namespace Lrs.Server.Settings;

/// <summary>One of <c>Lrs:Issuers:…</c>: whose bearer tokens (JWT, RFC 7519) are taken, and what their claims mean here.</summary>
internal sealed record IssuerSettings : IValidatableObject
{
    /// <summary>The exact <c>iss</c> of its tokens.</summary>
    [Required]
    public string Issuer { get; init; } = "";

    /// <summary>What a token's <c>aud</c> must hold: the name under which the issuer knows this server.</summary>
    [Required]
    public string Audience { get; init; } = "";

    /// <summary>Address of the issuer's public keys, a JSON Web Key Set (RFC 7517): https, or http on this machine. They are fetched when first needed and again when a key is unknown.</summary>
    [KeyAddress]
    public string Jwks { get; init; } = "";

    /// <summary>The public keys themselves, in place of <see cref="Jwks"/>: a JSON Web Key Set as text.</summary>
    public string Keys { get; init; } = "";

    /// <summary>Code of the tenant that all its tokens are for; in place of <see cref="TenantClaim"/>.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>The claim that says which tenant a token is for.</summary>
    public string TenantClaim { get; init; } = "";

    /// <summary>What values of that claim stand for; without any, the value is the tenant's code.</summary>
    public IReadOnlyList<ClaimSettings> Tenants { get; init; } = [];

    /// <summary>The claim with a token's scopes: a text with blanks between them, or a list.</summary>
    [Required]
    public string ScopeClaim { get; init; } = "scope";

    /// <summary>What values of that claim stand for: names of scopes with blanks between them. Without any, a value that is the name of a scope counts as that.</summary>
    public IReadOnlyList<ClaimSettings> Scopes { get; init; } = [];

    /// <summary>The claim that names who calls; the name of the account that is the authority of the statements.</summary>
    [Required]
    public string AuthorityClaim { get; init; } = "sub";

    /// <summary>The home page of that account; the issuer when empty.</summary>
    public string AuthorityHomePage { get; init; } = "";

    /// <summary>Seconds by which the issuer's clock may differ.</summary>
    [Range(0, 600)]
    public int ClockSkewSeconds { get; init; } = 60;

    /// <summary>What one value cannot know of another.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Jwks.Length > 0 == Keys.Length > 0)
        {
            yield return new ValidationResult("Jwks or Keys says where the issuer's public keys are, one of the two.", [nameof(Jwks)]);
        }

        if (Tenant.Length > 0 == TenantClaim.Length > 0)
        {
            yield return new ValidationResult("Tenant or TenantClaim says which tenant its tokens are for, one of the two.", [nameof(Tenant)]);
        }

        var homePage = AuthorityHomePage.Length > 0 ? AuthorityHomePage : Issuer;
        if (!Lrs.Xapi.Iri.TryParse(homePage, out _))
        {
            yield return new ValidationResult($"AuthorityHomePage is an absolute IRI, and is needed where the issuer is none; '{homePage}' is not.", [nameof(AuthorityHomePage)]);
        }
    }
}

/// <summary>What a claim's value stands for.</summary>
internal sealed record ClaimSettings
{
    /// <summary>The value, as the issuer writes it.</summary>
    [Required]
    public string Value { get; init; } = "";

    /// <summary>What it gives here.</summary>
    [Required]
    public string Gives { get; init; } = "";
}
