using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Player;

public sealed class GoingThroughACourse
{
    private static readonly Package Locked = Package.Of("imsmanifest.xml", Encoding.UTF8.GetString(Package.Scorm12.Files["imsmanifest.xml"])
        .Replace("<title>Part two</title>", "<title>Part two</title><adlcp:prerequisites type=\"aicc_script\">I1</adlcp:prerequisites>", StringComparison.Ordinal));

    private static readonly Package TwoAus = Package.Of("cmi5.xml", Package.Structure("index.html").Replace(
        "</block>",
        """<au id="https://example.com/au/2" moveOn="Completed" launchMethod="OwnWindow"><title><langstring>Part two</langstring></title><description><langstring>D</langstring></description><url>index.html?2</url></au></block>""",
        StringComparison.Ordinal));

    [Theory, EveryDatabase]
    public async Task Shows_the_contents_with_the_state_of_each_unit_and_what_is_not_open_yet(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var launch = await Launch.Of(lrs, await lrs.Course(Locked));

        var page = await (await launch.Open()).Content.ReadAsStringAsync();

        Assert.Contains("<nav id=\"contents\" class=\"contents\" aria-label=\"Contents\"", page);
        Assert.Equal(2, page.Split("class=\"unit\"").Length - 1);
        Assert.Equal(1, page.Split("aria-current=\"page\"").Length - 1);
        Assert.Contains("“Part two” opens when these are done: “Part one”.", WebUtility.HtmlDecode(page));
        Assert.Contains("id=\"next\" aria-disabled=\"true\"", page);
        Assert.Equal("“Part two” opens when these are done: “Part one”.", (await Go(lrs, launch, """{"request":"continue"}""")).GetProperty("refused").GetString());

        await launch.Start();
        await launch.Commit(1, """{"core":{"lesson_status":"completed"}}""", terminate: true);
        var contents = await Contents(lrs, launch);
        Assert.Equal(["Completed", "Not started"], contents.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("status").GetString()));
        Assert.All(contents.GetProperty("units").EnumerateArray(), unit => Assert.Equal(JsonValueKind.Null, unit.GetProperty("closed").ValueKind));
        Assert.Equal((false, true), (contents.GetProperty("previous").GetBoolean(), contents.GetProperty("next").GetBoolean()));
    }

    [Theory, EveryDatabase]
    public async Task Goes_on_and_back_and_to_a_chosen_unit_within_the_registration(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Package.Scorm12);
        var first = await Launch.Of(lrs, course);

        var second = await Follow(lrs, await Go(lrs, first, """{"request":"continue"}"""));
        Assert.Contains("<title>Part two – Old course</title>", WebUtility.HtmlDecode(second.Page));
        var back = await Follow(lrs, await Go(lrs, second.Token, """{"request":"previous"}"""));
        Assert.Contains("<title>Part one – Old course</title>", WebUtility.HtmlDecode(back.Page));
        var unit = (await Contents(lrs, first)).GetProperty("units")[1].GetProperty("unit").GetString();
        var chosen = await Follow(lrs, await Go(lrs, back.Token, $$"""{"unit":"{{unit}}"}"""));
        Assert.Contains("<title>Part two – Old course</title>", WebUtility.HtmlDecode(chosen.Page));

        Assert.True((await Go(lrs, chosen.Token, """{"request":"exitAll"}""")).GetProperty("left").GetBoolean());
        Assert.True((await Go(lrs, chosen.Token, """{"request":"exit"}""")).GetProperty("nothing").GetBoolean());
        foreach (var odd in new[] { """{"request":"dance"}""", """{"unit":"1"}""", "{}", "no json", "[]" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Send(lrs, chosen.Token, odd)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Send(lrs, "default-AAAAAAAAAAAAAAAAAAAAAA", "{}")).StatusCode);
        Assert.Equal(2, (await first.State()).GetProperty("units").GetArrayLength());
    }

    [Theory, EveryDatabase]
    public async Task Opened_again_the_course_is_where_the_learner_was(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Package.Scorm12);
        var first = await Launch.Of(lrs, course, ",\"unit\":1");
        await first.Start();
        await first.Commit(1, """{"core":{"lesson_status":"incomplete","exit":"suspend"}}""", terminate: true);

        var again = await first.Again(course);
        Assert.Contains("<title>Part two – Old course</title>", WebUtility.HtmlDecode(await (await again.Open()).Content.ReadAsStringAsync()));
        await again.Start();
        await again.Commit(1, """{"core":{"lesson_status":"completed"}}""", terminate: true);

        var third = await first.Again(course);
        Assert.Contains("<title>Part one – Old course</title>", WebUtility.HtmlDecode(await (await third.Open()).Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_single_unit_has_neither_contents_nor_steps()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        var page = await (await (await Launch.Of(lrs, await lrs.Course(Launches.OneUnit))).Open()).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<nav", page);
        Assert.DoesNotContain("id=\"next\"", page);
        Assert.DoesNotContain("<header", page);
    }

    [Theory, EveryDatabase]
    public async Task A_course_of_cmi5_is_opened_whole_and_a_picked_unit_alone(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(TwoAus);
        var whole = await Launch.Of(lrs, course, ",\"returnUrl\":\"https://lms.example/back\"");

        var page = await (await whole.Open()).Content.ReadAsStringAsync();
        Assert.Contains("<nav id=\"contents\"", page);
        var address = (await lrs.ClientWith(null, "").GetAsync(new Uri(whole.Url, "unit"))).Headers.Location!;
        var query = System.Web.HttpUtility.ParseQueryString(address.Query);
        Assert.Equal(whole.Registration.ToString(), query["registration"]);
        await Au.Fetch(lrs, query["fetch"]!);
        Assert.Contains("Open it again", await (await whole.Open()).Content.ReadAsStringAsync());

        var next = await Follow(lrs, await Go(lrs, whole, """{"request":"continue"}"""));
        Assert.Contains("id=\"window-open\"", next.Page);
        Assert.Contains("This part has ended", await (await lrs.ClientWith(null, "").GetAsync(new Uri(lrs.Content, $"/t/{next.Token}/back"))).Content.ReadAsStringAsync());
        Assert.Equal(["launched", "abandoned", "launched"], await whole.Verbs());

        Assert.Equal(HttpStatusCode.Found, (await (await Launch.Of(lrs, course, ",\"unit\":1")).Open()).StatusCode);
    }

    private static async Task<(string Token, string Page)> Follow(TestLrs lrs, JsonElement answer)
    {
        var url = new Uri(answer.GetProperty("url").GetString()!);
        return (url.Segments[2].TrimEnd('/'), await (await lrs.ClientWith(null, "").GetAsync(url)).Content.ReadAsStringAsync());
    }

    private static Task<JsonElement> Go(TestLrs lrs, Launch launch, string body) => Go(lrs, launch.Token, body);

    private static async Task<JsonElement> Go(TestLrs lrs, string token, string body)
    {
        var answer = await Send(lrs, token, body);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await TestLrs.Read(answer);
    }

    private static Task<HttpResponseMessage> Send(TestLrs lrs, string token, string body) => lrs.ClientWith(null, "").PostAsync(new Uri(lrs.Content, $"/t/{token}/go"), TestLrs.Json(body));

    private static async Task<JsonElement> Contents(TestLrs lrs, Launch launch) => await TestLrs.Read(await lrs.ClientWith(null, "").GetAsync(new Uri(launch.Url, "contents")));
}
