using Lrs.Server.Accounts;
using Lrs.Server.Pages.Parts;
using Microsoft.AspNetCore.Html;

namespace Lrs.Server.Pages;

/// <summary>How pages speak of a credential.</summary>
internal static class CredentialState
{
    /// <summary>Whether it works.</summary>
    public static IHtmlContent Tag(this Credential credential, DateTimeOffset now) =>
        credential.Revoked is { } revoked ? Markup.Tag($"Revoked {Words.Day(revoked)}", "red")
        : credential.Expires is { } expires ? expires <= now ? Markup.Tag($"Expired {Words.Day(expires)}", "red") : Markup.Tag($"Works until {Words.Day(expires)}", "green")
        : Markup.Tag("Works", "green");

    /// <summary>What it may do, by the names of its scopes.</summary>
    public static string May(this Credential credential) => string.Join(", ", ScopeNames.Of(credential.Scopes));

    /// <summary>The day on which it was last used.</summary>
    public static object LastUse(this Credential credential) => credential.Used is { } used ? Markup.Day(used) : "Never";
}
