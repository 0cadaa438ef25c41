using System.Diagnostics;
using Lrs.Data;
using Xunit;
using Xunit.Sdk;

namespace Lrs.Tests.Http.Surviving;

/// <summary>
/// Rounds of writing, killing and looking. A few in the ordinary run; <c>LRS_TEST_LONG=1</c> makes it hundreds, <c>LRS_TEST_ROUNDS</c> any
/// number. What happens depends on <c>LRS_TEST_SEED</c>, which a failure names (and on the machine: a seed gives the same requests and kills,
/// not the same moments).
/// </summary>
public sealed class KilledAtRandomMoments
{
    private const int Writers = 8;

    // Rounds on one database, before a fresh one.
    private const int Life = 10;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("LRS_TEST_ROUNDS"), out var rounds) ? rounds
        : Environment.GetEnvironmentVariable("LRS_TEST_LONG") is null ? 4 : 200;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("LRS_TEST_SEED"), out var seed) ? seed : Environment.TickCount;

    [Theory, EveryDatabase]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_twice_or_by_half(Dialect dialect)
    {
        for (var done = 0; done < Rounds; done += Life)
        {
            await LiveAndDie(dialect, Seed + done, Math.Min(Life, Rounds - done));
        }
    }

    private static async Task LiveAndDie(Dialect dialect, int seed, int rounds)
    {
        var ledger = new Ledger();
        var round = 0;
        await using var place = await Installation.Make(dialect);
        ServerProcess? server = null;
        try
        {
            var random = new Random(seed);
            using var http = place.Client();
            var writers = Enumerable.Range(0, Writers).Select(number => new Writer(number, seed * 100 + number, place.Client(), ledger)).ToList();
            for (; round < rounds; round++)
            {
                server = await OneRound(place, server, writers, random);
                await Survivors.Answers(http);
                var rows = await Survivors.CheckLog(place, ledger);
                await Survivors.CheckKeys(http, rows, random, most: round == rounds - 1 ? int.MaxValue : 5);
                await Survivors.CheckAttachments(http, ledger, rows, random, most: round == rounds - 1 ? int.MaxValue : 20);
                await Survivors.CheckDocuments(http, ledger);
            }

            await Survivors.Followed(place);
            Assert.Equal(0, await server!.Stop());
            await SameWhenBuiltAgain(place);
            Say(dialect, seed, rounds, ledger, (await StoredLog.Head(place)).Seq);
        }
        catch (Exception fault) when (fault.GetType().Name is not "SkipException")
        {
            throw new XunitException($"LRS_TEST_SEED={seed}, {dialect}, round {round}: {fault.Message}\nThe server said: {server?.Output}", fault);
        }
        finally
        {
            server?.Dispose();
        }
    }

    // Starts what does not run, writes, kills, and has everything running again.
    private static async Task<ServerProcess> OneRound(Installation place, ServerProcess? server, List<Writer> writers, Random random)
    {
        server ??= await place.Start();
        using var stop = new CancellationTokenSource();
        var writing = writers.ConvertAll(writer => Task.Run(() => writer.Run(stop.Token)));
        await Task.Delay(random.Next(30, 1000));
        switch (place.Postgres is null ? 0 : random.Next(5))
        {
            case 0:
                server = await KillServer(place, server, random);
                break;
            case 1:
                await place.Postgres!.Crash();
                await Return(place, random);
                break;
            case 2:
                await place.Postgres!.StopImmediately();
                await Return(place, random);
                break;
            case 3:
                await place.Postgres!.CrashOneBackend();
                await Task.Delay(random.Next(300, 1000));
                break;
            default:
                await Task.WhenAll(server.Kill(), place.Postgres!.Crash());
                await place.Postgres.StartAgain();
                server.Dispose();
                server = await place.Start();
                break;
        }

        await Task.Delay(random.Next(0, 300));
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        return server;
    }

    private static async Task<ServerProcess> KillServer(Installation place, ServerProcess server, Random random)
    {
        await server.Kill();
        server.Dispose();
        if (random.Next(4) == 0)
        {
            // Once more while it starts.
            using var early = ServerProcess.Launch(place.Args);
            await Task.Delay(random.Next(100, 1500));
            await early.Kill();
        }

        return await place.Start();
    }

    private static async Task Return(Installation place, Random random)
    {
        await Task.Delay(random.Next(0, 500));
        await place.Postgres!.StartAgain();
        await Task.Delay(random.Next(200, 600));
    }

    private static async Task SameWhenBuiltAgain(Installation place)
    {
        var before = await StoredLog.ReportRows(place);
        foreach (var view in new[] { "reports", "canonical" })
        {
            var (code, words) = await place.Command("rebuild", view);
            Assert.True(code is 0, words);
        }

        Assert.Equal(before, await StoredLog.ReportRows(place));
    }

    private static void Say(Dialect dialect, int seed, int rounds, Ledger ledger, long stored) =>
        Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {dialect}, seed {seed}: {rounds} rounds, {stored} statements stored, {ledger.Requests.Count(request => request.IsAcknowledged)} of {ledger.Requests.Count} requests acknowledged, {ledger.Failures.Unavailable} answers 503, {ledger.Failures.Lost} without answer.");
}
