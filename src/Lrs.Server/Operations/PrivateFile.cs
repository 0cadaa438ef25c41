namespace Lrs.Server.Operations;

/// <summary>Files that hold secrets: on Unix nobody but their owner may read them.</summary>
internal static class PrivateFile
{
    /// <summary>Makes a file, for writing.</summary>
    /// <exception cref="IOException">It exists, or cannot be made.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
