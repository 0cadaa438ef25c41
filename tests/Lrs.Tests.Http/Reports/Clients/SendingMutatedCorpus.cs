using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Nodes;
using Xunit;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>The corpus of OASIS in the names of the reporting model, spoilt, sent to the running server.</summary>
public sealed class SendingMutatedCorpus
{
    private static readonly string[] Sets = ["Attempts", "Statements", "Learners", "Answers", "Verbs"];

    // What the corpus speaks of, and what comes nearest here.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Products"] = "Attempts", ["Product"] = "Attempt", ["Orders"] = "Statements", ["Order"] = "Attempt", ["Items"] = "Answers", ["OrderItems"] = "Answers", ["Categories"] = "Courses", ["Category"] = "Course", ["Customers"] = "Learners",
        ["Customer"] = "Learner", ["Employees"] = "Learners", ["Manager"] = "Learner", ["DirectReports"] = "Attempts", ["Supplier"] = "Unit", ["Suppliers"] = "Units", ["ID"] = "Id", ["Name"] = "ActivityId", ["FirstName"] = "Name", ["LastName"] = "Mbox",
        ["Price"] = "ScoreRaw", ["Quantity"] = "Number", ["Amount"] = "ScoreScaled", ["Sales"] = "Attempts", ["Time"] = "Started", ["Country"] = "Name", ["CompanyName"] = "Name", ["City"] = "FinancialYear", ["Age"] = "Number", ["Rating"] = "Number",
        ["BirthDate"] = "Started", ["ReleaseDate"] = "Ended", ["Duration"] = "Duration", ["Model"] = "Lrs.Reports", ["Color"] = "FinancialYear",
    };

    private static readonly int[] Known = [200, 204, 400, 404, 405, 406, 414, 415, 501];

    [Theory, EveryDatabase]
    public async Task Every_request_is_answered_or_refused_with_a_reason(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Some.Statement(verb: Some.Passed, more: """ "result":{"success":true,"completion":true,"score":{"scaled":0.9,"raw":9},"duration":"PT1H"},"""),
            Some.Statement(verb: "http://adlnet.gov/expapi/verbs/answered", activity: "https://example.org/courses/1/q", more: """ "result":{"response":"yes"},"context":{"contextActivities":{"parent":[{"id":"https://example.org/courses/1"}]}},"""));
        var mutations = new OasisMutations(21, Sets, Names);
        var (answered, refused) = (0, 0);
        for (var n = 0; n < LongRun.Of(20_000, 600) && OasisMutations.AreThere; n++)
        {
            var url = Wire(mutations.Next());
            using var answer = await lrs.Http.GetAsync(new Uri($"{lrs.App}odata/{url}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            var text = await answer.Text();

            Assert.True(Known.Contains((int)answer.StatusCode), $"{n}: {(int)answer.StatusCode} {url}\n{text}");
            Assert.True(answer.Headers.Contains("OData-Version") || answer.StatusCode is HttpStatusCode.RequestUriTooLong or HttpStatusCode.BadRequest, url);
            if (answer.IsSuccessStatusCode)
            {
                answered++;
                continue;
            }

            refused++;
            if (answer.Content.Headers.ContentType?.MediaType is "application/json")
            {
                var error = JsonDocument.Parse(text).RootElement.GetProperty("error");
                Assert.True(error.GetProperty("code").GetString()!.Length > 0 && error.GetProperty("message").GetString()!.Length > 0, $"{url}\n{text}");
            }
        }

        Assert.Equal("2", await lrs.Http.GetStringAsync("/odata/Statements/$count"));
        Assert.True(!OasisMutations.AreThere || (answered > 20 && refused > 20), $"{answered} answered, {refused} refused.");
    }

    // What cannot stand in a request line is escaped; everything else goes as it is.
    private static string Wire(string url)
    {
        var safe = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(url))
        {
            safe.Append(one is <= (byte)' ' or >= 127 or (byte)'#' or (byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\' ? $"%{one:X2}" : ((char)one).ToString());
        }

        return safe.ToString();
    }
}
