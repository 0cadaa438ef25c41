using System.Net;
using System.Text.RegularExpressions;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed partial class ReadingMetrics
{
    [Theory, EveryDatabase]
    public async Task Requests_turns_statements_followers_and_memory_are_told(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(), Some.Statement("bob@example.org"));
        await lrs.Post("/xapi/statements", "nonsense");
        await lrs.Get("/odata/Learners");

        var answer = await lrs.Http.GetAsync("/metrics");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(1, Value(text, """http_server_request_duration_seconds_count{.*http_request_method="POST".*http_response_status_code="200".*http_route="/xapi/statements/?".*}"""));
        Assert.Equal(1, Value(text, """http_server_request_duration_seconds_count{.*http_request_method="POST".*http_response_status_code="400".*http_route="/xapi/statements/?".*}"""));
        Assert.Equal(1, Value(text, """http_server_request_duration_seconds_bucket{.*http_request_method="POST".*http_response_status_code="200".*http_route="/xapi/statements/?".*le="\+Inf"}"""));
        Assert.Equal(2, Value(text, "lrs_log_statements_total"));

        // The statements' turn, and perhaps the one in which surveys look at the start whether something is due.
        Assert.InRange(Value(text, "lrs_log_turn_duration_seconds_count"), 1, 2);
        Assert.InRange(Value(text, """lrs_log_turn_requests_bucket{le="1"}"""), 1, 2);
        Assert.Equal(0, Value(text, "lrs_log_queue_requests"));
        Assert.Equal(2, Value(text, """lrs_log_position{tenant="default"}"""));
        Assert.Equal(0, Value(text, """lrs_log_references_waiting{tenant="default"}"""));
        Assert.Equal(0, Value(text, """lrs_follower_lag_entries{tenant="default",follower="reports"}"""));
        Assert.Equal(0, Value(text, """lrs_follower_lag_seconds{tenant="default",follower="reports"}"""));
        Assert.Equal(1, Value(text, "lrs_database_up"));
        Assert.True(Value(text, "dotnet_process_memory_working_set_bytes") > 10_000_000);
        Assert.True(Value(text, """dotnet_gc_collections_total{gc_heap_generation="gen0"}""") >= 0);
    }

    [Fact]
    public async Task Every_line_is_in_the_form_of_the_format_and_every_metric_is_described_once()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        await lrs.Store(Some.Statement());

        var lines = (await lrs.Http.GetStringAsync("/metrics")).Split('\n');

        Assert.Equal("", lines[^1]);
        Assert.All(lines[..^1], line => Assert.Matches(Form(), line));
        var described = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Equal(described.Distinct(), described);
        Assert.All(lines.Where(line => line is not "" and not ['#', ..]), line => Assert.Contains(described, name => line.StartsWith(name, StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable("LRS_TEST_METRICS_FILE") is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(file, lines[..^1]);
        }
    }

    [Fact]
    public async Task A_failure_of_the_database_is_counted_and_does_not_silence_the_rest()
    {
        await using var database = await TestDatabase.Start(Dialect.Postgres);
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(database.Options.ConnectionString);
        await using var proxy = new Proxy(settings.Host!, settings.Port);
        settings.Host = "127.0.0.1";
        settings.Port = proxy.Port;
        await using var node = await Node.Start(database.Options with { ConnectionString = settings.ToString() });
        using var local = node.ClientWith(null, "");
        var before = Value(await local.GetStringAsync("/metrics"), "lrs_database_failures_total", 0);
        proxy.Set(Line.Cut);
        await node.Post([Some.Statement()]);

        var text = await local.GetStringAsync("/metrics");

        Assert.Equal(0, Value(text, "lrs_database_up"));
        Assert.True(Value(text, "lrs_database_failures_total") > before);
        Assert.DoesNotContain("lrs_follower_lag_entries{", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_this_machine_anyone_may_read_them_and_from_elsewhere_who_may_read_everything()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var nobody = lrs.ClientWith(null, "");
        var reader = await WithScopes(lrs, "reader", Scopes.ReadAll);
        var writer = await WithScopes(lrs, "writer", Scopes.WriteStatements);

        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/metrics")).StatusCode);
        foreach (var header in new[] { "X-Forwarded-For", "Forwarded", "Via" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(nobody, header));
            Assert.Equal(HttpStatusCode.Forbidden, await Status(writer, header));
            Assert.Equal(HttpStatusCode.OK, await Status(reader, header));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(new Uri(lrs.Content, "/metrics"))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await nobody.PostAsync("/metrics", null)).StatusCode);
    }

    [Fact]
    public async Task The_setting_closes_them_to_this_machine_too()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, "Lrs:Metrics:Loopback=false");

        Assert.Equal(HttpStatusCode.Unauthorized, (await lrs.ClientWith(null, "").GetAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await lrs.Http.GetAsync("/metrics")).StatusCode);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation(header, "203.0.113.7");
        return (await client.SendAsync(request)).StatusCode;
    }

    private static async Task<HttpClient> WithScopes(TestLrs lrs, string key, Scopes scopes)
    {
        var tenant = (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0];
        var (_, secret) = await lrs.Services.GetRequiredService<CredentialStore>().Add(tenant, key, scopes, key, null, CancellationToken.None);
        return lrs.ClientWith(key, secret);
    }

    // The value of the series that a pattern matches; of several the first.
    private static double Value(string text, string pattern, double? otherwise = null)
    {
        var match = Regex.Match(text, $"^{pattern} (.+)$", RegexOptions.Multiline);
        Assert.True(match.Success || otherwise is not null, $"There is no {pattern} in\n{text}");
        return match.Success ? double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : otherwise!.Value;
    }

    [GeneratedRegex("""^(# HELP [a-z_:][a-z0-9_:]* \S.*|# TYPE [a-z_:][a-z0-9_:]* (counter|gauge|histogram)|[a-z_:][a-z0-9_:]*(\{[a-z_][a-z0-9_]*="([^"\\\n]|\\["\\n])*"(,[a-z_][a-z0-9_]*="([^"\\\n]|\\["\\n])*")*\})? (-?[0-9.]+(E[+-]?[0-9]+)?|\+Inf|NaN))$""")]
    private static partial Regex Form();
}
