using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Lrs.Tests.Http.Reports;

/// <summary>Short words for asking OData in tests.</summary>
internal static class ODataClient
{
    public static Task<HttpResponseMessage> Ask(this HttpClient http, string path, params (string Name, string Value)[] headers) => http.Ask(HttpMethod.Get, path, headers);

    public static Task<HttpResponseMessage> Ask(this HttpClient http, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? path : "/odata/" + path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return http.SendAsync(request);
    }

    /// <summary>The rows of an answer as one JSON text each.</summary>
    public static async Task<List<string>> Rows(this HttpClient http, string path) =>
        [.. (await TestLrs.Read(await http.Ask(path))).GetProperty("value").EnumerateArray().Select(row => row.GetRawText())];

    public static async Task<string> Text(this HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();

    /// <summary>Posts a multipart batch of requests; gives status, headers and body of each answer.</summary>
    public static async Task<List<(int Status, string Headers, string Body)>> Batch(this HttpClient http, string[] requests, params (string Name, string Value)[] headers)
    {
        var body = string.Concat(requests.Select(r => $"--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{r}\r\n")) + "--b--\r\n";
        var request = new HttpRequestMessage(HttpMethod.Post, "/odata/$batch") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed;boundary=b");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await http.SendAsync(request);
        var text = await answer.Text();
        var boundary = "--" + answer.Content.Headers.ContentType!.Parameters.Single(p => p.Name == "boundary").Value;
        return [.. text.Split(boundary, StringSplitOptions.RemoveEmptyEntries).Where(p => p.Trim() is not "--").Select(Part)];
    }

    public static async Task<JsonElement> JsonBatch(this HttpClient http, string requests, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/odata/$batch") { Content = TestLrs.Json($$"""{"requests":[{{requests}}]}""") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return (await TestLrs.Read(await http.SendAsync(request))).GetProperty("responses");
    }

    private static (int Status, string Headers, string Body) Part(string part)
    {
        var pieces = part.Split("\r\n\r\n", 3);
        return (int.Parse(pieces[1].Split(' ')[1]), pieces[0] + "\r\n" + pieces[1], pieces[2].TrimEnd());
    }
}
