using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>
/// What Power Query (Excel and Power BI) sends, in its order and with its headers, as its documentation and reports about it tell. It does not run here; Microsoft's reader,
/// which is of the same kin, judges the answers.
/// </summary>
public sealed class DocumentedPowerQuery
{
    private const string Json = "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";

    private static readonly (string, string)[] Headers =
        [("Accept", Json), ("OData-MaxVersion", "4.0"), ("MaxDataServiceVersion", "3.0"), ("User-Agent", "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)"), ("Accept-Encoding", "gzip, deflate")];

    [Theory, EveryDatabase]
    public async Task First_asks_without_a_credential_then_reads_the_service_its_metadata_and_a_table_to_the_last_page(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect, "Lrs:Reports:PageSize=2");
        var root = new Uri(lrs.App, "odata/");
        using var nobody = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = lrs.App };
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = lrs.App };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}")));

        var asked = await nobody.Ask("", Headers);
        var metadata = await http.Ask("$metadata", [.. Headers[1..], ("Accept", "application/xml")]);
        var model = await ODataAnswer.Model(metadata);
        var service = ODataAnswer.Service(await http.Ask("", Headers), model, root);

        Assert.Equal((HttpStatusCode.Unauthorized, "Basic"), (asked.StatusCode, asked.Headers.WwwAuthenticate.First().Scheme));
        Assert.Equal("application/xml", (await http.Ask("$metadata", Headers)).Content.Headers.ContentType!.MediaType);
        Assert.Contains(service, set => set.Name is "Attempts" && set.Url == new Uri(root, "Attempts"));
        foreach (var (name, url) in service)
        {
            var rows = 0;
            for (var next = url; next is not null;)
            {
                var answer = await http.Ask(next.ToString(), Headers);
                Assert.True(answer.IsSuccessStatusCode, $"{next}: {await answer.Text()}");
                (var some, next) = ODataAnswer.Read(answer, model, name, root);
                rows += some;
            }

            Assert.Equal(await (await http.Ask($"{name}/$count", Headers)).Text(), rows.ToString());
        }
    }

    [Theory, EveryDatabase]
    public async Task Folds_the_steps_of_a_query_into_options_and_gets_what_the_steps_mean(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        var root = new Uri(lrs.App, "odata/");
        var model = await ODataAnswer.Model(await lrs.Http.Ask("$metadata"));
        (string Url, int Rows)[] folded =
        [
            ("Attempts?$top=1000", 6),
            ("Attempts?$top=0", 0),
            ("Attempts?$select=Id,ActivityId,Started&$top=1000", 6),
            ("Attempts?$filter=Started%20ge%202025-04-01T00%3A00%3A00Z%20and%20Started%20lt%202026-04-01T00%3A00%3A00Z&$select=Id", 5),
            ("Attempts?$filter=Started%20ge%202025-04-01T00:00:00%2B01:00", 5),
            ("Attempts?$filter=Completion%20eq%20true%20and%20(ActivityId%20eq%20'https%3A%2F%2Fexample.org%2Ffire'%20or%20ActivityId%20eq%20'https%3A%2F%2Fexample.org%2Flaw')&$orderby=Started%20desc,Id&$skip=1&$top=2", 2),
            ("Attempts?$filter=Completion%20ne%20true", 2),
            ("Attempts?$filter=not%20(Completion%20eq%20true)", 2),
            ("Answers?$filter=contains(QuestionText%2C%20'Fire%20%26%20safety')&$orderby=Stored", 3),
            ("Learners?$filter=startswith(Mbox,'mailto:a')", 1),
            ("Learners?$filter=Name%20eq%20null&$count=true", 5),
            // Expanding a column in the editor; with a selection the related set is named in $select, too.
            ("Attempts?$expand=Learner", 12),
            ("Attempts?$select=Id,Learner&$expand=Learner($select=Mbox)", 12),
            ("Attempts?$filter=ActivityId%20eq%20'https%3A%2F%2Fexample.org%2Ffire'&$expand=Answers($select=Response,Success)&$select=Id,Answers", 5),
        ];

        foreach (var (url, rows) in folded)
        {
            var answer = await lrs.Http.Ask(url, [.. Headers[..^1], ("Prefer", "odata.include-annotations=\"*\", omit-values=nulls")]);
            Assert.True(answer.IsSuccessStatusCode, $"{url}: {await answer.Text()}");
            var text = await answer.Text();
            var context = (await TestLrs.Read(answer)).GetProperty("@odata.context").GetString()!;

            // Excel takes no relative context, and no empty parentheses in it before version 4.01.
            Assert.StartsWith($"{root}$metadata#", context, StringComparison.Ordinal);
            Assert.DoesNotContain("()", context, StringComparison.Ordinal);
            Assert.True(rows == ODataAnswer.Read(answer, model, url.Split('?')[0], root).Rows, $"{url}\n{text}");
        }
    }

    [Theory, EveryDatabase]
    public async Task Asks_row_by_row_and_in_a_batch_when_it_cannot_fold(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        var row = (await lrs.Get("/odata/Attempts?$filter=Success eq true and ScoreScaled eq 0.9")).GetProperty("value")[0].GetProperty("Id").GetString();

        var learner = await lrs.Http.Ask($"Attempts({row})/Learner", Headers);
        var answers = await lrs.Http.Ask($"Attempts({row})/Answers?$select=Id,Success", Headers);
        var none = await lrs.Http.Ask($"Attempts({row})/Course", Headers);
        var batch = await lrs.Http.Batch([$"GET {lrs.App}odata/Attempts?$top=1 HTTP/1.1\r\nAccept: {Json}\r\n\r\n", $"GET /odata/Attempts({row})/Answers HTTP/1.1\r\n\r\n", "GET Learners/$count HTTP/1.1\r\n\r\n"], Headers[1..]);

        Assert.Equal("mailto:ann@example.org", (await TestLrs.Read(learner)).GetProperty("Mbox").GetString());
        Assert.Equal(1, (await TestLrs.Read(answers)).GetProperty("value").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        Assert.Equal([200, 200, 200], batch.Select(part => part.Status));
        Assert.EndsWith("5", batch[2].Body.TrimEnd(), StringComparison.Ordinal);
    }
}
