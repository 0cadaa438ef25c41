using Lrs.Server.Http;
using Lrs.Server.Settings;

namespace Lrs.Server.Player;

/// <summary>Whose pages may show the player in a frame (CSP 3 6.4.2): its own, the application's, those of the learning systems that the settings name, and the one to which a launch returns.</summary>
internal sealed class FrameAncestors(Origins origins, LrsSettings settings)
{
    private readonly List<string> always =
    [
        "'self'",
        new Uri(origins.App).GetLeftPart(UriPartial.Authority),
        .. settings.Content.FrameAncestors.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(origin => new Uri(origin).GetLeftPart(UriPartial.Authority)),
    ];

    /// <summary>Those for one launch.</summary>
    /// <param name="returnUrl">Where the learner goes afterwards; null for nowhere.</param>
    public IEnumerable<string> Of(string? returnUrl) => (returnUrl is null ? always : [.. always, new Uri(returnUrl).GetLeftPart(UriPartial.Authority)]).Distinct();
}
