using System.Diagnostics;
using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>Reading from a small log and from a large one, made by the bare loop; then documents, memory, start and size.</summary>
internal sealed class LogReads(Dialect dialect, LogOptions options, Installation installation, Table table)
{
    private const int Chunk = 5_000;
    private const int Rare = 10;
    private const int Times = 200;
    private const int BigCourse = 60;
    private const int BigLearner = 30_000;
    private const int RareLearner = 30_001;

    private readonly SampleStatements statements = new(2);
    private readonly List<Sample> some = [];
    private int rare;
    private int both;

    /// <summary>Runs the measures.</summary>
    public async Task Run()
    {
        var bytes = Fill(LogOptions.Few);
        var few = await Serve(Reads);
        var watch = Stopwatch.StartNew();
        bytes = Fill(options.Stored - LogOptions.Few, bytes);
        Console.Error.WriteLine($"  {dialect}: {options.Stored:N0} stored in {watch.Elapsed.TotalSeconds:N0} s");
        var many = await Serve(Reads);
        foreach (var ((name, target, before), (_, _, after)) in few.Zip(many))
        {
            table.Add($"GET {name}", dialect.ToString(), $"{before:N2} ms at {LogOptions.Few:N0}", $"{after:N2} ms at {options.Stored:N0}", $"{after / before:N2}", "", target);
        }

        table.Add("bytes on disk per statement", dialect.ToString(), "", $"{(double)bytes / options.Stored:N0}", "", "", "");
    }

    /// <summary>State documents, 16 connections.</summary>
    public async Task Documents(ServerProcess server)
    {
        var lines = Enumerable.Range(0, 16).Select(_ => new HttpLine(server.Port)).ToArray();
        var requests = (string method, int line, int at) => HttpLine.Request(
            method,
            $"/xapi/activities/state?activityId={Uri.EscapeDataString(SampleStatements.Activity(1, at % 20))}&agent={Uri.EscapeDataString(SampleStatements.Agent(line * 1_000 + at % 50))}&stateId=suspend",
            method == "GET" ? [] : new byte[600]);
        foreach (var (method, target) in new[] { ("PUT", "4,000/s"), ("GET", "8,000/s") })
        {
            var all = lines.Select((_, line) => Enumerable.Range(0, 100).Select(at => requests(method, line, at)).ToArray()).ToArray();
            var at = new int[lines.Length];
            var turns = new List<Turn>();
            for (var turn = 0; turn < Math.Min(options.Pairs, 10) + 1; turn++)
            {
                var cpu = installation.Cpu(server.Id);
                var (count, wall) = await Load.Run(lines, options.Turn, line => all[line][at[line]++ % 100]);
                turns.Add(new Turn(count, wall, installation.Cpu(server.Id) - cpu));
            }

            turns.RemoveAt(0);
            table.Add($"State {method}, 16 connections", dialect.ToString(), "", $"{Median.Of(turns.Select(turn => turn.PerSecond)):N0}/s, {Median.Of(turns.Select(turn => turn.CpuEach)):N0} µs", "", "", target);
        }

        Array.ForEach(lines, line => line.Dispose());
    }

    private async Task<List<(string Name, string Target, double Median)>> Serve(Func<ServerProcess, Task<List<(string, string, double)>>> measure)
    {
        using var server = installation.Serve();
        var found = await measure(server);
        table.Add("start to the first answer", dialect.ToString(), "", $"{server.UntilAnswer.TotalSeconds:N2} s", "", "", "2 s at 10,000,000");
        table.Add("memory after reading (RssAnon)", dialect.ToString(), "", $"{ProcessFigures.RssAnon(server.Id) / 1_000_000} MB", "", "", "400 MB at 10,000,000");
        return found;
    }

    private async Task<List<(string, string, double)>> Reads(ServerProcess server)
    {
        using var line = new HttpLine(server.Port);
        string Agent(int learner) => $"agent={Uri.EscapeDataString(SampleStatements.Agent(learner))}";
        var big = Uri.EscapeDataString(SampleStatements.Activity(BigCourse, 0));
        var verb = $"verb={Uri.EscapeDataString(SampleStatements.Verb("completed"))}";
        const string Flat = "1.5 times the small log";
        (string, string, Func<int, string>)[] asked =
        [
            ("by id", Flat, at => $"statementId={some[at * 7 % some.Count].Id}"),
            ("by agent, verb and since", Flat, at => $"{Agent(at % 200)}&{verb}&since=2026-01-01T00:00:00Z&limit=50"),
            ("by activity", Flat, at => $"activity={Uri.EscapeDataString(SampleStatements.Activity(at % 50, at % 400))}&limit=50"),
            ("by activity with related", Flat, at => $"activity={Uri.EscapeDataString(SampleStatements.Course(at % 50))}&related_activities=true&limit=50"),
            ("by registration", Flat, at => $"registration={some[at * 7 % some.Count].Registration}&limit=50"),
            ("latest 50", Flat, _ => "limit=50"),
            ("rare agent, a verb", "10 ms", _ => $"{Agent(RareLearner)}&{verb}&limit=50"),
            ("rare agent, a verb, an activity", "10 ms", _ => $"{Agent(RareLearner)}&{verb}&activity={big}&limit=50"),
            ("two of a tenth each, together 10", "500 ms", _ => $"{Agent(BigLearner)}&activity={big}&limit=50"),
        ];
        var found = new List<(string, string, double)>();
        foreach (var (name, target, query) in asked)
        {
            var at = 0;
            var next = () => (ReadOnlyMemory<byte>)HttpLine.Request("GET", $"/xapi/statements?{query(at++)}", []);
            await Load.Median(line, Times, next);
            found.Add((name, target, await Load.Median(line, Times, next)));
        }

        return found;
    }

    private long Fill(int count, long before = 0)
    {
        using var bare = installation.Bare();
        var empty = before == 0 ? bare.Settle() : 0;
        for (var left = count; left > 0; left -= Chunk)
        {
            var rows = new SampleRow[Math.Min(Chunk, left)];
            for (var at = 0; at < rows.Length; at++)
            {
                var sample = Next(count, left - at);
                rows[at] = installation.Terms.Row(sample);
                if (some.Count < 1_000)
                {
                    some.Add(sample);
                }
            }

            bare.Load(rows);
        }

        bare.PassFollowers();
        return bare.Settle() - empty;
    }

    // One in ten is a busy learner's, one in ten about one activity, ten both; and there are ten of a learner who is seldom here.
    private Sample Next(int count, int left)
    {
        if (left % Math.Max(1, count / Rare) == 1 && rare < Rare)
        {
            rare++;
            return statements.Of(RareLearner, "completed", BigCourse, 0);
        }

        if (left % Math.Max(1, count / Rare) == 2 && both < Rare)
        {
            both++;
            return statements.Of(BigLearner, "answered", BigCourse, 0);
        }

        return (left % SampleStatements.Every) switch
        {
            0 => statements.Of(BigLearner, "experienced", left % 50, left % 400),
            5 => statements.Of(left % 20_000, "answered", BigCourse, 0),
            _ => statements.Next(),
        };
    }
}
