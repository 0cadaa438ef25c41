namespace Lrs.Packages.Scorm;

/// <summary>Joins an item's parameters to its resource's address, by the algorithm of SCORM 2004 CAM 3.4.1.5.</summary>
internal static class LaunchParameters
{
    public static string Append(string launch, string? parameters)
    {
        var rest = (parameters ?? "").TrimStart('?', '&');
        if (rest.Length == 0)
        {
            return launch;
        }

        if (rest[0] == '#')
        {
            return launch.Contains('#', StringComparison.Ordinal) ? launch : launch + rest;
        }

        return launch + (launch.Contains('?', StringComparison.Ordinal) ? '&' : '?') + rest;
    }
}
