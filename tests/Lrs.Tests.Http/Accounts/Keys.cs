using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>What tests of credentials do again and again.</summary>
internal static class Keys
{
    /// <summary>Makes a credential by the API, which must be taken.</summary>
    /// <param name="more">Further fields, each beginning with a comma.</param>
    public static async Task<JsonElement> Make(this HttpClient http, string scopes = "all", string more = "")
    {
        var answer = await http.TryMake(scopes, more);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await TestLrs.Read(answer);
    }

    public static Task<HttpResponseMessage> TryMake(this HttpClient http, string scopes = "all", string more = "") => http.PostAsync(
        "/api/credentials",
        TestLrs.Json($$"""{"label":"A test","scopes":[{{string.Join(',', scopes.Split(' ').Select(scope => $"\"{scope}\""))}}]{{more}}}"""));

    /// <summary>A client with the credential that an answer holds.</summary>
    public static HttpClient ClientWith(this TestLrs lrs, JsonElement made) => lrs.ClientWith(made.GetProperty("key").GetString(), made.GetProperty("secret").GetString()!);

    /// <summary>A client with a bearer token.</summary>
    public static HttpClient WithToken(this TestLrs lrs, string token)
    {
        var http = lrs.ClientWith(null, "");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>What an address answers.</summary>
    public static async Task<HttpStatusCode> Status(this HttpClient http, string path) => (await http.GetAsync(path)).StatusCode;

    /// <summary>A tenant besides the first, and a client with every scope in it.</summary>
    public static async Task<(Tenant Tenant, HttpClient Http)> Other(this TestLrs lrs)
    {
        var tenant = await lrs.Services.GetRequiredService<TenantStore>().Add("other", "Other force", "https://other.example/t", CancellationToken.None);
        var (key, secret) = await lrs.Services.GetRequiredService<CredentialStore>().Add(tenant, "test", Scopes.All, null, null, CancellationToken.None);
        return (tenant, lrs.ClientWith(key, secret));
    }

    /// <summary>The codes of the rules for which a request was refused with 400.</summary>
    public static async Task<string[]> Rules(this Task<HttpResponseMessage> request)
    {
        var answer = await request;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{(int)answer.StatusCode} {text}");
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("rule").GetString()!)];
    }

    public static string Basic(string key, string secret) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}"))}";
}
