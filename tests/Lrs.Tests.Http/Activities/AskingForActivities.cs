using System.Net;
using Lrs.Data;
using Lrs.Tests.Http.Accounts;
using Xunit;

namespace Lrs.Tests.Http.Activities;

public sealed class AskingForActivities
{
    private const string Id = "https://example.org/courses/1";
    private const string Address = $"/xapi/activities?activityId={Id}";

    [Theory, EveryDatabase]
    public async Task What_statements_tell_of_an_activity_comes_together_wherever_in_them_it_stands(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(About("""{"name":{"en-GB":"Fire"},"type":"http://example.org/type/1","extensions":{"http://example.org/x":1}}"""));
        await lrs.Store(
            About("""{"name":{"cy":"Tân"},"extensions":{"http://example.org/y":2}}"""),
            Some.Statement(activity: "https://example.org/other", more: $$$$"""
                "context":{"contextActivities":{"parent":[{"id":"{{{{Id}}}}","definition":{"description":{"en":"about fire"},"type":"http://example.org/type/2"}}]}},
                """));

        var activity = await lrs.Get(Address);

        Assert.Equal(
            $$$$"""{"objectType":"Activity","id":"{{{{Id}}}}","definition":{"name":{"en-GB":"Fire","cy":"Tân"},"type":"http://example.org/type/2","extensions":{"http://example.org/x":1,"http://example.org/y":2},"description":{"en":"about fire"}}}""",
            activity.GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task What_is_told_by_who_may_not_define_is_kept_and_does_not_count(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(About("""{"name":{"en-GB":"Fire"}}"""));
        var made = await lrs.Http.Make("statements/write");
        using var writer = lrs.ClientWith(made);

        var answer = await writer.PostAsync("/xapi/statements", TestLrs.Json(About("""{"name":{"en-GB":"Flood"}}""")));

        var id = (await TestLrs.Read(answer))[0].GetGuid();
        Assert.Equal("Flood", (await lrs.Get($"/xapi/statements?statementId={id}")).GetProperty("object").GetProperty("definition").GetProperty("name").GetProperty("en-GB").GetString());
        Assert.Equal("Fire", (await lrs.Get(Address)).GetProperty("definition").GetProperty("name").GetProperty("en-GB").GetString());

        made = await lrs.Http.Make("statements/write define");
        using var author = lrs.ClientWith(made);
        (await author.PostAsync("/xapi/statements", TestLrs.Json(About("""{"name":{"en-GB":"Flood"}}""")))).EnsureSuccessStatusCode();
        Assert.Equal("Flood", (await lrs.Get(Address)).GetProperty("definition").GetProperty("name").GetProperty("en-GB").GetString());
    }

    [Theory, EveryDatabase]
    public async Task One_of_which_nothing_is_told_is_still_an_activity(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement());

        Assert.Equal($$"""{"objectType":"Activity","id":"{{Id}}"}""", (await lrs.Get(Address)).GetRawText());
        Assert.Equal("""{"objectType":"Activity","id":"https://example.org/never"}""", (await lrs.Get("/xapi/activities?activityId=https://example.org/never")).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task A_reader_sees_what_was_written_just_before(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        for (var n = 0; n < 20; n++)
        {
            await lrs.Store(About($$$"""{"name":{"en":"n{{{n}}}"}}"""));

            Assert.Equal($"n{n}", (await lrs.Get(Address)).GetProperty("definition").GetProperty("name").GetProperty("en").GetString());
        }
    }

    [Theory, EveryDatabase]
    public async Task The_view_is_the_same_when_it_is_built_again(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store([.. Enumerable.Range(0, 700).Select(n => About($$$"""{"name":{"en":"n{{{n % 7}}}","de":"m{{{n % 5}}}"},"extensions":{"http://example.org/{{{n % 3}}}":{{{n}}} } }"""))]);
        var before = (await lrs.Get(Address)).GetRawText();

        await Statements.Views.Rebuild(lrs, "canonical");

        Assert.Equal(before, (await lrs.Get(Address)).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task A_definition_that_grows_without_end_stops_growing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var text = new string('x', 100_000);
        foreach (var n in Enumerable.Range(0, 4))
        {
            await lrs.Store(About($$$"""{"extensions":{"http://example.org/{{{n}}}":"{{{text}}}"}}"""));
        }

        var extensions = (await lrs.Get(Address)).GetProperty("definition").GetProperty("extensions").EnumerateObject().Select(one => one.Name);

        Assert.Equal(["http://example.org/2", "http://example.org/3"], extensions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?activityId=relative")]
    [InlineData("?activityId=http://example.org/a&other=1")]
    [InlineData("?activityid=http://example.org/a")]
    public async Task A_wrong_question_is_told_what_is_wrong(string query)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        var answer = await lrs.Http.GetAsync($"/xapi/activities{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray());
    }

    private static string About(string definition) =>
        $$"""{"actor":{{Some.Agent("ada@example.org")}},"verb":{"id":"{{Some.Completed}}"},"object":{"id":"{{Id}}","definition":{{definition}} } }""";
}
