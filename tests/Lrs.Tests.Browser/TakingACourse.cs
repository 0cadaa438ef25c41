using System.Text.Json;
using System.Xml;
using Lrs.Data;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser;

/// <summary>The whole way: a person takes the real module, and a reporting tool finds what they did.</summary>
public sealed class TakingACourse(Browser browser)
{
    private const string Title = "Cyber crime and digital policing: introduction";

    [Theory]
    [InlineData("scorm12", "SCORM 1.2", 1, Dialect.Sqlite)]
    [InlineData("scorm12", "SCORM 1.2", 1, Dialect.Postgres)]
    [InlineData("cmi5", "cmi5", 2, Dialect.Sqlite)]
    [InlineData("cmi5", "cmi5", 2, Dialect.Postgres)]
    public async Task Left_in_the_middle_resumed_finished_and_found_by_a_reporting_tool(string kind, string format, int wrong, Dialect dialect)
    {
        var page = await browser.NewPage();
        await using var lrs = await Browser.Seeded(dialect);
        await Browser.SignIn(page, lrs.App);

        await Launch(page, format);
        var module = await ModuleReader.In(page);
        await module.Read(screens: 4);
        var place = await module.Screen();
        await module.SaveAndExit();
        await BackAtTheCourses(page);

        await Launch(page, format);
        module = await ModuleReader.In(page);
        Assert.Equal(place, await module.Screen());
        await Browser.Shot(page, $"{kind}-resumed");

        var outcome = await module.Assess(wrong);
        Assert.StartsWith($"Passed: {10 - wrong} of 10 right", outcome, StringComparison.Ordinal);
        await Browser.Shot(page, $"{kind}-result");
        await module.Finish();
        await BackAtTheCourses(page);
        await Browser.Shot(page, $"{kind}-courses");

        await Reported(lrs, kind, (10 - wrong) / 10m, wrong);
        await page.Context.CloseAsync();
    }

    private static async Task Launch(IPage page, string format)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Launch {Title}, {format}" }).ClickAsync();
    }

    private static Task BackAtTheCourses(IPage page) => page.GetByRole(AriaRole.Heading, new() { Name = "Courses", Level = 1 }).WaitForAsync();

    private static async Task Reported(TestLrs lrs, string kind, decimal scaled, int wrong)
    {
        var course = (await Rows(lrs, $"Courses?$filter=Kind eq '{kind}' and Title eq '{Title}'")).Single().GetProperty("Id").GetGuid();

        var attempt = (await Rows(lrs, $"Attempts?$filter=CourseId eq {course}&$expand=Learner")).Single();
        Assert.Equal((true, true, scaled), (attempt.GetProperty("Completion").GetBoolean(), attempt.GetProperty("Success").GetBoolean(), attempt.GetProperty("ScoreScaled").GetDecimal()));
        Assert.True(XmlConvert.ToTimeSpan(attempt.GetProperty("Duration").GetString()!) > TimeSpan.Zero);
        Assert.Equal("Administrator", attempt.GetProperty("Learner").GetProperty("Name").GetString());
        Assert.Matches("^20[0-9]{2}/[0-9]{2}$", attempt.GetProperty("FinancialYear").GetString());

        var answers = await Rows(lrs, $"Answers?$filter=AttemptId eq {attempt.GetProperty("Id").GetGuid()} and contains(QuestionId,'q')&$orderby=Stored");
        var assessed = answers.Where(answer => System.Text.RegularExpressions.Regex.IsMatch(answer.GetProperty("QuestionId").GetString()!, "q[0-9]{2}-")).ToList();
        Assert.Equal(10, assessed.Count);
        Assert.Equal(wrong, assessed.Count(answer => !answer.GetProperty("Success").GetBoolean()));
        Assert.All(assessed, answer => Assert.Contains(answer.GetProperty("InteractionType").GetString(), new[] { "choice", "true-false" }));
        Assert.All(assessed, answer => Assert.False(string.IsNullOrEmpty(answer.GetProperty("Response").GetString())));
        Assert.All(assessed, answer => Assert.False(string.IsNullOrEmpty(answer.GetProperty("CorrectResponse").GetString())));
        Assert.All(assessed, answer => Assert.NotEqual(JsonValueKind.Null, answer.GetProperty("Latency").ValueKind));
    }

    private static async Task<List<JsonElement>> Rows(TestLrs lrs, string query) => [.. (await lrs.Get($"/odata/{query}")).GetProperty("value").EnumerateArray()];
}
