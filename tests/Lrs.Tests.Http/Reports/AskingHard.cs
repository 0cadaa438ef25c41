using System.Net;
using System.Text.Json;
using System.Xml;
using Lrs.Data;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class AskingHard
{
    private const string Unit = "https://example.org/courses/1";

    [Theory, EveryDatabase]
    public async Task Microsoft_s_reader_reads_every_set(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(
            Some.Statement(verb: Some.Passed, activity: Unit, more: """ "result":{"score":{"scaled":0.9,"raw":9},"duration":"PT1M","extensions":{"https://example.org/x":1}},"context":{"registration":"0b8f2c36-52a5-4f66-9d0e-0c8a3b0b5f11"},"""),
            Some.Statement(verb: "http://adlnet.gov/expapi/verbs/answered", activity: Unit + "/q", more: """ "result":{"response":"a"},"context":{"contextActivities":{"parent":[{"id":"https://example.org/courses/1"}]}},"""));
        using var csdl = XmlReader.Create(await lrs.Http.GetStreamAsync("/odata/$metadata"));
        var model = CsdlReader.Parse(csdl);

        foreach (var set in model.EntityContainer.EntitySets())
        {
            var answer = await lrs.Http.GetAsync($"/odata/{set.Name}?$count=true");
            using var message = new ODataMessageReader(new Message(answer), new ODataMessageReaderSettings { BaseUri = new Uri(lrs.App, "odata/") }, model);
            var reader = message.CreateODataResourceSetReader(set, set.EntityType());
            var rows = 0;
            while (reader.Read())
            {
                rows += reader.State is ODataReaderState.ResourceEnd ? 1 : 0;
                Assert.True(reader.State is not ODataReaderState.ResourceSetEnd || ((ODataResourceSet)reader.Item).Count == rows);
            }

            Assert.True(rows > 0 || set.Name is "Courses" or "Units", set.Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_form_of_an_answer_is_what_was_asked_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(activity: Unit, more: """ "result":{"score":{"raw":9}},"""));

        var none = await Ask(lrs, "/odata/Attempts", ("Accept", "application/json;odata.metadata=none"));
        var format = await Ask(lrs, "/odata/Attempts?$format=application/json;odata.metadata=full");
        var strings = await Ask(lrs, "/odata/Attempts?$count=true", ("Accept", "application/json;IEEE754Compatible=true"));
        var old = await Ask(lrs, "/odata/Attempts", ("OData-MaxVersion", "3.0"));
        var newer = await Ask(lrs, "/odata/Attempts", ("OData-MaxVersion", "4.01"));
        var atom = await Ask(lrs, "/odata/Attempts?$format=atom");
        var empty = await Ask(lrs, "/odata/Attempts?$top=0&$count=true");

        Assert.DoesNotContain("@odata.context", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("@odata.type", await format.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("1", (await TestLrs.Read(strings)).GetProperty("@odata.count").GetString());
        Assert.Equal(JsonValueKind.String, (await TestLrs.Read(strings)).GetProperty("value")[0].GetProperty("ScoreRaw").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, atom.StatusCode);
        Assert.Equal((1, 0), ((await TestLrs.Read(empty)).GetProperty("@odata.count").GetInt32(), (await TestLrs.Read(empty)).GetProperty("value").GetArrayLength()));
    }

    [Theory, EveryDatabase]
    public async Task A_preferred_page_size_is_kept_and_said_and_a_changed_token_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var ids = await lrs.Store(Enumerable.Range(0, 5).Select(_ => Some.Statement()).ToArray());

        var first = await Ask(lrs, "/odata/Statements?$select=Id", ("Prefer", "odata.maxpagesize=2"));
        var page = await TestLrs.Read(first);
        var next = page.GetProperty("@odata.nextLink").GetString()!;
        var changed = await lrs.Http.GetAsync(next[..^4] + (next.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"));

        Assert.Contains("maxpagesize=2", first.Headers.GetValues("Preference-Applied").Single(), StringComparison.Ordinal);
        Assert.Equal(ids.Take(2), page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetGuid()));
        Assert.Equal(HttpStatusCode.BadRequest, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await lrs.Http.GetAsync(next)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Arithmetic_out_of_range_is_the_client_s_fault_and_the_answer_whole(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement(activity: Unit));

        foreach (var filter in new[] { "Number mul 9223372036854775807 gt 1 and Number mul 9223372036854775807 mul 3 gt 2", "Number div 0 eq 1", "Started add duration'P10000000D' gt 2020-01-01T00:00:00Z" })
        {
            var answer = await lrs.Http.GetAsync($"/odata/Attempts?$count=true&$filter={Uri.EscapeDataString(filter)}");

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{filter}: {answer.StatusCode}");
            Assert.Equal(answer.StatusCode is HttpStatusCode.OK ? "value" : "error", (await TestLrs.Read(answer)).EnumerateObject().Last().Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task No_statement_that_is_taken_spoils_the_reports_of_all_others(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        string[] results =
        [
            """{"duration":"P99999999999999Y"}""", """{"duration":"P9999999D"}""", """{"duration":"PT99999999999999S"}""", """{"duration":"P4W"}""", """{"duration":"PT0.123456789012345S"}""",
            """{"score":{"raw":79228162514264337593543950335}}""", """{"score":{"raw":1e28}}""", """{"score":{"raw":1e-40}}""", """{"score":{"raw":0.1234567890123456789012345678901234567890}}""",
            """{"score":{"scaled":-1,"raw":-5e-1,"min":-1E+1,"max":1e2}}""", """{"response":"a\u0000b"}""",
        ];
        var taken = 0;
        foreach (var result in results)
        {
            foreach (var verb in new[] { "http://adlnet.gov/expapi/verbs/terminated", "http://adlnet.gov/expapi/verbs/answered" })
            {
                taken += (await lrs.Post("/xapi/statements", Some.Statement(verb: verb, activity: Unit, more: $"\"result\":{result},"))).IsSuccessStatusCode ? 1 : 0;
            }
        }

        foreach (var time in new[] { "9999-12-31T23:59:59Z", "9999-12-30T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z" })
        {
            taken += (await lrs.Post("/xapi/statements", Some.Statement(activity: Unit, more: $"\"timestamp\":\"{time}\","))).IsSuccessStatusCode ? 1 : 0;
        }

        foreach (var set in new[] { "Statements", "Attempts", "Answers", "Learners" })
        {
            var answer = await lrs.Http.GetAsync($"/odata/{set}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{set}: {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal($"{taken}", await lrs.Http.GetStringAsync("/odata/Statements/$count"));
    }

    [Theory, EveryDatabase]
    public async Task Learner_and_answers_come_within_their_attempts(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var who in new[] { "ada", "bob" })
        {
            await lrs.Store(Enumerable.Range(1, 2).Select(n => Some.Statement(
                $"{who}@example.org", "http://adlnet.gov/expapi/verbs/answered", $"{Unit}/q{n}", """ "context":{"contextActivities":{"parent":[{"id":"https://example.org/courses/1"}]}},""")).ToArray());
        }

        var rows = (await lrs.Get("/odata/Attempts?$expand=Learner,Answers($orderby=QuestionId;$select=QuestionId)")).GetProperty("value").EnumerateArray().ToList();

        Assert.Equal(["mailto:ada@example.org", "mailto:bob@example.org"], rows.Select(row => row.GetProperty("Learner").GetProperty("Mbox").GetString()).Order());
        Assert.All(rows, row => Assert.Equal([$"{Unit}/q1", $"{Unit}/q2"], row.GetProperty("Answers").EnumerateArray().Select(answer => answer.GetProperty("QuestionId").GetString())));
    }

    private static Task<HttpResponseMessage> Ask(TestLrs lrs, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return lrs.Http.SendAsync(request);
    }

    /// <summary>An answer as Microsoft's reader wants it.</summary>
    private sealed class Message(HttpResponseMessage answer) : IODataResponseMessage
    {
        public IEnumerable<KeyValuePair<string, string>> Headers => answer.Headers.Concat(answer.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

        public int StatusCode
        {
            get => (int)answer.StatusCode;
            set => throw new NotSupportedException();
        }

        public string? GetHeader(string headerName) => Headers.FirstOrDefault(header => header.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => answer.Content.ReadAsStream();
    }
}
