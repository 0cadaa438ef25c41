using System.Diagnostics;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

/// <summary>A disk of a few megabytes, in memory, that can be filled and made read-only. Needs the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TestFolder folder = new();

    private SmallDisk()
    {
    }

    public string Path => folder["disk"];

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        Directory.CreateDirectory(disk.Path);
        var (code, words) = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path);
        if (code is not 0)
        {
            disk.folder.Dispose();
            Assert.Skip($"A file system of a test's own cannot be mounted here: {words.Trim()}");
        }

        return disk;
    }

    /// <summary>Leaves not one byte free.</summary>
    public void Fill()
    {
        try
        {
            using var file = File.Open(Ballast, FileMode.Append);
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Ballast);

    public void Remount(string how)
    {
        var (code, words) = Run("mount", "-o", $"remount,{how}", Path);
        Assert.True(code is 0, words);
    }

    public void Dispose()
    {
        Run("umount", "-l", Path);
        folder.Dispose();
    }

    private static (int Code, string Words) Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        Array.ForEach(args, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var words = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, words);
    }
}
