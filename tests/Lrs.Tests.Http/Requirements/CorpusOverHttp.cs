using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>Every file of <c>tests/corpus</c>, sent to a server.</summary>
public sealed class CorpusOverHttp
{
    [Theory, EveryDatabase]
    public async Task Every_invalid_file_is_refused_by_its_rule_and_leaves_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var wrong = new List<string>();
        foreach (var (file, version) in Files("invalid"))
        {
            using var answer = await Post(lrs, file, version);
            var text = await answer.Content.ReadAsStringAsync();
            var rule = Path.GetFileName(Path.GetDirectoryName(file));
            if (answer.StatusCode is not HttpStatusCode.BadRequest || !text.Contains($"\"rule\":\"{rule}\"", StringComparison.Ordinal))
            {
                wrong.Add($"{file} as {version}: {(int)answer.StatusCode} {text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task Every_valid_file_is_taken_and_comes_back_as_text_it_was_sent_as(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (file, version) in Files("valid"))
        {
            using var answer = await Post(lrs, file, version);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{file} as {version}: {(int)answer.StatusCode} {text}");
            var sent = JsonDocument.Parse(await File.ReadAllBytesAsync(file)).RootElement;
            var statements = sent.ValueKind is JsonValueKind.Array ? sent.EnumerateArray().ToList() : [sent];
            foreach (var (id, statement) in JsonDocument.Parse(text).RootElement.EnumerateArray().Select(id => id.GetGuid()).Zip(statements))
            {
                var back = await lrs.Get($"/xapi/statements?statementId={id}");
                foreach (var property in statement.EnumerateObject().Where(property => property.Name is not ("stored" or "authority" or "version" or "timestamp" or "id" or "context" or "object")))
                {
                    Assert.Equal(property.Value.GetRawText(), back.GetProperty(property.Name).GetRawText());
                }
            }
        }
    }

    private static IEnumerable<(string File, string Version)> Files(string folder) =>
        from file in Directory.EnumerateFiles(Repository.Path($"tests/corpus/{folder}"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from version in file.Contains(".v1.", StringComparison.Ordinal) ? ["1.0.3"] : file.Contains(".v2.", StringComparison.Ordinal) ? ["2.0.0"] : new[] { "1.0.3", "2.0.0" }
        select (file, version);

    private static async Task<HttpResponseMessage> Post(TestLrs lrs, string file, string version)
    {
        var content = new ByteArrayContent(await File.ReadAllBytesAsync(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = content };
        request.Headers.Add("X-Experience-API-Version", version);
        return await lrs.Http.SendAsync(request);
    }
}
