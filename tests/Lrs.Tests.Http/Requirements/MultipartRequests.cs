using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Requirements;

/// <summary>Statements with attachments as multipart/mixed (xAPI Data 2.4.11, Communication 1.5; 9274.1.1 4.1.5), in both versions.</summary>
public sealed class MultipartRequests
{
    private const string Hash = "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ";
    private static readonly string[] Versions = ["1.0.3", "2.0.0"];
    private static readonly byte[] Data = [0, 1, 2, 13, 10, 45, 45, 255];
    private static readonly string Sha2 = Convert.ToHexStringLower(SHA256.HashData(Data));

    [Theory, EveryDatabase]
    public async Task A_whole_one_is_taken_and_given_back_byte_for_byte_when_attachments_are_asked_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var version in Versions)
        {
            var id = Guid.NewGuid().ToString();
            using var posted = await Send(lrs, version, "multipart/mixed; boundary=xyz", Body(Json(id), Part($"Content-Type: application/octet-stream\r\n{Hash}{Sha2}", Data)));
            using var asked = await Get(lrs, version, $"/xapi/statements?statementId={id}&attachments=true");
            using var page = await Get(lrs, version, $"/xapi/statements?limit=1&attachments=true");
            using var plain = await Get(lrs, version, $"/xapi/statements?statementId={id}&attachments=false");

            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
            Assert.StartsWith("multipart/mixed; boundary=", asked.Content.Headers.NonValidated["Content-Type"].ToString(), StringComparison.Ordinal);
            Assert.Equal("application/json", plain.Content.Headers.ContentType!.MediaType);
            foreach (var answer in new[] { asked, page })
            {
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                Assert.True(bytes.AsSpan().IndexOf(Data) > 0);
                Assert.Contains($"X-Experience-API-Hash: {Sha2}", Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_broken_one_is_refused_by_what_is_wrong_and_leaves_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (json, data) = (Json(null), Part($"Content-Type: application/octet-stream\r\n{Hash}{Sha2}", Data));
        var other = Encoding.UTF8.GetBytes("other");
        var otherSha2 = Convert.ToHexStringLower(SHA256.HashData(other));
        foreach (var version in Versions)
        {
            foreach (var (what, type, body) in new[]
            {
                ("XAPI-00127 of another type", "text/plain", Body(json, data)),
                ("XAPI-00127 a form", "multipart/form-data; boundary=xyz", Body(json, data)),
                ("XAPI-00128 a part that nothing asks for", "multipart/mixed; boundary=xyz", Body(json, data, Part($"Content-Type: text/plain\r\n{Hash}{otherSha2}", other))),
                ("XAPI-00129 attachments without fileUrl in plain JSON", "application/json", Encoding.UTF8.GetBytes(Statement(null))),
                ("XAPI-00130 no boundary between", "multipart/mixed; boundary=xyz", [.. Body(json)[..^9], .. Part($"Content-Type: application/octet-stream\r\n{Hash}{Sha2}", Data)[7..], .. "\r\n--xyz--\r\n"u8]),
                ("XAPI-00131 no boundary named", "multipart/mixed", Body(json, data)),
                ("XAPI-00132 no hash", "multipart/mixed; boundary=xyz", Body(json, Part("Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary", Data))),
                ("XAPI-00132 another hash", "multipart/mixed; boundary=xyz", Body(json, Part($"Content-Type: application/octet-stream\r\n{Hash}{otherSha2}", Data))),
                ("XAPI-00132 other bytes", "multipart/mixed; boundary=xyz", Body(json, Part($"Content-Type: application/octet-stream\r\n{Hash}{Sha2}", other))),
                ("XAPI-00133 statements in two parts", "multipart/mixed; boundary=xyz", Body(json, data, json)),
                ("XAPI-00134 the first part is no JSON", "multipart/mixed; boundary=xyz", Body(Part("Content-Type: text/plain", Encoding.UTF8.GetBytes(Statement(null))), data)),
                ("XAPI-00134 the data come first", "multipart/mixed; boundary=xyz", Body(data, json)),
                ("XAPI-00135 another encoding", "multipart/mixed; boundary=xyz", Body(json, Part($"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nX-Experience-API-Hash: {Sha2}", Data))),
                ("XAPI-00135 no encoding", "multipart/mixed; boundary=xyz", Body(json, Part($"Content-Type: application/octet-stream\r\nX-Experience-API-Hash: {Sha2}", Data))),
            })
            {
                using var answer = await Send(lrs, version, type, body);
                Assert.Equal((what, HttpStatusCode.BadRequest), (what, answer.StatusCode));
                Assert.NotEmpty((await TestLrs.Read(answer)).GetProperty("faults")[0].GetProperty("rule").GetString()!);
            }
        }

        Assert.Empty(await lrs.Find(""));
    }

    [Theory, EveryDatabase]
    public async Task Two_attachments_of_one_content_need_it_once_and_one_with_a_fileUrl_not_at_all(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var twice = Some.Statement(more: $"\"attachments\":[{Attachment()},{Attachment()},{Attachment(",\"fileUrl\":\"https://example.org/f\"", new string('a', 64))}],");

        using var answer = await Send(lrs, "1.0.3", "multipart/mixed; boundary=xyz", Body(Part("Content-Type: application/json", Encoding.UTF8.GetBytes(twice)), Part($"Content-Type: text/plain\r\n{Hash}{Sha2}", Data)));
        using var plain = await lrs.Post("/xapi/statements", Some.Statement(more: $"\"attachments\":[{Attachment(",\"fileUrl\":\"https://example.org/f\"")}],"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, plain.StatusCode));
    }

    private static string Attachment(string more = "", string? sha2 = null) =>
        $$"""{"usageType":"https://example.org/usage","display":{"en":"x"},"contentType":"application/octet-stream","length":{{Data.Length}},"sha2":"{{sha2 ?? Sha2}}"{{more}}}""";

    private static string Statement(string? id) => Some.Statement(more: $"\"attachments\":[{Attachment()}],", id: id);

    private static byte[] Json(string? id) => Part("Content-Type: application/json", Encoding.UTF8.GetBytes(Statement(id)));

    private static byte[] Part(string headers, byte[] content) => [.. Encoding.ASCII.GetBytes($"--xyz\r\n{headers}\r\n\r\n"), .. content, .. "\r\n"u8];

    private static byte[] Body(params byte[][] parts) => [.. parts.SelectMany(part => part), .. "--xyz--\r\n"u8];

    private static Task<HttpResponseMessage> Send(TestLrs lrs, string version, string type, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("X-Experience-API-Version", version);
        return lrs.Http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Get(TestLrs lrs, string version, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Experience-API-Version", version);
        return lrs.Http.SendAsync(request);
    }
}
