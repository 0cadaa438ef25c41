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
        catch (IOException fault)
        {
            throw new DatabaseUnavailableException(
                $"Another process uses the database in '{folder}' (it holds {path}). One SQLite file serves one process; stop the other, or use PostgreSQL to run several.", fault);
        }
    }

    // SQLite's locks and shared memory do not work over a network: two machines would tear the file.
    private static void RefuseNetwork(string folder)
    {
        var full = Path.GetFullPath(folder);
        var drive = DriveInfo.GetDrives()
            .Where(d => full.StartsWith(d.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(d => d.RootDirectory.FullName.Length);
        if (drive is null)
        {
            return;
        }

        if (drive.DriveType is DriveType.Network || NetworkFormats.Contains(FormatOf(drive)))
        {
            throw new DatabaseUnavailableException($"'{folder}' lies on a network file system ({FormatOf(drive)}), on which SQLite is not safe. Use a local disk, or PostgreSQL.", null);
        }
    }

    private static string FormatOf(DriveInfo drive)
    {
        try
        {
            return drive.DriveFormat;
        }
        catch (IOException)
        {
            return "unknown";
        }
    }

    public void Dispose() => file.Dispose();
}
