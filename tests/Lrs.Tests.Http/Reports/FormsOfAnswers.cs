using System.Net;
using System.Text.Json;
using System.Xml;
using Lrs.Data;
using Microsoft.OData.Edm.Csdl;
using Xunit;

namespace Lrs.Tests.Http.Reports;

public sealed class FormsOfAnswers
{
    [Theory, EveryDatabase]
    public async Task As_csv_for_people_with_related_columns_and_harmless_formulas(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Reports:CsvRows=2", "Lrs:Reports:PageSize=1");
        await lrs.Store(Answer("a", "=1+1"), Answer("b", "x, \\\"y\\\""), Answer("c", "-5"));

        var answer = await lrs.Http.Ask("Answers?$select=Response,Success&$expand=Learner($select=Mbox)&$orderby=Stored&$format=csv");
        var rest = await lrs.Http.Ask(answer.Headers.GetValues("Link").Single().Trim('<').Split('>')[0]);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Answers.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal([0xEF, 0xBB, 0xBF], (await answer.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Equal("Response,Success,Learner/Mbox\r\n'=1+1,,mailto:a@example.org\r\n\"x, \"\"y\"\"\",,mailto:b@example.org\r\n", (await answer.Text()).TrimStart('\uFEFF'));
        Assert.Equal("Response,Success,Learner/Mbox\r\n-5,,mailto:c@example.org\r\n", (await rest.Text()).TrimStart('\uFEFF'));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await lrs.Http.Ask("Attempts?$expand=Answers&$format=csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await lrs.Http.Ask("Attempts/$count", ("Accept", "text/csv"))).StatusCode);
        Assert.StartsWith("VerbId,N", await (await lrs.Http.Ask("Statements?$apply=groupby((VerbId),aggregate($count as N))", ("Accept", "text/csv"))).Text(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Metadata_comes_as_xml_and_as_json_and_both_say_the_same(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var xml = await lrs.Http.Ask("$metadata", ("Accept", "*/*"));
        var json = await lrs.Http.Ask("$metadata", ("Accept", "application/json"));
        var asked = await lrs.Http.Ask("$metadata?$format=json");
        var atom = await lrs.Http.Ask("$metadata?$format=atom");

        Assert.Equal("application/xml", xml.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await json.Text(), await asked.Text());
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, atom.StatusCode);
        Assert.True(CsdlReader.TryParse(XmlReader.Create(await xml.Content.ReadAsStreamAsync()), out _, out var errors), string.Join("; ", errors));
        Assert.Equal("Lrs.Reports.Container", (await TestLrs.Read(json)).GetProperty("$EntityContainer").GetString());
        Assert.Equal(HttpStatusCode.NotAcceptable, (await lrs.Http.Ask("$metadata", ("Accept", "image/png"))).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task One_thing_has_an_etag_and_is_not_sent_again_to_who_has_it(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement());
        var id = (await lrs.Get("/odata/Attempts")).GetProperty("value")[0].GetProperty("Id").GetString();

        foreach (var path in new[] { $"Attempts({id})", $"Attempts({id})/Learner", $"Attempts({id})/ActivityId", $"Attempts({id})/ActivityId/$value", "$metadata", "$metadata?$format=json", "" })
        {
            var first = await lrs.Http.Ask(path);
            var tag = first.Headers.ETag!.ToString();
            var second = await lrs.Http.Ask(path, ("If-None-Match", tag));

            Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.NotModified, "", tag, "4.0"), (second.StatusCode, await second.Text(), second.Headers.ETag!.ToString(), second.Headers.GetValues("OData-Version").Single()));
        }

        var before = (await lrs.Http.Ask($"Attempts({id})")).Headers.ETag!.ToString();
        await lrs.Store(Some.Statement(verb: Some.Passed));
        Assert.Equal(HttpStatusCode.OK, (await lrs.Http.Ask($"Attempts({id})", ("If-None-Match", before))).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Head_options_and_methods_that_write(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var head = await lrs.Http.Ask(HttpMethod.Head, "Verbs");
        var options = await lrs.Http.Ask(HttpMethod.Options, "Verbs");
        var written = await lrs.Http.Ask(HttpMethod.Patch, "Verbs('x')");

        Assert.Equal((HttpStatusCode.OK, "", "4.0"), (head.StatusCode, await head.Text(), head.Headers.GetValues("OData-Version").Single()));
        Assert.Equal((HttpStatusCode.NoContent, "GET, HEAD, OPTIONS"), (options.StatusCode, string.Join(", ", options.Content.Headers.Allow)));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD, OPTIONS"), (written.StatusCode, string.Join(", ", written.Content.Headers.Allow)));
        Assert.Equal("POST, OPTIONS", string.Join(", ", (await lrs.Http.Ask(HttpMethod.Options, "$batch")).Content.Headers.Allow));
        Assert.Equal(JsonValueKind.Object, (await TestLrs.Read(written)).GetProperty("error").ValueKind);
    }

    [Theory, EveryDatabase]
    public async Task A_question_may_be_sent_as_a_body_and_nulls_left_out(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Some.Statement());

        var answer = await lrs.Http.PostAsync("/odata/Attempts/$query", new StringContent("$select=ActivityId,Success&$filter=Number%20eq%201", System.Text.Encoding.UTF8, "text/plain"));
        var spare = await lrs.Http.Ask("Attempts?$select=ActivityId,Success", ("Prefer", "omit-values=nulls"));

        Assert.Equal("""[{"ActivityId":"https://example.org/courses/1","Success":null}]""", (await TestLrs.Read(answer)).GetProperty("value").GetRawText());
        Assert.Equal("""[{"ActivityId":"https://example.org/courses/1"}]""", (await TestLrs.Read(spare)).GetProperty("value").GetRawText());
        Assert.Equal("omit-values=nulls", spare.Headers.GetValues("Preference-Applied").Single());
    }

    [Theory, EveryDatabase]
    public async Task A_duration_means_the_same_on_every_database(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        (string Written, string? Read)[] durations =
        [
            ("P1Y", null), ("P1M", null), ("P1Y2M3DT4H", null), ("P0Y0M1D", "P1D"), ("P4W", "P28D"), ("P1.5W", "P10DT12H"), ("P2D", "P2D"), ("PT36H", "P1DT12H"), ("PT90M", "PT1H30M"), ("PT1,5S", "PT1.5S"),
            ("PT0.0000019S", "PT0.000001S"), ("PT0S", "PT0S"), ("P1DT2H3M4.5S", "P1DT2H3M4.5S"), ("PT1H2M", "PT1H2M"), ("PT999999999999S", null),
        ];
        await lrs.Store([.. durations.Select((d, n) => Some.Statement(activity: $"https://example.org/{n:00}", more: $$$""" "result":{"duration":"{{{d.Written}}}"},"""))]);

        var read = (await lrs.Get("/odata/Statements?$select=Duration&$orderby=ActivityId")).GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Duration").GetString());

        Assert.Equal(durations.Select(d => d.Read), read);
    }

    private static string Answer(string who, string response) => Some.Statement(
        $"{who}@example.org", "http://adlnet.gov/expapi/verbs/answered", "https://example.org/u/q", $$$""" "result":{"response":"{{{response}}}"},"context":{"contextActivities":{"parent":[{"id":"https://example.org/u"}]}},""");
}
