using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

public sealed class StartingTogether
{
    [Fact]
    public async Task On_an_empty_database_makes_one_tenant_one_administrator_one_credential_and_one_key_for_cookies()
    {
        await using var lrs = await Installation.Start(3);

        Assert.Equal("1 1 1 1 1", await lrs.Ask(
            """
            SELECT (SELECT COUNT(*) FROM tenant)::int, (SELECT COUNT(*) FROM login)::int, (SELECT COUNT(*) FROM credential)::int,
                (SELECT COUNT(*) FROM log_head)::int, (SELECT COUNT(*) FROM signing_key WHERE purpose = 'cookies')::int
            """,
            row => $"{row.Int(0)} {row.Int(1)} {row.Int(2)} {row.Int(3)} {row.Int(4)}"));
        foreach (var node in lrs.Nodes)
        {
            Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("/xapi/statements")).StatusCode);
        }
    }

    [Fact]
    public async Task With_the_modules_imports_each_format_once()
    {
        await using var lrs = await Installation.Start(2, $"Lrs:Content:SeedFolder={Repository.Path("content")}");
        using var most = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        foreach (var node in lrs.Nodes)
        {
            while ((await node.Http.GetAsync("/health/ready", most.Token)).StatusCode is not HttpStatusCode.OK)
            {
                await Task.Delay(100, most.Token);
            }
        }

        var kinds = (await lrs.Second.Get("/api/courses")).Json.EnumerateArray().Select(course => $"{course.GetProperty("module")} {course.GetProperty("kind")} {course.GetProperty("version")}").ToList();

        Assert.NotEmpty(kinds);
        Assert.Equal(kinds.Distinct(), kinds);
        Assert.All(kinds, kind => Assert.EndsWith(" 1", kind, StringComparison.Ordinal));
        Assert.Equal(kinds.Count, await lrs.Ask("SELECT COUNT(*)::int FROM course_version", row => row.Int(0)));
    }

    [Fact]
    public async Task A_later_node_shows_no_first_secrets_and_knows_the_same_ones()
    {
        await using var lrs = await Installation.Start(1);

        var second = await lrs.Join("Lrs:Bootstrap:Secret=another-secret-of-a-later-node");

        Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync("/xapi/statements")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.ClientWith(TestLrs.Key, "another-secret-of-a-later-node").GetAsync("/xapi/statements")).StatusCode);
        Assert.Equal(1, await lrs.Ask("SELECT COUNT(*)::int FROM credential", row => row.Int(0)));
    }
}
