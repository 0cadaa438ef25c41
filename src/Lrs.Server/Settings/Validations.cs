using System.ComponentModel.DataAnnotations;

namespace Lrs.Server.Settings;

/// <summary>An absolute http or https address without path, query or user.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is "" or null || Fits((string)value) ? null : new ValidationResult($"{validationContext.MemberName} is an address such as http://127.0.0.1:8080, without a path; '{value}' is not.");

    // '*' stands for one label of a host name; Uri does not take it.
    private static bool Fits(string text) =>
        Uri.TryCreate(text.Replace("*", "wildcard", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
}

/// <summary>An absolute IRI without a trailing slash.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AbsoluteIriAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string text && Uri.TryCreate(text, UriKind.Absolute, out _) && !text.EndsWith('/')
            ? null
            : new ValidationResult($"{validationContext.MemberName} is an absolute IRI that does not end with '/'; '{value}' is not.");
}
