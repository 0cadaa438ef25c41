using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Lrs.Data.Blobs;

/// <summary>
/// Two things a file needs on Unix before it can be called kept, and for which .NET has no call: a name given only if it is
/// free (File.Move looks first and then replaces), and a folder forced to the disk. Windows does both by itself.
/// </summary>
internal static class Disk
{
    private const int ReadOnly = 0;
    private const int Taken = 17;
    private const int NotSupportedHere = 22;

    /// <summary>Gives a file its final name; false when that name is taken.</summary>
    public static bool MoveUnlessTaken(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Link(from, to) == 0)
            {
                File.Delete(from);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == Taken)
            {
                return false;
            }
        }

        // Also for the file systems that have no second names for a file.
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }
    }

    /// <summary>Makes the names in a folder survive a power cut.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw Fault("opened", folder);
        }

        try
        {
            // Some file systems (EINVAL) cannot flush a folder; they promise nothing more than they did by naming.
            if (Sync(handle) < 0 && Marshal.GetLastPInvokeError() != NotSupportedHere)
            {
                throw Fault("flushed", folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Fault(string what, string folder) =>
        new($"The folder '{folder}' cannot be {what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
