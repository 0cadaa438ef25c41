using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Statements;

public sealed class FormattingStatements
{
    private const string Sent = """{"actor":{"mbox":"mailto:ada@example.org","name":"Ada"},"verb":{"id":"http://example.org/did","display":{"en":"did","cy":"gwnaeth"}},"object":{"id":"https://example.org/a","definition":{"name":{"en":"Old"}}},"result":{"score":{"raw":1.50}}}""";
    private const string Later = """{"actor":{"mbox":"mailto:bob@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"https://example.org/a","definition":{"name":{"en":"New","cy":"Newydd"},"type":"http://example.org/t"}}}""";

    [Theory, EveryDatabase]
    public async Task Canonical_has_the_store_s_definition_in_the_language_asked_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Store(Sent))[0];
        await lrs.Store(Later);

        var one = await Get(lrs, $"statementId={id}&format=canonical", "cy");
        var page = (await Get(lrs, "agent=%7B%22mbox%22:%22mailto:ada@example.org%22%7D&format=canonical", "en;q=0.9, cy;q=0.1")).GetProperty("statements")[0];

        Assert.Equal("""{"id":"https://example.org/a","definition":{"name":{"cy":"Newydd"},"type":"http://example.org/t"}}""", one.GetProperty("object").GetRawText());
        Assert.Equal("""{"cy":"gwnaeth"}""", one.GetProperty("verb").GetProperty("display").GetRawText());
        Assert.Equal("""{"name":{"en":"New"},"type":"http://example.org/t"}""", page.GetProperty("object").GetProperty("definition").GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task Exact_stays_what_was_sent_whatever_is_said_later_and_whoever_asks_in_which_language(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Store(Sent))[0];
        await lrs.Store(Later);
        await Get(lrs, $"statementId={id}&format=canonical", "cy");

        Assert.Contains(Sent[1..^1], (await Get(lrs, $"statementId={id}", "cy")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Sent[1..^1], (await Get(lrs, $"statementId={id}&format=exact", "cy")).GetRawText(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Ids_leaves_only_what_identifies(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store(Sent);

        var statement = (await Get(lrs, "format=ids", "cy")).GetProperty("statements")[0];

        Assert.Equal("""{"id":"https://example.org/a"}""", statement.GetProperty("object").GetRawText());
        Assert.DoesNotContain("Ada", statement.GetProperty("actor").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("1.50", statement.GetProperty("result").GetProperty("score").GetProperty("raw").GetRawText());
    }

    private static async Task<JsonElement> Get(TestLrs lrs, string query, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/xapi/statements?{query}");
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        var answer = await lrs.Http.SendAsync(request);
        return await TestLrs.Read(answer);
    }
}
