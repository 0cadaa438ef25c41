using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lrs.Data;
using Lrs.Tests.Http.Player;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Lrs.Tests.Http.Surveys;

/// <summary>An administrator who has the database, the log of the server and its metrics tries to find out who answered what.</summary>
public sealed class FindingThePerson
{
    private const int People = 14;

    [Theory, EveryDatabase]
    public async Task From_everything_stored_and_logged_nobody_is_found(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var said = new Said();
        lrs.Services.GetRequiredService<ILoggerFactory>().AddProvider(said);
        var survey = await Survey.In(lrs);
        var traces = new List<string>();
        var doors = new HashSet<Uri>();

        // :: everybody is launched and recorded by name, and answers in words that are theirs alone
        for (var i = 0; i < People; i++)
        {
            var (launch, files) = await survey.Opened($"person-{i}");
            doors.Add(await survey.Door(files));
            await survey.Answer(doors.First(), $$"""{"seen":"2","means":"ab","words":"secret-{{i}}"}""");
            await lrs.Store($$$"""{"actor":{{{Survey.Learner($"person-{i}")}}},"verb":{"id":"http://adlnet.gov/expapi/verbs/experienced"},"object":{"id":"https://example.org/seen"},"context":{"registration":"{{{launch.Registration}}}"}}""");
            traces.AddRange([$"person-{i}\"", $"person-{i}|", launch.Token, files.Segments[^1].TrimEnd('/'), .. WholeDatabase.Spellings(launch.Registration), .. WholeDatabase.Spellings(launch.Session)]);
        }

        // :: the address is the same for all, so it tells nobody apart
        Assert.Single(doors);

        // :: while they wait
        var rows = await WholeDatabase.Rows(lrs);
        Assert.True(rows.Count(row => traces.Exists(trace => row.Row.Contains(trace, StringComparison.Ordinal))) >= People * 2, "The traces of people are in the database, but not found by the test.");
        var (table, waiting) = Assert.Single(rows, row => row.Row.Contains("secret-", StringComparison.Ordinal));
        Assert.Equal("survey_waiting", table);
        Nobody(waiting, traces);
        Assert.DoesNotMatch(@"20\d\d-\d\d|\b1[67]\d{8,}\b", waiting);
        Assert.NotEqual(Enumerable.Range(0, People), Order(waiting));
        Assert.NotEqual(Enumerable.Range(0, People).Reverse(), Order(waiting));

        // :: after the release
        await survey.MonthsLater(1);
        var released = await survey.Released();
        Assert.Equal(People * 3, released.Count);
        foreach (var statement in released)
        {
            Nobody(statement.GetRawText(), traces);
            Assert.False(statement.GetProperty("context").TryGetProperty("registration", out _));
            Assert.Equal(4, statement.GetProperty("id").GetGuid().Version);
        }

        Assert.NotEqual(Enumerable.Range(0, People), Order(string.Join(' ', released.Select(statement => statement.GetRawText()))));
        AreMixed(released);
        foreach (var (where, row) in await WholeDatabase.Rows(lrs))
        {
            if (row.Contains("secret-", StringComparison.Ordinal) || row.Contains("/surveys|anonymous", StringComparison.Ordinal))
            {
                Nobody(row, traces);
                Assert.NotEqual("survey_waiting", where);
            }
        }

        // :: what the server said meanwhile
        Assert.NotEmpty(said.Lines);
        Assert.All(said.Lines, line => Assert.DoesNotContain("secret-", line, StringComparison.Ordinal));
        Assert.All(said.Lines, line => Assert.DoesNotContain(doors.First().AbsolutePath, line, StringComparison.Ordinal));
        var metrics = await (await lrs.Http.GetAsync("/metrics")).Content.ReadAsStringAsync();
        Assert.Contains("http_server_request_duration", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("/s/{address}", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("/door", metrics, StringComparison.Ordinal);
    }

    private static void Nobody(string text, IEnumerable<string> traces) =>
        Assert.All(traces, trace => Assert.DoesNotContain(trace, text, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<int> Order(string text) => Regex.Matches(text, @"secret-(\d+)").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct();

    // The three answers of one person would stand together if submissions were released one after the other.
    private static void AreMixed(IReadOnlyList<JsonElement> released)
    {
        var questions = released.Select(statement => statement.GetProperty("object").GetProperty("id").GetString()).ToList();
        Assert.NotEqual(Enumerable.Repeat(questions.Take(3), People).SelectMany(three => three), questions);
    }

    private sealed class Said : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
