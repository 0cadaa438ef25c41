using System.Diagnostics;
using System.Globalization;
using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Statements;

public sealed class WaitingInAQuietLog
{
    [Theory, EveryDatabase]
    public async Task Consistent_through_passes_the_moment_at_which_something_was_sent_though_nobody_writes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement());
        await Task.Delay(20);
        var sent = DateTimeOffset.UtcNow;

        var waited = Stopwatch.StartNew();
        while (await Through(lrs) < sent)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), "The head of the log stands still.");
            await Task.Delay(100);
        }
    }

    [Theory, EveryDatabase]
    public async Task What_is_stored_afterwards_is_stored_later_than_anybody_was_told(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var stop = new CancellationTokenSource();
        var told = DateTimeOffset.MinValue;
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var through = await Through(lrs);
                told = through > told ? through : told;
            }
        });

        for (var n = 0; n < 12; n++)
        {
            await Task.Delay(130 * (n % 4));
            var before = told;
            var id = (await lrs.Store(Some.Statement()))[0];
            var stored = (await lrs.Get($"/xapi/statements?statementId={id}")).GetProperty("stored").GetDateTimeOffset();
            Assert.True(stored > before, $"{stored:O} is not after {before:O}.");
        }

        await stop.CancelAsync();
        await reading;
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_question_is_told_it_too(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Http.GetAsync("/xapi/statements?bogus=1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(answer.Headers.Contains("X-Experience-API-Consistent-Through"));
    }

    private static async Task<DateTimeOffset> Through(TestLrs lrs) => DateTimeOffset.Parse(
        (await lrs.Http.GetAsync("/xapi/statements?limit=1")).Headers.GetValues("X-Experience-API-Consistent-Through").Single(), CultureInfo.InvariantCulture);
}
