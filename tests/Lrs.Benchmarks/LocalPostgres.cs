using System.Diagnostics;
using Npgsql;

namespace Lrs.Benchmarks;

/// <summary>A PostgreSQL of our own that waits for the disk as a real one does; stopped and removed at the end.</summary>
internal sealed class LocalPostgres : IDisposable
{
    // So that a stop waits for a start that is under way.
    private static readonly Lock Gate = new();

    private readonly string folder;

    private readonly Leftovers leftovers;

    private LocalPostgres(string folder, string connectionString, Leftovers leftovers) =>
        (this.folder, ConnectionString, this.leftovers) = (folder, connectionString, leftovers);

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>The process whose children do the work.</summary>
    public int Process => int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First());

    /// <summary>Starts one in a folder, with room for a log that does not fit the few megabytes it takes by itself.</summary>
    public static LocalPostgres Start(string folder)
    {
        var leftovers = Leftovers.Note(() => Stop(folder));
        Execute(Script("start", folder, "durable").Trim(), "ALTER SYSTEM SET shared_buffers = '1GB'", "ALTER SYSTEM SET max_wal_size = '4GB'");
        Script("stop", folder);
        return new LocalPostgres(folder, Script("start", folder, "durable").Trim(), leftovers);
    }

    /// <summary>Makes an empty database on it.</summary>
    public string Make(string name)
    {
        Execute(ConnectionString, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ToString();
    }

    public void Dispose() => leftovers.Stop();

    private static void Stop(string folder)
    {
        NpgsqlConnection.ClearAllPools();
        Script("stop", folder);
    }

    private static void Execute(string connectionString, params string[] commands)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        foreach (var text in commands)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }

    private static string Script(params string[] words)
    {
        using var alone = Gate.EnterScope();
        if (Leftovers.Ending && words[0] != "stop")
        {
            throw new OperationCanceledException("Interrupted.");
        }

        var start = new ProcessStartInfo(Path.Combine(Root(AppContext.BaseDirectory), "infra", "postgres.sh"), words) { RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"infra/postgres.sh {words[0]} failed; its words are above.");
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Lrs.sln"))
        ? folder
        : Root(Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new InvalidOperationException("Benchmarks run inside the repository: Lrs.sln is in no folder above them."));
}
