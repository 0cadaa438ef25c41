using System.Diagnostics;
using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>Writing statements: the bare loop and the server, turn about, each on a database of its own that grows meanwhile.</summary>
internal sealed class LogWrites(Dialect dialect, LogOptions options, Installation floor, Installation served, Table table) : IDisposable
{
    private const int Pool = 2_000;

    private readonly SampleStatements statements = new(1);
    private readonly ServerProcess server = served.Serve();
    private readonly BareLog bare = floor.Bare();

    /// <summary>Runs both measures.</summary>
    public async Task Run()
    {
        var rows = Enumerable.Range(0, Pool).Select(_ => floor.Terms.Row(statements.Next())).ToArray();
        bare.WriteTerms();
        await Measure("POST one statement, 16 connections", rows, transaction: 16, lines: 16, batch: 1, "half of f1; 4,000/s");
        await Measure("POST 50 statements, 8 connections", rows, transaction: 1_000, lines: 8, batch: 50, "half of f2; 7,000/s");
        table.Add("memory after writing (RssAnon)", dialect.ToString(), "", $"{ProcessFigures.RssAnon(server.Id) / 1_000_000} MB", "", "", "400 MB at 10,000,000");
    }

    public void Dispose()
    {
        bare.Dispose();
        server.Dispose();
    }

    private async Task Measure(string name, SampleRow[] rows, int transaction, int lines, int batch, string target)
    {
        var connections = Enumerable.Range(0, lines).Select(_ => new HttpLine(server.Port)).ToArray();
        var bodies = connections.Select((_, at) => new SampleRequest(new SampleStatements(100 + at), batch)).ToArray();

        // Once before what counts, so that neither side is measured while it is being compiled.
        await Server(connections, bodies, batch);
        await Server(connections, bodies, batch);
        Floor(rows, transaction);
        var pairs = new List<(Turn, Turn)>();
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            var first = pair % 2 == 0 ? Floor(rows, transaction) : default;
            var second = await Server(connections, bodies, batch);
            pairs.Add((pair % 2 == 0 ? first : Floor(rows, transaction), second));
        }

        Array.ForEach(connections, connection => connection.Dispose());
        var found = new Pairs(pairs);
        table.Add(
            name,
            dialect.ToString(),
            $"{found.Floor:N0}/s, {found.FloorCpu:N0} µs",
            $"{found.Server:N0}/s, {found.ServerCpu:N0} µs",
            $"{found.Ratio:N2}",
            $"{found.CpuRatio:N2}",
            target);
    }

    private Turn Floor(SampleRow[] rows, int transaction)
    {
        var cpu = floor.Cpu(Environment.ProcessId);
        var watch = Stopwatch.StartNew();
        var count = 0;
        for (var at = 0; watch.Elapsed < options.Turn; at = (at + transaction) % (rows.Length - transaction + 1))
        {
            var some = rows.AsSpan(at, transaction);
            foreach (var row in some)
            {
                row.Body.Renew(statements.Id(), statements.Registration(row.Body));
            }

            bare.Write(some);
            count += transaction;
        }

        return new Turn(count, watch.Elapsed, floor.Cpu(Environment.ProcessId) - cpu);
    }

    private async Task<Turn> Server(HttpLine[] connections, SampleRequest[] bodies, int batch)
    {
        var cpu = served.Cpu(server.Id);
        var (count, wall) = await Load.Run(connections, options.Turn, at => bodies[at].Next());
        await Quiet();
        return new Turn(count * batch, wall, served.Cpu(server.Id) - cpu);
    }

    // The views follow the log; what they cost is the statements' too, and must not run into the floor's turn.
    private async Task Quiet()
    {
        var last = served.Cpu(server.Id);
        for (var look = 0; look < 150; look++)
        {
            await Task.Delay(200);
            var now = served.Cpu(server.Id);
            if (now - last < TimeSpan.FromMilliseconds(20))
            {
                return;
            }

            last = now;
        }
    }
}

/// <summary>A POST of some statements that is made another with each use.</summary>
internal sealed class SampleRequest
{
    private const int Pool = 200;

    private readonly SampleStatements statements;
    private readonly (byte[] Bytes, Sample[] Samples, int[] At)[] pool;
    private int turn;

    public SampleRequest(SampleStatements statements, int batch)
    {
        this.statements = statements;
        pool = Enumerable.Range(0, Pool).Select(_ => Make(batch)).ToArray();
    }

    /// <summary>The next request; valid until the pool comes round.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var (bytes, samples, at) = pool[turn++ % Pool];
        for (var one = 0; one < samples.Length; one++)
        {
            samples[one].Renew(statements.Id(), statements.Registration(samples[one]));
            samples[one].Json.CopyTo(bytes.AsSpan(at[one]));
        }

        return bytes;
    }

    private (byte[], Sample[], int[]) Make(int batch)
    {
        var samples = Enumerable.Range(0, batch).Select(_ => statements.Next()).ToArray();
        var body = new List<byte>();
        var places = new int[batch];
        body.Add((byte)'[');
        for (var at = 0; at < batch; at++)
        {
            if (at > 0)
            {
                body.Add((byte)',');
            }

            places[at] = body.Count;
            body.AddRange(samples[at].Json);
        }

        body.Add((byte)']');
        var bytes = HttpLine.Request("POST", "/xapi/statements", body.ToArray());
        return (bytes, samples, Array.ConvertAll(places, place => place + bytes.Length - body.Count));
    }
}
