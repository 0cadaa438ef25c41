using System.Diagnostics;
using Npgsql;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

/// <summary>A PostgreSQL of a test's own that waits for the disk, to be killed and started again.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string folder;

    private OwnPostgres(string folder, string connection) => (this.folder, Connection) = (folder, connection);

    /// <summary>How to reach its database <c>lrs</c>; the same after every start.</summary>
    public string Connection { get; }

    public static async Task<OwnPostgres> Start(string folder)
    {
        Directory.CreateDirectory(folder);
        // Its processes run as another user when the tests are root, and the folder above is ours alone.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.GetDirectoryName(folder)!, File.GetUnixFileMode(Path.GetDirectoryName(folder)!) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        }

        var (code, words) = await Script("start", folder, "durable");
        Assert.SkipWhen(code is 3, words);
        Assert.True(code is 0, words);
        var server = words.Trim().Split('\n')[^1];
        await using (var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false }))
        {
            await using var make = source.CreateCommand("CREATE DATABASE lrs");
            await make.ExecuteNonQueryAsync();
        }

        return new OwnPostgres(folder, new NpgsqlConnectionStringBuilder(server) { Database = "lrs", MaxPoolSize = 20, Timeout = 5 }.ToString());
    }

    /// <summary>SIGKILL to all its processes.</summary>
    public Task Crash() => Script("crash", folder);

    /// <summary>SIGQUIT to the postmaster: what <c>pg_ctl stop -m immediate</c> sends. No checkpoint, no goodbye.</summary>
    public async Task StopImmediately()
    {
        var postmaster = Postmaster();
        await Signal("QUIT", postmaster);
        while (Directory.Exists($"/proc/{postmaster}"))
        {
            await Task.Delay(10);
        }
    }

    /// <summary>SIGKILL to one process that serves a connection: the postmaster then ends all the others and recovers by itself.</summary>
    public async Task CrashOneBackend()
    {
        var (_, found) = await Run("pgrep", "-P", Postmaster(), "-f", "lrs lrs 127.0.0.1");
        if (found.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var backend, ..])
        {
            await Signal("KILL", backend);
        }
    }

    /// <summary>Starts it again after it was killed.</summary>
    public async Task StartAgain()
    {
        var (code, words) = await Script("start", folder, "durable");
        Assert.True(code is 0, words);
    }

    public async ValueTask DisposeAsync() => await Script("crash", folder);

    private string Postmaster() => File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First().Trim();

    private static async Task Signal(string signal, string process) => await Run("kill", "-" + signal, process);

    private static Task<(int Code, string Words)> Script(params string[] words) => Run(Repository.Path("infra/postgres.sh"), words);

    private static async Task<(int Code, string Words)> Run(string program, params string[] args)
    {
        // To a file: the server that the script starts would keep a pipe open for ever.
        var answer = Path.GetTempFileName();
        try
        {
            using var process = Process.Start("bash", ["-c", "out=$1; shift; \"$@\" >\"$out\" 2>&1 </dev/null", "-", answer, program, .. args]);
            await process.WaitForExitAsync();
            return (process.ExitCode, await File.ReadAllTextAsync(answer));
        }
        finally
        {
            File.Delete(answer);
        }
    }
}
