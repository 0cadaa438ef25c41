using Lrs.Packages;

namespace Lrs.Server.Pages;

/// <summary>How pages say things.</summary>
internal static class Words
{
    /// <summary>The standard by its usual name.</summary>
    public static string Kind(PackageKind kind) => kind switch
    {
        PackageKind.Scorm12 => "SCORM 1.2",
        PackageKind.Scorm2004 => "SCORM 2004",
        PackageKind.Cmi5 => "cmi5",
        _ => "xAPI",
    };

    /// <summary>The standard with its version: <c>SCORM 1.2</c>, <c>SCORM 2004 3rd Edition</c>, <c>cmi5 (1.0)</c>.</summary>
    public static string Standard(PackageKind kind, string version) => kind switch
    {
        PackageKind.Scorm12 or PackageKind.Scorm2004 => $"SCORM {version}",
        _ => $"{Kind(kind)} ({version})",
    };

    /// <summary>cmi5's moveOn (13.1.4) as what a learner has to do.</summary>
    public static string? MoveOn(string? moveOn) => moveOn switch
    {
        "Passed" => "Pass",
        "Completed" => "Complete",
        "CompletedAndPassed" => "Complete and pass",
        "CompletedOrPassed" => "Complete or pass",
        "NotApplicable" => "Nothing",
        _ => null,
    };

    /// <summary>A share of one as a percentage with at most one digit after the point, so that nothing below a limit looks like the limit.</summary>
    public static string Percent(decimal share) => $"{Math.Truncate(share * 1000) / 10:0.#}\u00a0%";

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string one, string many) => $"{number:N0} {(number == 1 ? one : many)}";

    /// <summary>A number of bytes, rounded down to a whole unit.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 when bytes % (1L << 30) == 0 => $"{bytes >> 30:N0} GB",
        >= 1L << 20 => $"{bytes >> 20:N0} MB",
        _ => $"{bytes >> 10:N0} KB",
    };

    /// <summary>A day, such as 3 November 2026, in Greenwich.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMMM yyyy");
}
