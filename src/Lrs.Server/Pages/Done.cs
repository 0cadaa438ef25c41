namespace Lrs.Server.Pages;

/// <summary>What a form did, said on the page that comes after it. The address carries a word, never the sentence, so nobody can make a page say something.</summary>
internal static class Done
{
    public const string CourseDeleted = "course-deleted";
    public const string CredentialRevoked = "credential-revoked";
    public const string SettingsSaved = "settings-saved";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [CourseDeleted] = "The course is deleted. Its learning records stay.",
        [CredentialRevoked] = "The credential is revoked. Programs that use it are refused from now on.",
        [SettingsSaved] = "The settings are saved.",
    };

    /// <summary>The page at a path, which then says what was done.</summary>
    /// <param name="path">The page.</param>
    /// <param name="done">One of the words above.</param>
    /// <param name="place">Where on the page to look, if not at its top.</param>
    public static SeeOther At(string path, string done, string? place = null) => new($"{path}?done={done}{(place is null ? "" : $"#{place}")}");

    /// <summary>What was done before this page; null when nothing was.</summary>
    public static string? In(HttpContext context) => Sentences.GetValueOrDefault(context.Request.Query["done"].ToString());
}
