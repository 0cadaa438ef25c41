using System.Net;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Pages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class ImportingAsAJob
{
    [Theory, EveryDatabase]
    public async Task Without_waiting_the_answer_says_where_to_ask_and_the_course_comes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Upload(Package.Cmi5.Zip(), "?wait=false");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var job = await Ended(lrs, answer.Headers.Location!.OriginalString);
        Assert.Equal(("done", 100), (job.GetProperty("state").GetString(), job.GetProperty("percent").GetInt32()));
        Assert.Equal("New course", (await lrs.Get($"/api/courses/{job.GetProperty("course").GetString()}")).GetProperty("title").GetString());
    }

    [Theory, EveryDatabase]
    public async Task A_package_with_faults_is_told_by_its_job(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Upload(Package.Scorm12.Without("index.html").Zip(), "?wait=false");

        var job = await Ended(lrs, answer.Headers.Location!.OriginalString);
        Assert.Equal("refused", job.GetProperty("state").GetString());
        Assert.Equal("scorm.launch.file", job.GetProperty("faults")[0].GetProperty("rule").GetString());
        Assert.Empty((await lrs.Get("/api/courses")).EnumerateArray());
    }

    [Theory, EveryDatabase]
    public async Task With_waiting_the_answer_is_the_course(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        Assert.Equal(HttpStatusCode.Created, (await lrs.Upload(Package.Cmi5.Zip(), "?wait=true")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await lrs.Upload(Package.Scorm12.Zip())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/api/imports/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lrs.ClientWith(null, "").GetAsync($"/api/imports/{Guid.NewGuid()}")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task One_whose_server_went_away_is_said_to_have_failed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var address = (await lrs.Upload(Package.Cmi5.Zip(), "?wait=false")).Headers.Location!.OriginalString;
        await Ended(lrs, address);
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1),
            work => work.Run("UPDATE import_job SET state = 'running', updated = @then WHERE tenant = @tenant", ("@then", DateTimeOffset.UtcNow - TimeSpan.FromMinutes(2))),
            CancellationToken.None);

        var job = await lrs.Get(address);

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("Upload it again", job.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_page_shows_how_far_it_is_and_then_what_came_of_it()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var address = (await lrs.Upload(Package.Cmi5.Zip(), "?wait=false")).Headers.Location!.OriginalString;
        var course = (await Ended(lrs, address)).GetProperty("course").GetString();
        var page = address.Replace("/api", "", StringComparison.Ordinal);

        Assert.Equal($"/courses/{course}/report", (await visitor.Open(page)).Headers.Location!.OriginalString);
        await lrs.Services.GetRequiredService<Database>().Write(
            TenantId.From(1),
            work => work.Run("UPDATE import_job SET state = 'running', percent = 40, updated = @now WHERE tenant = @tenant", ("@now", DateTimeOffset.UtcNow)),
            CancellationToken.None);
        Assert.Contains("<progress id=\"percent\" max=\"100\" value=\"40\">", await visitor.Read(page));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/imports/{Guid.NewGuid()}")).StatusCode);
    }

    private static async Task<JsonElement> Ended(TestLrs lrs, string address)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await lrs.Get(address) is var job && job.GetProperty("state").GetString() is not "running")
            {
                return job;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The import did not end.");
    }
}
