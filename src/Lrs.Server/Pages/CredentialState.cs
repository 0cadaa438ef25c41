using Lrs.Server.Accounts;

namespace Lrs.Server.Pages;

/// <summary>Whether a credential works, in words.</summary>
internal static class CredentialState
{
    /// <summary>The words, and their class of the style sheet.</summary>
    public static (string Text, string Tone) State(this Credential credential, DateTimeOffset now) =>
        credential.Revoked is { } revoked ? ($"Revoked {Words.Day(revoked)}", "bad")
        : credential.Expires is { } expires ? expires <= now ? ($"Expired {Words.Day(expires)}", "bad") : ($"Works until {Words.Day(expires)}", "good")
        : ("Works", "good");
}
