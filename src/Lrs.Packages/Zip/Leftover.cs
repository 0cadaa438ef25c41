namespace Lrs.Packages.Zip;

/// <summary>What operating systems leave in zips: no part of any course.</summary>
internal static class Leftover
{
    public static bool Is(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/__MACOSX/", StringComparison.OrdinalIgnoreCase)
        || path[(path.LastIndexOf('/') + 1)..] is ".DS_Store" or "Thumbs.db" or "desktop.ini";
}
