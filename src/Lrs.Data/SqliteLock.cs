namespace Lrs.Data;

/// <summary>
/// The lock file beside a SQLite database. Held open and exclusive for as long as the process lives, so that a second
/// process on the same folder is refused with a sentence instead of two processes giving out the same numbers.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    private static readonly string[] NetworkFormats = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"];

    private readonly FileStream file;

    private SqliteLock(FileStream file) => this.file = file;

    public static SqliteLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The data folder '{folder}' cannot be made: {fault.Message}", fault);
        }

        RefuseNetwork(folder);
        var path = Path.Combine(folder, "lrs.lock");
        try
        {
            return new SqliteLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new DatabaseUnavailableException($"The data folder '{folder}' cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault) when (!IsHeld(fault))
        {
            throw new DatabaseUnavailableException($"The data folder '{folder}' cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new DatabaseUnavailableException(
                $"Another process uses the database in '{folder}' (it holds {path}). One SQLite file serves one process; stop the other, or use PostgreSQL to run several.", fault);
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and the sharing and lock violations of Windows.
    private static bool IsHeld(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    // SQLite's locks and shared memory do not work over a network: two machines would tear the file.
    private static void RefuseNetwork(string folder)
    {
        var (type, format) = FileSystemOf(Path.GetFullPath(folder));
        if (IsNetwork(type, format))
        {
            throw new DatabaseUnavailableException($"'{folder}' lies on a network file system ({format}), on which SQLite is not safe. Use a local disk, or PostgreSQL.", null);
        }
    }

    /// <summary>Do these two, as the system tells them of a folder, mean another machine's disk?</summary>
    internal static bool IsNetwork(DriveType type, string format) => type is DriveType.Network || NetworkFormats.Contains(format, StringComparer.OrdinalIgnoreCase);

    // On Unix a DriveInfo may be made of any folder, and asks the system about the file system below it, links followed.
    private static (DriveType Type, string Format) FileSystemOf(string folder)
    {
        if (folder.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return (DriveType.Network, "a Windows share");
        }

        try
        {
            var drive = new DriveInfo(folder);
            return (drive.DriveType, drive.DriveFormat);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (DriveType.Unknown, "unknown");
        }
    }

    public void Dispose() => file.Dispose();
}
