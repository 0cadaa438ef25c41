using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Tests.Http.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Hostile;

/// <summary>
/// Thousands of requests that were right before something was done to them (200,000 on each database in the long run). The server answers
/// every one, never with a fault of its own, says of each 400 which rule was broken where, and holds no more memory after them.
/// </summary>
public sealed class SendingRubbish
{
    private const int Senders = 4;
    private const int MostFaults = 12;
    private const long MostGrowth = 96L * 1024 * 1024;
    private static readonly int[] Known = [200, 204, 304, 400, 401, 403, 404, 405, 408, 409, 412, 413, 414, 415, 431];
    private static readonly string Credential = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}"));

    [Theory, EveryDatabase]
    public async Task Every_request_gets_an_answer_that_is_no_fault_of_the_server_and_every_refusal_says_why(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var each = LongRun.Of(200_000, 3_000) / Senders;
        await Send(lrs, seed: 100, each / 4);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var statuses = await Send(lrs, seed: 1, each);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < MostGrowth, $"{grown:N0} bytes more are held.");
        Assert.Equal(0, lrs.Services.GetRequiredService<BodyBudget>().Held);

        // A generator whose requests are all refused, or all taken, tests nothing.
        Assert.True(statuses.Count(status => status is 200 or 204) > each / 10, "Hardly anything was taken.");
        Assert.True(statuses.Count(status => status is 400) > each / 10, "Hardly anything was refused.");
        await StillWorks(lrs);
    }

    [Theory, EveryDatabase]
    public async Task What_is_no_http_harms_nobody(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var mutation = new Mutation(new Random(7));
        var requests = new HostileRequests(7);
        using var line = new Line(lrs.App);
        for (var n = 0; n < LongRun.Of(5_000, 300); n++)
        {
            // Cut off and closed, or a head of nonsense: whatever comes back, it is no fault of the server.
            var bytes = mutation.Spoil(requests.Next().ToBytes(lrs.App.Authority, Credential));
            using var other = new Line(lrs.App);
            var answer = await other.Send([.. bytes, .. "\r\n\r\n"u8, .. new byte[64]], isHead: true).WaitAsync(TimeSpan.FromSeconds(1)).ContinueWith(task => task.IsCompletedSuccessfully ? task.Result : null);
            Assert.True(answer is null || answer.Status is < 500 or 501 or 505, $"{n}: {answer?.Status}");
        }

        await StillWorks(lrs);
    }

    private static async Task<List<int>> Send(TestLrs lrs, int seed, int each)
    {
        var statuses = new ConcurrentBag<int>();
        var faults = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var requests = new HostileRequests(seed + sender);
            using var line = new Line(lrs.App);
            for (var n = 0; n < each && faults.Count < MostFaults; n++)
            {
                var request = requests.Next();
                var bytes = request.ToBytes(lrs.App.Authority, Credential);
                var answer = await line.Send(bytes, request.Method is "HEAD") ?? await line.Send(bytes, request.Method is "HEAD");
                var fault = Fault(request, answer);
                if (fault is not null)
                {
                    faults.Add($"Seed {seed + sender}, request {n}: {fault}\n{Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2_000)])}\n{answer?.Text}");
                }

                statuses.Add(answer?.Status ?? 0);
            }
        })));
        Assert.True(faults.IsEmpty, string.Join("\n\n", faults));
        return [.. statuses];
    }

    // What is wrong with an answer; null when nothing is.
    private static string? Fault(HostileRequest request, LineAnswer? answer) => answer switch
    {
        null => "there was no answer",
        { Status: >= 500 } => $"status {answer.Status}",
        { Status: var status } when !Known.Contains(status) => $"status {status}, which no requirement knows",
        { Status: 400 } when request.Method is not "HEAD" => Unsaid(answer),
        _ => null,
    };

    private static string? Unsaid(LineAnswer answer)
    {
        try
        {
            var problem = JsonDocument.Parse(answer.Body).RootElement;
            return problem.TryGetProperty("faults", out var faults) && faults.GetArrayLength() > 0
                && faults.EnumerateArray().All(fault => Has(fault, "rule") && Has(fault, "path") && Has(fault, "clause") && Has(fault, "message"))
                    ? null
                    : "a 400 that names no rule or no path";
        }
        catch (JsonException)
        {
            return "a 400 that is no JSON";
        }

        static bool Has(JsonElement fault, string name) => fault.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 };
    }

    // Whatever was taken can be read, in every format and to the end, and right requests are served.
    private static async Task StillWorks(TestLrs lrs)
    {
        var id = (await lrs.Store(Some.Statement()))[0];
        var all = await lrs.Find("ascending=true");
        Assert.Equal(id, all[^1]);
        foreach (var format in new[] { "ids", "canonical", "exact" })
        {
            Assert.Equal(all.Count, (await lrs.Find($"ascending=true&format={format}&until=2200-01-01T00:00:00Z")).Count);
        }
    }
}
