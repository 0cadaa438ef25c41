namespace Lrs.Server.Settings;

/// <summary>Where relative paths count from: the nearest folder above the executable that holds <c>Lrs.sln</c>, else the executable's own.</summary>
internal static class Paths
{
    /// <summary>The folder that relative paths count from.</summary>
    public static string Home { get; } = Find();

    /// <summary>The same path, absolute.</summary>
    public static string Resolve(string path) => Path.GetFullPath(path, Home);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lrs.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
