using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

/// <summary>format=canonical: the store's own definitions and one language of each map (xAPI Communication 2.1.3; 9274.1.1 4.1.6.1).</summary>
public sealed class CanonicalAnswers
{
    private const string Activity = "https://example.org/a";

    [Theory, EveryDatabase]
    public async Task Every_map_has_one_language_the_best_of_those_it_has(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Said("""{"name":{"en":"Course","cy":"Cwrs"},"description":{"fr":"Cours"},"interactionType":"choice","choices":[{"id":"a","description":{"en-GB":"Yes","cy":"Ie"}},{"id":"b","description":{"de":"Nein","cy":"Na"}}]}""", """{"en":"did","cy":"gwnaeth"}"""));

        foreach (var (wanted, verb, name, choices) in new[]
        {
            ("cy", "{\"cy\":\"gwnaeth\"}", "{\"cy\":\"Cwrs\"}", "[{\"cy\":\"Ie\"},{\"cy\":\"Na\"}]"),
            ("en-GB, en;q=0.8, cy;q=0.1", "{\"en\":\"did\"}", "{\"en\":\"Course\"}", "[{\"en-GB\":\"Yes\"},{\"cy\":\"Na\"}]"),
        })
        {
            var statement = await First(lrs, "format=canonical", wanted);
            var definition = statement.GetProperty("object").GetProperty("definition");
            Assert.Equal(verb, statement.GetProperty("verb").GetProperty("display").GetRawText());
            Assert.Equal(name, definition.GetProperty("name").GetRawText());
            Assert.Equal("{\"fr\":\"Cours\"}", definition.GetProperty("description").GetRawText());
            Assert.Equal(choices, $"[{string.Join(',', definition.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("description").GetRawText()))}]");
        }

        var any = await First(lrs, "format=canonical", null);
        Assert.Single(any.GetProperty("verb").GetProperty("display").EnumerateObject());
        Assert.Single(any.GetProperty("object").GetProperty("definition").GetProperty("name").EnumerateObject());
    }

    [Theory, EveryDatabase]
    public async Task What_later_statements_say_of_an_activity_is_in_canonical_answers_and_exact_ones_stay_as_they_came(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var first = await lrs.Store(Said("""{"name":{"en":"Old name"}}""", """{"en":"did"}"""));
        await lrs.Store(Said("""{"name":{"en":"New name","cy":"Enw"},"type":"https://example.org/type"}""", """{"en":"DID"}"""));

        var canonical = await First(lrs, $"format=canonical&statementId={first[0]}", "en");
        var welsh = await First(lrs, $"format=canonical&statementId={first[0]}", "cy");
        var exact = await First(lrs, $"statementId={first[0]}", "cy");
        var ids = await First(lrs, $"format=ids&statementId={first[0]}", "cy");

        Assert.Equal("""{"en":"New name"}""", canonical.GetProperty("object").GetProperty("definition").GetProperty("name").GetRawText());
        Assert.Equal("https://example.org/type", canonical.GetProperty("object").GetProperty("definition").GetProperty("type").GetString());
        Assert.Equal("""{"cy":"Enw"}""", welsh.GetProperty("object").GetProperty("definition").GetProperty("name").GetRawText());
        Assert.Equal("""{"name":{"en":"Old name"}}""", exact.GetProperty("object").GetProperty("definition").GetRawText());
        Assert.False(ids.GetProperty("object").TryGetProperty("definition", out _));
    }

    private static string Said(string definition, string display) =>
        $$$"""{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did","display":{{{display}}}},"object":{"id":"{{{Activity}}}","definition":{{{definition}}} } }""";

    private static async Task<JsonElement> First(TestLrs lrs, string query, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/xapi/statements?{query}");
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        var answer = await TestLrs.Read(await lrs.Http.SendAsync(request));
        return answer.TryGetProperty("statements", out var statements) ? statements[0] : answer;
    }
}
