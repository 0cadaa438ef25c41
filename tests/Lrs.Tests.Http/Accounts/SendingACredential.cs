using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class SendingACredential
{
    [Theory, EveryDatabase]
    public async Task A_wrong_one_is_refused_wherever_one_is_needed_with_one_answer(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        string?[] headers =
        [
            null, "Basic", "Basic !!!", Basic("no colon"), Basic($"{TestLrs.Key}:wrong-secret-of-20-chars"), Basic($"unknown:{TestLrs.Secret}"), Basic($"{TestLrs.Key}\0:x"),
            Basic($"{new string('k', 5000)}:x"), "Bearer abc", Basic($"{TestLrs.Key}:{TestLrs.Secret.ToUpperInvariant()}"), Basic(":"),
        ];

        foreach (var path in new[] { "/xapi/statements", "/odata/Attempts", "/api/courses" })
        {
            foreach (var header in headers)
            {
                var answer = await Get(lrs, path, header);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{path} {header}: {answer.StatusCode}");
                Assert.Contains(answer.Headers.WwwAuthenticate, challenge => challenge.Scheme is "Basic");
                Assert.Equal(401, (await TestLrs.Read(answer)).GetProperty("status").GetInt32());
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task One_that_has_expired_or_is_revoked_stops_working_within_five_seconds(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var database = lrs.Services.GetRequiredService<Database>();
        var (revoked, expired) = (await Add(lrs, Scopes.All), await Add(lrs, Scopes.All));
        Assert.Equal(HttpStatusCode.OK, (await Get(lrs, "/xapi/statements", revoked)).StatusCode);

        await database.WriteReference(work => work.Run("UPDATE credential SET revoked = @now WHERE key = @key", ("@now", DateTimeOffset.Now), ("@key", KeyOf(revoked))), CancellationToken.None);
        await database.WriteReference(work => work.Run("UPDATE credential SET expires = @now WHERE key = @key", ("@now", DateTimeOffset.Now), ("@key", KeyOf(expired))), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(5.2));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(lrs, "/xapi/statements", revoked)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(lrs, "/xapi/statements", expired)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Mine_are_only_what_the_credential_itself_has_said(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var others = await lrs.Store(Some.Statement(), Some.Statement());
        using var http = lrs.ClientWith(null, "");
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(await Add(lrs, Scopes.WriteStatements | Scopes.ReadMine));
        var own = (await TestLrs.Read(await http.PostAsync("/xapi/statements", TestLrs.Json($"[{Some.Statement()},{Some.Statement(verb: Some.Passed)}]")))).EnumerateArray().Select(id => id.GetGuid()).ToList();

        foreach (var query in new[] { "", $"&verb={Some.Completed}", $"&agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}", $"&agent={Uri.EscapeDataString(Some.Agent("ada@example.org"))}&verb={Some.Completed}" })
        {
            var page = await TestLrs.Read(await http.GetAsync($"/xapi/statements?ascending=true{query}"));
            var found = page.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid());
            Assert.Equal(query.Contains("verb", StringComparison.Ordinal) ? own[..1] : own, found);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/xapi/statements?statementId={others[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/xapi/statements?statementId={own[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/odata/Statements")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_key_of_another_tenant_is_not_taken_over(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var other = await lrs.Services.GetRequiredService<TenantStore>().Add("other", "Other", "https://other.example/t", CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            lrs.Services.GetRequiredService<CredentialStore>().Add(other, "stolen", Scopes.All, TestLrs.Key, "another-secret-of-20-chars", CancellationToken.None));

        Assert.Equal(HttpStatusCode.OK, (await lrs.Http.GetAsync("/xapi/statements")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Guesses_of_a_password_made_at_one_time_count_each(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var logins = lrs.Services.GetRequiredService<LoginStore>();
        Assert.NotNull(await logins.Check(TestLrs.AdminEmail, TestLrs.AdminPassword, CancellationToken.None));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(() => logins.Check(TestLrs.AdminEmail, $"guess {n}", CancellationToken.None))));

        Assert.Null(await logins.Check(TestLrs.AdminEmail, TestLrs.AdminPassword, CancellationToken.None));
    }

    internal static async Task<string> Add(TestLrs lrs, Scopes scopes)
    {
        var tenant = (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0];
        var (key, secret) = await lrs.Services.GetRequiredService<CredentialStore>().Add(tenant, "test", scopes, null, null, CancellationToken.None);
        return Basic($"{key}:{secret}");
    }

    private static string Basic(string pair) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}";

    private static string KeyOf(string header) => Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':')[0];

    private static async Task<HttpResponseMessage> Get(TestLrs lrs, string path, string? header)
    {
        using var http = lrs.ClientWith(null, "");
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", header);
        return await http.SendAsync(request);
    }
}
