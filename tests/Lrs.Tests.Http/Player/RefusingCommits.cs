using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class RefusingCommits
{
    [Theory, EveryDatabase]
    public async Task With_the_token_of_another_registration_is_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Launches.OneUnit);
        var ada = await Launch.Of(lrs, course);
        await ada.Start();
        var bob = await Launch.Of(lrs, course, learner: Launch.Bob);
        await bob.Start();

        var answer = await bob.TryCommit(1, """{"runtimeData":{"cmi":{"core":{"lesson_status":"passed"}}}}""", session: ada.Session);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await ada.Statements());
        var later = await ada.Again(course);
        Assert.Equal(HttpStatusCode.OK, (await later.TryCommit(1, """{"runtimeData":{"cmi":{"core":{"lesson_status":"passed"}}}}""", session: ada.Session)).StatusCode);
        Assert.Contains("passed", await ada.Verbs());
    }

    [Theory, EveryDatabase]
    public async Task That_is_no_commit_says_why(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Launches.OneUnit));
        await launch.Start();
        foreach (var (sequence, body, part) in new[]
        {
            (0, """{"runtimeData":{"cmi":{}}}""", "commitSequence"),
            (1, "{}", "runtimeData"),
            (1, """{"runtimeData":{"cmi":[]}}""", "not the JSON"),
            (1, """{"runtimeData":{"other":{"a":"b"}}}""", "data model"),
            (1, """{"part":3,"parts":2,"changes":{}}""", "part"),
        })
        {
            var answer = await launch.TryCommit(sequence, body);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(part, (await TestLrs.Read(answer)).GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(await launch.Statements());
    }
}
