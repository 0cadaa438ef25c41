using System.ComponentModel.DataAnnotations;
using Lrs.Xapi;

namespace Lrs.Server.Settings;

/// <summary>An absolute http or https address without path, query or user.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpAddressAttribute : ValidationAttribute
{
    /// <summary>May the host name hold one <c>*</c>, for a label?</summary>
    public bool Wildcard { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is "" or null || Fits((string)value) ? null : new ValidationResult($"{validationContext.MemberName} is an address such as http://127.0.0.1:8080, without a path; '{value}' is not.", [validationContext.MemberName!]);

    // Uri does not take a '*'.
    private bool Fits(string text) =>
        text.Count(c => c is '*') <= (Wildcard ? 1 : 0)
        && Uri.TryCreate(text.Replace("*", "wildcard", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
}

/// <summary>An absolute IRI, as statements may hold it, without a trailing slash.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AbsoluteIriAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string text && Iri.TryParse(text, out _) && !text.EndsWith('/')
            ? null
            : new ValidationResult($"{validationContext.MemberName} is an absolute IRI that does not end with '/'; '{value}' is not.", [validationContext.MemberName!]);
}

/// <summary>An address from which keys are fetched: https, or http on this machine, where nobody can put other keys in their place.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is "" or null || (Uri.TryCreate((string)value, UriKind.Absolute, out var address) && (address.Scheme is "https" || address is { Scheme: "http", IsLoopback: true }) && address.UserInfo.Length == 0)
            ? null
            : new ValidationResult($"{validationContext.MemberName} is an https address; http is for this machine only. '{value}' is neither.", [validationContext.MemberName!]);
}

/// <summary>Origins of the web, separated by commas.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebOriginsAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        ((string?)value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(origin => Accounts.WebOrigin.Parse(origin) is null) is { } wrong
            ? new ValidationResult($"{validationContext.MemberName} are origins such as https://content.example:8443, without a path, separated by commas; '{wrong}' is none.", [validationContext.MemberName!])
            : null;
}
