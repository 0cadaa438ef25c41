using System.Net;
using System.Text.RegularExpressions;

namespace Lrs.Tests.Http.Pages;

/// <summary>A browser without scripts: it keeps cookies, follows no redirect, and fills in forms as they are shown.</summary>
internal sealed partial class Visitor(TestLrs lrs) : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private HttpClient? client;

    /// <summary>The cookies it holds.</summary>
    public CookieContainer Cookies => handler.CookieContainer;

    private HttpClient Http => client ??= new HttpClient(handler) { BaseAddress = lrs.App, DefaultRequestHeaders = { { "Accept", "text/html,application/xhtml+xml" } } };

    public Task<HttpResponseMessage> Open(string path) => Http.GetAsync(path);

    /// <summary>The page's HTML.</summary>
    public async Task<string> Read(string path) => await (await Open(path)).Content.ReadAsStringAsync();

    /// <summary>Sends a form as the page at <paramref name="from"/> shows it, with its token.</summary>
    public async Task<HttpResponseMessage> Send(string from, string to, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Read(from)).Groups[1].Value;
        return await Post(to, [("antiforgery", token), .. fields]);
    }

    /// <summary>Sends exactly these fields.</summary>
    public Task<HttpResponseMessage> Post(string to, params (string Name, string Value)[] fields) =>
        Http.PostAsync(to, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends a file as the page at <paramref name="from"/> shows its form.</summary>
    public async Task<HttpResponseMessage> Upload(string from, string to, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await Read(from)).Groups[1].Value), "antiforgery" },
            { new ByteArrayContent(content), "file", name },
        };
        return await Http.PostAsync(to, form);
    }

    /// <summary>Signs in as the administrator, or as someone else.</summary>
    public Task<HttpResponseMessage> SignIn(string email = TestLrs.AdminEmail, string password = TestLrs.AdminPassword, string returnTo = "/") =>
        Send("/sign-in", "/sign-in", ("email", email), ("password", password), ("returnTo", returnTo));

    public void Dispose()
    {
        client?.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("""name="antiforgery"[^>]*value="([^"]+)""" + "\"")]
    private static partial Regex Token();
}
