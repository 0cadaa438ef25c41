using System.Diagnostics;
using Lrs.Data;
using Npgsql;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

/// <summary>A PostgreSQL server of a test's own, to be stopped and started while it is used; a commit is written before it is answered, as in real life.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly TestFolder files = new();
    private readonly string folder;
    private readonly string server;

    private Cluster(string folder, string server) => (this.folder, this.server) = (folder, server);

    /// <summary>What a server needs to be told to use it.</summary>
    public DatabaseOptions Options => new(Dialect.Postgres, new NpgsqlConnectionStringBuilder(server) { MaxPoolSize = 20 }.ToString(), files.Path);

    public string Host => new NpgsqlConnectionStringBuilder(server).Host!;

    public int Port => new NpgsqlConnectionStringBuilder(server).Port;

    public static async Task<Cluster> Start()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("LRS_TEST_POSTGRES")), "LRS_TEST_POSTGRES names no PostgreSQL server; tests/run.sh starts one.");
        var folder = Path.Combine(Path.GetTempPath(), $"lrs-cluster-{Guid.NewGuid():N}");
        var (code, text) = await Run(Repository.Path("infra/postgres.sh"), "start", folder);
        Assert.SkipWhen(code == 3, "The programs of PostgreSQL are not on this machine; tests/run.sh installs them.");
        Assert.True(code == 0, text);
        var cluster = new Cluster(folder, text.Trim().Split('\n')[^1]);
        await cluster.Sql("ALTER ROLE lrs SET synchronous_commit = on");
        return cluster;
    }

    /// <summary>Kills it, as a crash would, and starts it on the same port; recovery included.</summary>
    public Task Crash() => Control("-m", "immediate", "-w", "-t", "60", "restart");

    /// <summary>Stops it, as a crash would.</summary>
    public Task Stop() => Control("-m", "immediate", "-w", "stop");

    /// <summary>Starts it after it was stopped.</summary>
    public Task Resume() => Control("-w", "-t", "60", "restart");

    /// <summary>Runs SQL on it.</summary>
    public async Task Sql(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Control("-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
        files.Dispose();
    }

    private async Task Control(params string[] arguments)
    {
        var bin = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin/" : "";
        string[] command = [$"{bin}pg_ctl", "-D", Path.Combine(folder, "data"), "-s", "-l", Path.Combine(folder, "log.txt"), .. arguments];
        var (code, text) = Environment.UserName is "root" ? await Run("runuser", ["-u", "postgres", "--", .. command]) : await Run(command[0], command[1..]);
        Assert.True(code == 0 || text.Contains("PID file", StringComparison.Ordinal), text);
    }

    private static async Task<(int Code, string Text)> Run(string program, params string[] arguments)
    {
        // To a file, not a pipe: the database that is started would keep a pipe open.
        var output = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec \"$0\" \"$@\" >{output} 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(output);
        File.Delete(output);
        return (process.ExitCode, text);
    }
}
