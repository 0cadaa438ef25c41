namespace Lrs.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The full path of a file or folder that is named from the root.</summary>
    public static string Path(string name) => System.IO.Path.Combine(Root, name);

    private static string Find(string folder) => File.Exists(System.IO.Path.Combine(folder, "Lrs.sln"))
        ? folder
        : Find(System.IO.Path.GetDirectoryName(folder.TrimEnd('/', '\\')) ?? throw new InvalidOperationException("These tests run inside the repository: Lrs.sln is in no folder above them."));
}
