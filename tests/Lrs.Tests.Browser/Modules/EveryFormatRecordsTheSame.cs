using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Browser.Modules;

/// <summary>One learner's way through one module, in each format: what the log holds afterwards is the same.</summary>
public sealed class EveryFormatRecordsTheSame(Browser browser)
{
    private const string Long = "Because it was late, and because somebody had to go; I had read about such cases before, and what struck me was how little anybody had said aloud. "
        + "The neighbours knew. The school knew. Nobody had put the parts together, and so each of them looked like nothing at all, until that evening when it all came out at once.";

    // Question, response, what is right, whether it was, in the order of the answers.
    private static readonly string[] Expected =
    [
        "check-several a[,]b / a[,]c = False",
        "hour-door b / a = False",
        "hour-door a / a = True",
        "hour-hall b / a | b = True",
        "sample-2026.before.sure 3 /  = ",
        "sample-2026.before.role b /  = ",
        "sample-2026.before.means a[,]b /  = ",
        $"sample-2026.before.why {Long} /  = ",
        "q1 a / b = False",
        "q2 true / true = True",
    ];

    [Theory]
    [InlineData("scorm12")]
    [InlineData("scorm2004")]
    [InlineData("cmi5")]
    [InlineData("xapi")]
    public async Task Answers_progress_score_and_completion(string kind)
    {
        var page = await browser.NewPage();
        using var content = SampleModule.Folder();
        await using var lrs = await Browser.Seeded(Dialect.Sqlite, content.Path);
        var module = await PlayedModule.Launch(lrs, page, SampleModule.Title, kind);

        await Take(module);
        await module.Press("Finish");
        await Ended(module);

        var statements = await module.Statements();
        Assert.Equal(Expected, Answers(statements));
        Assert.All(Interactions(statements), statement => Assert.Matches("^PT", statement.GetProperty("result").GetProperty("duration").GetString()));
        Assert.Equal(kind is "scorm12" ? 0 : 10, Interactions(statements).Count(statement => Definition(statement).TryGetProperty("description", out _)));
        Assert.Equal(["01-start", "02-scenario", "03-survey", "04-anonymous", "05-references"], Screens(statements, kind));
        Assert.Equal(kind is "scorm12" ? [] : [20, 40, 60, 80, 100], Progress(statements));

        var state = await lrs.Get($"/api/registrations/{module.Registration}");
        Assert.Equal(("completed", "passed", 0.5m), (state.GetProperty("completion").GetString(), state.GetProperty("success").GetString(), state.GetProperty("score").GetProperty("scaled").GetDecimal()));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("scorm12")]
    [InlineData("scorm2004")]
    [InlineData("cmi5")]
    [InlineData("xapi")]
    public async Task A_follow_up_is_complete_when_it_is_finished(string kind)
    {
        var page = await browser.NewPage();
        using var content = SampleModule.Folder();
        await using var lrs = await Browser.Seeded(Dialect.Sqlite, content.Path);
        var module = await PlayedModule.Launch(lrs, page, "A sample, half a year later", kind);

        await module.Frame.Locator("#poll-later-role-a").CheckAsync();
        await module.Press("Send my answers");
        await module.Saved();
        Assert.NotEqual("completed", (await lrs.Get($"/api/registrations/{module.Registration}")).GetProperty("completion").GetString());
        await module.Press("Finish");
        await Ended(module);

        Assert.Equal(["sample-2026.follow-up.role a /  = "], Answers(await module.Statements()));
        Assert.Equal("completed", (await lrs.Get($"/api/registrations/{module.Registration}")).GetProperty("completion").GetString());
        await page.Context.CloseAsync();
    }

    private static async Task Take(PlayedModule module)
    {
        await module.Answer("check-several", "a", "b");
        await module.Next();
        await module.Answer("hour-door", "b");
        await module.Press("Play the scenario again");
        await module.Answer("hour-door", "a");
        await module.Answer("hour-hall", "b");
        await module.Next();
        await module.Frame.Locator("#poll-before-sure-3").CheckAsync();
        await module.Frame.Locator("#poll-before-role-b").CheckAsync();
        await module.Frame.Locator("#poll-before-means-a").CheckAsync();
        await module.Frame.Locator("#poll-before-means-b").CheckAsync();
        await module.Frame.Locator("textarea[name=why]").FillAsync(Long);
        await module.Press("Send my answers");
        await module.Next();
        await module.Next();
        await module.Next();
        await module.Press("Start the assessment");
        await module.Answer("q1", "a");
        await module.Answer("q2", "t");
        await module.Frame.Locator("[data-outcome]").WaitForAsync();
        await module.Saved();
    }

    // The player goes away when a SCORM course has ended; a page of its own says so itself.
    private static async Task Ended(PlayedModule module)
    {
        for (var tries = 0; (await module.Statements()).All(statement => Verb(statement) is not ("terminated" or "suspended")); tries++)
        {
            Assert.True(tries < 100, "The session did not end.");
            await Task.Delay(100);
        }
    }

    private static IEnumerable<JsonElement> Interactions(IEnumerable<JsonElement> statements) => statements.Where(statement => Verb(statement) is "answered" or "responded");

    private static List<string> Answers(IReadOnlyList<JsonElement> statements)
    {
        var answers = new List<string>();
        foreach (var statement in Interactions(statements))
        {
            var result = statement.GetProperty("result");
            var definition = Definition(statement);
            var right = definition.TryGetProperty("correctResponsesPattern", out var patterns) ? string.Join(" | ", patterns.EnumerateArray().Select(pattern => pattern.GetString())) : "";
            var id = Uri.UnescapeDataString(statement.GetProperty("object").GetProperty("id").GetString()!.Split('/')[^1]);
            var response = result.GetProperty("response").GetString();

            // SCORM 1.2 holds a long text in parts.
            if (id.EndsWith(".why.2", StringComparison.Ordinal))
            {
                answers[^1] = answers[^1].Replace(" /  = ", response + " /  = ", StringComparison.Ordinal);
                continue;
            }

            answers.Add($"{id} {response} / {right} = {(result.TryGetProperty("success", out var success) ? success.GetBoolean().ToString() : "")}");
        }

        return answers;
    }

    private static List<string> Screens(IEnumerable<JsonElement> statements, string kind) => kind is "scorm12" or "scorm2004"
        ? [.. statements.Select(statement => statement.GetProperty("object").GetProperty("id").GetString()!.Split("/objectives/")).Where(parts => parts.Length is 2).Select(parts => parts[1])]
        : [.. statements.Where(statement => Verb(statement) is "progressed")
            .Select(statement => statement.GetProperty("context").GetProperty("contextActivities").GetProperty("other")[0].GetProperty("id").GetString()!.Split("/screens/")[1])];

    private static List<int> Progress(IEnumerable<JsonElement> statements) => [.. statements.Where(statement => Verb(statement) is "progressed")
        .Select(statement => (int)statement.GetProperty("result").GetProperty("extensions").GetProperty("https://w3id.org/xapi/cmi5/result/extensions/progress").GetDecimal())];

    private static JsonElement Definition(JsonElement statement) => statement.GetProperty("object").GetProperty("definition");

    private static string Verb(JsonElement statement) => statement.GetProperty("verb").GetProperty("id").GetString()!.Split('/')[^1];
}
