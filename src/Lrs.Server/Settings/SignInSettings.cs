using System.ComponentModel.DataAnnotations;

namespace Lrs.Server.Settings;

/// <summary>Section <c>Lrs:SignIn</c>: people's sign-ins to the pages.</summary>
internal sealed record SignInSettings
{
    /// <summary>Wrong passwords in a row after which a sign-in is locked.</summary>
    [Range(1, 1_000)]
    public int MaxFailures { get; init; } = 10;

    /// <summary>Minutes for which it is locked then.</summary>
    [Range(1, 7 * 24 * 60)]
    public int LockMinutes { get; init; } = 15;

    /// <summary>Hours without use after which a session ends.</summary>
    [Range(1, 7 * 24)]
    public int IdleHours { get; init; } = 12;
}

/// <summary>Section <c>Lrs:Cors</c>: scripts of which other origins may call the record store.</summary>
internal sealed record CorsSettings
{
    /// <summary>Origins such as <c>https://content.example</c>, separated by commas. The content origin, hosted units elsewhere and the origins of credentials count without being named.</summary>
    [WebOrigins]
    public string Origins { get; init; } = "";
}
