using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports;

/// <summary>The examples of the README, each a question that people really ask, on a small year of training.</summary>
public sealed partial class Statistics
{
    private const string Unit = "https://example.org/";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["How many learners completed each unit in each financial year?"] =
            """[{"ActivityId":"https://example.org/law","FinancialYear":"2024/25","Learners":1},{"ActivityId":"https://example.org/law","FinancialYear":"2025/26","Learners":2}]""",
        ["What share of attempts was completed?"] =
            """[{"ActivityId":"https://example.org/after","Attempts":1,"Rate":0},{"ActivityId":"https://example.org/before","Attempts":2,"Rate":0},{"ActivityId":"https://example.org/law","Attempts":4,"Rate":0.75}]""",
        ["How many officers of each rank completed each unit in each financial year?"] =
            """[{"ActivityId":"https://example.org/law","FinancialYear":"2024/25","Rank":"Constable","Officers":1},{"ActivityId":"https://example.org/law","FinancialYear":"2025/26","Rank":"Constable","Officers":1},{"ActivityId":"https://example.org/law","FinancialYear":"2025/26","Rank":"Sergeant","Officers":1}]""",
        ["What share of attempts did each force complete?"] = """[{"Force":"Essex","Attempts":2,"Rate":0.5},{"Force":"Kent","Attempts":4,"Rate":0.5}]""",
        ["How many people of each force have not begun anything?"] = """[{"Force":"Essex","People":1}]""",
        ["How long does a unit take, in the middle?"] =
            """[{"ActivityId":"https://example.org/after","Median":null},{"ActivityId":"https://example.org/before","Median":null},{"ActivityId":"https://example.org/law","Median":"PT30M"}]""",
        ["Which three questions are most often answered wrongly?"] =
            """[{"QuestionId":"https://example.org/law/q2","QuestionText":"Two?","Wrong":2},{"QuestionId":"https://example.org/law/q1","QuestionText":"One?","Wrong":1}]""",
        ["Who started and never completed anything?"] = """[{"Mbox":"mailto:dan@example.org"}]""",
        ["How did a questionnaire's mean score change from before to after?"] = """[{"Before":0.3,"After":0.8,"Change":0.5}]""",
        ["What was recorded each month?"] =
            """[{"Year":2024,"Month":6,"VerbId":"http://adlnet.gov/expapi/verbs/completed","N":1},{"Year":2025,"Month":5,"VerbId":"http://adlnet.gov/expapi/verbs/answered","N":4},{"Year":2025,"Month":5,"VerbId":"http://adlnet.gov/expapi/verbs/completed","N":2},{"Year":2025,"Month":5,"VerbId":"http://adlnet.gov/expapi/verbs/initialized","N":1},{"Year":2025,"Month":6,"VerbId":"http://adlnet.gov/expapi/verbs/answered","N":3}]""",
        ["Subtotals and a total in one answer"] =
            """[{"FinancialYear":"2024/25","ActivityId":"https://example.org/law","Attempts":1},{"FinancialYear":"2025/26","ActivityId":"https://example.org/after","Attempts":1},{"FinancialYear":"2025/26","ActivityId":"https://example.org/before","Attempts":2},{"FinancialYear":"2025/26","ActivityId":"https://example.org/law","Attempts":3},{"FinancialYear":"2024/25","Attempts":1},{"FinancialYear":"2025/26","Attempts":6},{"Attempts":7}]""",
    };

    [Theory, EveryDatabase]
    public async Task Of_the_readme_give_what_they_promise(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Done("ann", "2024-06-01", "PT20M"), Done("ann", "2025-05-01", "PT30M"), Done("bob", "2025-05-02", "PT40M"), Did("dan", "initialized", "law", "2025-05-03"),
            Answered("ann", "law", "q1", "2025-05-01", false), Answered("ann", "law", "q2", "2025-05-01", false), Answered("bob", "law", "q2", "2025-05-02", false), Answered("bob", "law", "q1", "2025-05-02", true),
            Answered("ann", "before", "q", "2025-06-01", true, 0.2), Answered("bob", "before", "q", "2025-06-01", true, 0.4), Answered("ann", "after", "q", "2025-06-02", true, 0.8));
        var people = new StringContent("""
            mbox,force,rank,kind,from
            ann@example.org,Kent,Constable,officer,2020-01-01
            ann@example.org,Kent,Sergeant,officer,2025-04-01
            bob@example.org,Essex,Constable,officer,2020-01-01
            eve@example.org,Essex,,staff,2020-01-01
            """);
        people.Headers.ContentType = new("text/csv");
        Assert.Equal(HttpStatusCode.OK, (await lrs.Http.PostAsync("/api/learners", people)).StatusCode);
        var questions = Rows().Matches(await File.ReadAllTextAsync(Repository.Path("README.md"))).ToDictionary(m => m.Groups[1].Value.Trim(), m => m.Groups[2].Value);

        Assert.Equal(Answers.Keys.Order(), questions.Keys.Order());
        foreach (var (question, url) in questions)
        {
            var answer = await lrs.Http.GetAsync(url + "&$format=application/json;odata.metadata=none");
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{question} {url}: {await answer.Text()}");
            Assert.Equal(Answers[question], (await TestLrs.Read(answer)).GetProperty("value").GetRawText());
        }
    }

    private static string Did(string who, string verb, string unit, string day, string more = "") =>
        Some.Statement($"{who}@example.org", "http://adlnet.gov/expapi/verbs/" + verb, Unit + unit, $"{more}\"timestamp\":\"{day}T10:00:00Z\",");

    private static string Done(string who, string day, string length) => Did(who, "completed", "law", day, $$"""
        "result":{"completion":true,"duration":"{{length}}" },
        """);

    private static string Answered(string who, string unit, string question, string day, bool right, double? score = null) => $$"""
        { "actor": {{Some.Agent($"{who}@example.org")}}, "verb": { "id": "http://adlnet.gov/expapi/verbs/answered" }, "timestamp": "{{day}}T10:00:00Z",
          "object": { "id": "{{Unit}}{{unit}}/{{question}}", "definition": { "description": { "en": "{{(question is "q1" ? "One?" : "Two?")}}" } } },
          "result": { "success": {{(right ? "true" : "false")}}{{(score is { } s ? string.Create(CultureInfo.InvariantCulture, $", \"score\": {{ \"scaled\": {s} }}") : "")}} },
          "context": { "contextActivities": { "parent": [{ "id": "{{Unit}}{{unit}}" }] } } }
        """;

    [GeneratedRegex(@"^\| ([^|]+)\| `(/odata/[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
