using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>
/// The server beside the bare database, one database after the other, everything on the loopback of this machine:
///   1 writing, floor and server turn about, 2 documents, 3 reading from a small and from a large log.
/// </summary>
internal static class LogCommand
{
    /// <summary>Runs it and prints the table.</summary>
    public static async Task Run(LogOptions options)
    {
        var root = Directory.CreateTempSubdirectory("lrs-bench-").FullName;
        File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var folder = Leftovers.Note(() => Directory.Delete(root, recursive: true));
        var table = new Table();
        try
        {
            foreach (var dialect in options.Databases)
            {
                using var postgres = dialect is Dialect.Postgres ? LocalPostgres.Start(Path.Combine(root, "postgres")) : null;
                await Measure(dialect, options, name => Installation.Make(dialect, Path.Combine(root, $"{name}_{dialect}".ToLowerInvariant()), postgres), table);
            }
        }
        finally
        {
            folder.Stop();
            table.Print();
            Console.WriteLine();
            Console.WriteLine($"Medians of {options.Pairs} pairs of {options.Turn.TotalSeconds:N1} s on {Environment.ProcessorCount} cores, which client, server and database share; µs are CPU time of server and database for one statement or request, the views that follow the log included.");
        }
    }

    private static async Task Measure(Dialect dialect, LogOptions options, Func<string, Installation> make, Table table)
    {
        if (options.Wants("write"))
        {
            using var floor = make("floor");
            using var served = make("served");
            using var writes = new LogWrites(dialect, options, floor, served, table);
            await writes.Run();
        }

        using var read = make("read");
        var reads = new LogReads(dialect, options, read, table);
        if (options.Wants("state"))
        {
            using var server = read.Serve();
            await reads.Documents(server);
        }

        if (options.Wants("get"))
        {
            await reads.Run();
        }
    }
}
