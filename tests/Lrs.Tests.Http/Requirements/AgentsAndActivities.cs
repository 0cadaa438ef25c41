using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>The Agents and Activities resources (xAPI Communication 2.4, 2.5; 9274.1.1 4.1.6.3, 4.1.6.4), in both versions.</summary>
public sealed class AgentsAndActivities
{
    private static readonly string[] Versions = ["1.0.3", "2.0.0"];

    [Theory, EveryDatabase]
    public async Task A_person_has_lists_and_says_what_it_is_also_when_nothing_is_known(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store("""{"actor":{"mbox":"mailto:ada@example.org","name":"Ada"},"verb":{"id":"http://example.org/did"},"object":{"id":"https://example.org/a"}}""");
        foreach (var version in Versions)
        {
            foreach (var (agent, property, value) in new[]
            {
                ("""{"mbox":"mailto:ada@example.org"}""", "mbox", "\"mailto:ada@example.org\""), ("""{"mbox":"mailto:nobody@example.org"}""", "mbox", "\"mailto:nobody@example.org\""),
                ("""{"openid":"https://ada.example.org/"}""", "openid", "\"https://ada.example.org/\""), ("""{"mbox_sha1sum":"e2e5ce8d2d0ae6d4ed9a3cbd9f8a2f4d2f2b8a3c"}""", "mbox_sha1sum", "\"e2e5ce8d2d0ae6d4ed9a3cbd9f8a2f4d2f2b8a3c\""),
                ("""{"account":{"homePage":"https://example.org","name":"ada"}}""", "account", """{"homePage":"https://example.org","name":"ada"}"""),
            })
            {
                using var answer = await Get(lrs, version, $"/xapi/agents?agent={Uri.EscapeDataString(agent)}");
                var person = await TestLrs.Read(answer);
                Assert.Equal((HttpStatusCode.OK, "Person"), (answer.StatusCode, person.GetProperty("objectType").GetString()));
                Assert.Equal($"[{value}]", person.GetProperty(property).GetRawText());
                Assert.All(person.EnumerateObject().Where(one => one.Name != "objectType"), one => Assert.Equal(JsonValueKind.Array, one.Value.ValueKind));
            }

            using var ada = await Get(lrs, version, $"/xapi/agents?agent={Uri.EscapeDataString("""{"mbox":"mailto:ada@example.org"}""")}");
            Assert.Equal("""["Ada"]""", (await TestLrs.Read(ada)).GetProperty("name").GetRawText());
        }
    }

    [Theory, EveryDatabase]
    public async Task An_activity_is_all_that_statements_say_of_it_in_every_language(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(About("""{"name":{"en":"Course"},"type":"https://example.org/t"}"""), About("""{"name":{"cy":"Cwrs"},"description":{"en":"About it"}}"""));
        foreach (var version in Versions)
        {
            using var answer = await Get(lrs, version, "/xapi/activities?activityId=https://example.org/a");
            using var unknown = await Get(lrs, version, "/xapi/activities?activityId=https://example.org/unknown");
            var activity = await TestLrs.Read(answer);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, unknown.StatusCode));
            Assert.Equal(("Activity", "https://example.org/a"), (activity.GetProperty("objectType").GetString(), activity.GetProperty("id").GetString()));
            var definition = activity.GetProperty("definition");
            Assert.Equal(("Course", "Cwrs"), (definition.GetProperty("name").GetProperty("en").GetString(), definition.GetProperty("name").GetProperty("cy").GetString()));
            Assert.Equal(("About it", "https://example.org/t"), (definition.GetProperty("description").GetProperty("en").GetString(), definition.GetProperty("type").GetString()));
            Assert.Equal("https://example.org/unknown", (await TestLrs.Read(unknown)).GetProperty("id").GetString());
        }

        static string About(string definition) => $$$"""{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"https://example.org/a","definition":{{{definition}}} } }""";
    }

    [Theory, EveryDatabase]
    public async Task Without_their_parameter_or_with_a_wrong_or_other_one_they_are_refused(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            foreach (var (path, parameter) in new[]
            {
                ("/xapi/agents", "?agent"), ("/xapi/agents?agent=ada", "?agent"), ("/xapi/agents?agent={}", "?agent"), ("/xapi/agents?agent={%22mbox%22:%22ada%22}", "?agent.mbox"), ("/xapi/agents?Agent={}", "?Agent"), ("/xapi/agents?agent={%22openid%22:%22https://example.org%22}&bogus=1", "?bogus"),
                ("/xapi/activities", "?activityId"), ("/xapi/activities?activityId=course", "?activityId"), ("/xapi/activities?ActivityId=https://example.org/a", "?ActivityId"), ("/xapi/activities?activityId=https://example.org/a&since=2026-03-01T10:00:00Z", "?since"),
            })
            {
                using var answer = await Get(lrs, version, path);
                Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
                Assert.Contains(parameter, (await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("path").GetString()));
            }
        }
    }

    private static async Task<HttpResponseMessage> Get(TestLrs lrs, string version, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Experience-API-Version", version);
        return await lrs.Http.SendAsync(request);
    }
}
