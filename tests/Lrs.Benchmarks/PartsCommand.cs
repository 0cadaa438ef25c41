using System.Diagnostics;
using System.Text;
using Lrs.Data;
using Lrs.Server.Reports;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Benchmarks;

/// <summary>
/// What each part of storing a statement costs, one after the other on one thread and without HTTP: read it, commit it with others, read
/// it back for the views, follow it into the reports. Where to look before the log is made faster.
/// </summary>
internal static class PartsCommand
{
    private const int Turns = 40;
    private const int Batch = 500;
    private static readonly byte[] Authority = Encoding.UTF8.GetBytes("""{"objectType":"Agent","account":{"homePage":"https://lrs.example/t/default/credentials","name":"bench"}}""");

    public static async Task Run()
    {
        var root = Directory.CreateTempSubdirectory("lrs-parts-").FullName;
        File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            Console.WriteLine("| part | database | in a turn | µs of CPU | bytes allocated |");
            Console.WriteLine("| --- | --- | --: | --: | --: |");
            foreach (var dialect in new[] { Dialect.Sqlite, Dialect.Postgres })
            {
                using var postgres = dialect is Dialect.Postgres ? LocalPostgres.Start(Path.Combine(root, "cluster")) : null;
                using var installation = Installation.Make(dialect, Path.Combine(root, $"parts_{dialect}".ToLowerInvariant()), postgres);
                await Measure(dialect, installation);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task Measure(Dialect dialect, Installation installation)
    {
        await using var database = await Database.Open(installation.Options, CancellationToken.None);
        var (tenant, terms, statements) = (TenantId.From(1), new TermStore(database), new SampleStatements(7));
        // Rounds before the last of a size are for the compiler.
        foreach (var (size, print) in new[] { (16, false), (16, false), (400, false), (1, true), (16, true), (400, true) })
        {
            var samples = Enumerable.Range(0, Math.Max(size * Turns, 8_000) / size * size).Select(_ => statements.Next()).ToArray();
            var read = new List<NewStatement>();
            await Part("read", dialect, size, samples.Length, print, () =>
            {
                read.AddRange(samples.Select(sample => NewStatement.From(StatementReader.Read(sample.Json, XapiVersion.V1, new Faults())!, Authority, XapiVersion.V1)));
                return Task.CompletedTask;
            });
            await Part("commit", dialect, size, samples.Length, print, async () =>
            {
                foreach (var chunk in read.Chunk(size))
                {
                    var turn = new LogTurn([.. chunk.Select(one => new LogRequest([one], null))], terms, TimeProvider.System);
                    await database.Write(tenant, turn.Run, CancellationToken.None);
                    terms.Learn(tenant, turn.NewTerms);
                }
            });
            var follower = new ReportsFollower();
            var seq = await database.Read(tenant, work => work.One("SELECT seq FROM log_head WHERE tenant = @tenant", row => row.Long(0)), CancellationToken.None) - samples.Length;
            var entries = new List<List<LogEntry>>();
            await Part("read back", dialect, Batch, samples.Length, print, async () =>
            {
                while (await database.Read(tenant, work => LogEntries.After(work, seq, Batch), CancellationToken.None) is { Count: > 0 } some)
                {
                    entries.Add(some);
                    seq = some[^1].Seq;
                }
            });
            await Part("follow", dialect, Batch, samples.Length, print, async () =>
            {
                foreach (var some in entries)
                {
                    await database.Write(tenant, work => follower.Follow(work, some), CancellationToken.None);
                }
            });
        }
    }

    private static async Task Part(string name, Dialect dialect, int size, int count, bool print, Func<Task> run)
    {
        var (cpu, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        await run();
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        if (print)
        {
            Console.WriteLine($"| {name} | {dialect} | {size} | {cpu.TotalMicroseconds / count:N1} | {bytes / count:N0} |");
        }
    }
}
