using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Settings;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class SendingABearerToken
{
    private static readonly string[] Everywhere = ["/xapi/statements", "/odata/Statements", "/api/courses"];

    [Theory, EveryDatabase]
    public async Task Of_a_configured_issuer_opens_the_store_the_reports_and_the_api(Dialect dialect)
    {
        await using var issuer = new TokenIssuer();
        await using var lrs = await TestLrs.Start(dialect, issuer.Settings());
        using var http = lrs.WithToken(issuer.Token());

        Assert.True((await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()))).IsSuccessStatusCode);
        foreach (var path in Everywhere)
        {
            Assert.Equal(HttpStatusCode.OK, await http.Status(path));
        }

        var account = (await lrs.Get("/xapi/statements")).GetProperty("statements")[0].GetProperty("authority").GetProperty("account");
        Assert.Equal((TokenIssuer.Issuer, "hub"), (account.GetProperty("homePage").GetString(), account.GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, await http.Status("/api/tenants"));
    }

    [Theory]
    [InlineData("\"scope\":\"statements/write state\"", "write")]
    [InlineData("\"scope\":[\"statements/write\",\"unknown\"]", "write")]
    [InlineData("\"scope\":\"all/read\"", "read report")]
    [InlineData("\"scope\":\"unknown\"", "")]
    [InlineData("\"scp\":\"all\"", "")]
    [InlineData("\"roles\":[\"all\"]", "")]
    public async Task Gives_the_scopes_of_its_claim_and_no_others(string claims, string may)
    {
        await using var issuer = new TokenIssuer();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, issuer.Settings());
        using var http = lrs.WithToken(issuer.Token(claims));

        Assert.Equal(may.Contains("write") ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()))).StatusCode);
        Assert.Equal(may.Contains("read") ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await http.Status("/xapi/statements"));
        Assert.Equal(may.Contains("report") ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await http.Status("/odata/Statements"));
        Assert.Equal(HttpStatusCode.Forbidden, await http.Status("/api/courses"));
    }

    [Theory, EveryDatabase]
    public async Task Has_its_claims_mapped_to_scopes_tenant_and_authority_as_the_settings_say(Dialect dialect)
    {
        await using var issuer = new TokenIssuer();
        await using var lrs = await TestLrs.Start(dialect, issuer.Settings(
            "ScopeClaim=roles", "Scopes:0:Value=LRS: writer", "Scopes:0:Gives=statements/write statements/read/mine", "Scopes:1:Value=analyst", "Scopes:1:Gives=all/read",
            "TenantClaim=tid", "Tenants:0:Value=5b8e1f0a", "Tenants:0:Gives=other", "Tenants:1:Value=6c9f", "Tenants:1:Gives=default",
            "AuthorityClaim=azp", "AuthorityHomePage=https://directory.example"));
        await lrs.Other();
        await lrs.Store(Some.Statement());
        using var analyst = lrs.WithToken(issuer.Token("\"roles\":[\"analyst\"],\"tid\":\"6c9f\",\"azp\":\"excel\""));
        using var elsewhere = lrs.WithToken(issuer.Token("\"roles\":[\"analyst\"],\"tid\":\"5b8e1f0a\",\"azp\":\"excel\""));

        Assert.Equal(1, (await TestLrs.Read(await analyst.GetAsync("/odata/Statements"))).GetProperty("value").GetArrayLength());
        Assert.Equal(0, (await TestLrs.Read(await elsewhere.GetAsync("/odata/Statements"))).GetProperty("value").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()))).StatusCode);
        foreach (var claims in new[] { "\"roles\":[\"analyst\"],\"azp\":\"excel\"", "\"roles\":[\"analyst\"],\"tid\":\"default\",\"azp\":\"excel\"", "\"roles\":[\"analyst\"],\"tid\":[\"6c9f\",\"5b8e1f0a\"],\"azp\":\"excel\"", "\"roles\":[\"analyst\"],\"tid\":\"6c9f\"" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await lrs.WithToken(issuer.Token(claims)).Status("/odata/Statements"));
        }

        // A value with a blank in it is two, as OAuth writes scopes.
        Assert.Equal(HttpStatusCode.Forbidden, await lrs.WithToken(issuer.Token("\"roles\":[\"LRS: writer\"],\"tid\":\"6c9f\",\"azp\":\"x\"")).Status("/xapi/statements"));
    }

    [Theory, EveryDatabase]
    public async Task That_is_forged_or_for_somebody_else_is_refused_everywhere_with_one_sentence(Dialect dialect)
    {
        await using var issuer = new TokenIssuer();
        await using var stranger = new TokenIssuer();
        await using var lrs = await TestLrs.Start(dialect, issuer.Settings("ClockSkewSeconds=0"));
        var good = issuer.Token();
        var (head, payload) = (good.Split('.')[0], good.Split('.')[1]);
        var text = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(payload));
        var publicKey = Encoding.UTF8.GetBytes(issuer.Key.ExportSubjectPublicKeyInfoPem());
        var wrong = new Dictionary<string, string>
        {
            ["alg none"] = $"{TokenIssuer.Encode("""{"alg":"none"}"""u8.ToArray())}.{payload}.",
            ["alg None with the signature"] = $"{TokenIssuer.Encode("""{"alg":"None","kid":"first"}"""u8.ToArray())}.{payload}.{good.Split('.')[2]}",
            ["without signature"] = $"{head}.{payload}.",
            ["HS256 with the public key"] = TokenIssuer.Sign("""{"alg":"HS256","typ":"JWT","kid":"first"}""", text, bytes => HMACSHA256.HashData(publicKey, bytes)),
            ["HS256 with the modulus"] = TokenIssuer.Sign("""{"alg":"HS256","typ":"JWT","kid":"first"}""", text, bytes => HMACSHA256.HashData(issuer.Key.ExportParameters(false).Modulus!, bytes)),
            ["HS256 with the key set"] = TokenIssuer.Sign("""{"alg":"HS256","typ":"JWT","kid":"first"}""", text, bytes => HMACSHA256.HashData(Encoding.UTF8.GetBytes(issuer.Keys), bytes)),
            ["another's key with the same id"] = stranger.Token(),
            ["another's key without an id"] = TokenIssuer.Sign("""{"alg":"RS256"}""", text, bytes => stranger.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ["a key in its own header"] = TokenIssuer.Sign($$"""{"alg":"RS256","jwk":{{stranger.Keys[9..^2]}}}""", text, bytes => stranger.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ["a changed payload"] = $"{head}.{TokenIssuer.Encode(Encoding.UTF8.GetBytes(text.Replace("hub", "admin", StringComparison.Ordinal)))}.{good.Split('.')[2]}",
            ["another issuer"] = issuer.Token(issuer: "https://issuer.example/two"),
            ["another audience"] = issuer.Token(audience: "mail"),
            ["no audience"] = issuer.Token(audience: ""),
            ["expired"] = issuer.Token(from: -100, until: -1),
            ["not yet valid"] = issuer.Token(from: 60),
            ["without an end"] = TokenIssuer.Sign("""{"alg":"RS256","kid":"first"}""", $$"""{"iss":"{{TokenIssuer.Issuer}}","aud":"lrs","sub":"hub","scope":"all"}""", bytes => issuer.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ["not a token"] = "abc",
            ["nothing"] = "",
            ["half a token"] = $"{head}.{payload}",
            ["a long one"] = new string('x', 20_000),
            ["dots"] = "..",
        };

        foreach (var (name, token) in wrong)
        {
            foreach (var path in Everywhere)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
                using var http = lrs.ClientWith(null, "");
                var answer = await http.SendAsync(request);
                var said = await answer.Content.ReadAsStringAsync();

                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{name} at {path}: {(int)answer.StatusCode}");
                Assert.True(token.Length < 10 || !said.Contains(token[..10], StringComparison.Ordinal), name);
                Assert.Contains(answer.Headers.WwwAuthenticate, challenge => name is "nothing" || challenge.Scheme is "Bearer");
            }
        }

        Assert.Equal(HttpStatusCode.OK, await lrs.WithToken(good).Status("/xapi/statements"));
    }

    [Fact]
    public async Task Ends_at_its_end_though_it_was_found_good_before()
    {
        await using var issuer = new TokenIssuer();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, issuer.Settings("ClockSkewSeconds=0"));
        using var http = lrs.WithToken(issuer.Token(until: 3));
        Assert.Equal(HttpStatusCode.OK, await http.Status("/xapi/statements"));

        await Task.Delay(TimeSpan.FromSeconds(3.1));

        Assert.Equal(HttpStatusCode.Unauthorized, await http.Status("/xapi/statements"));
    }

    [Fact]
    public async Task Is_checked_with_keys_from_the_issuers_address_which_is_not_asked_without_need()
    {
        await using var issuer = new TokenIssuer();
        var address = await issuer.Serve();
        await using var lrs = await TestLrs.Start(
            Dialect.Sqlite, $"Lrs:Issuers:0:Issuer={TokenIssuer.Issuer}", "Lrs:Issuers:0:Audience=lrs", $"Lrs:Issuers:0:Jwks={address}", "Lrs:Issuers:0:Tenant=default");
        Assert.Equal(0, issuer.Asked);
        Assert.Equal(HttpStatusCode.OK, await lrs.WithToken(issuer.Token()).Status("/xapi/statements"));
        Assert.Equal(HttpStatusCode.OK, await lrs.WithToken(issuer.Token("\"scope\":\"all/read\"")).Status("/xapi/statements"));
        Assert.Equal(1, issuer.Asked);

        // Forged tokens with keys that nobody knows do not make the server ask each time.
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await lrs.WithToken(issuer.Token(kid: $"unknown-{i}")).Status("/xapi/statements"));
        }

        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task Is_checked_with_a_new_key_of_its_issuer_once_half_a_minute_has_passed_and_old_keys_outlast_an_issuer_that_is_away()
    {
        await using var issuer = new TokenIssuer();
        var clock = new Clock();
        using var keys = new IssuerKeys(new IssuerSettings { Issuer = TokenIssuer.Issuer, Jwks = await issuer.Serve() }, new Clients(), clock);
        var first = await keys.Get(CancellationToken.None);
        issuer.NewKey("second");
        Assert.Null(await keys.GetNewer(CancellationToken.None));
        clock.Passed += TimeSpan.FromSeconds(31);

        var second = await keys.GetNewer(CancellationToken.None);

        Assert.Equal(("first", "second"), (Assert.Single(first).KeyId, Assert.Single(second!).KeyId));
        issuer.IsAway = true;
        clock.Passed += TimeSpan.FromHours(2);
        Assert.Same(second, await keys.Get(CancellationToken.None));
        Assert.Equal(3, issuer.Asked);
    }

    [Fact]
    public async Task Is_answered_503_while_the_issuers_keys_cannot_be_had()
    {
        await using var issuer = new TokenIssuer { IsAway = true };
        var address = await issuer.Serve();
        await using var lrs = await TestLrs.Start(
            Dialect.Sqlite, $"Lrs:Issuers:0:Issuer={TokenIssuer.Issuer}", "Lrs:Issuers:0:Audience=lrs", $"Lrs:Issuers:0:Jwks={address}", "Lrs:Issuers:0:Tenant=default");

        var answer = await lrs.WithToken(issuer.Token()).GetAsync("/xapi/statements");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "10"), (answer.StatusCode, answer.Headers.RetryAfter!.ToString()));
        Assert.Equal(HttpStatusCode.OK, await lrs.Http.Status("/xapi/statements"));
    }

    [Fact]
    public async Task Of_any_of_several_issuers_is_taken_each_for_its_own_tenant_and_audience()
    {
        await using var one = new TokenIssuer();
        await using var two = new TokenIssuer();
        await using var lrs = await TestLrs.Start(Dialect.Sqlite,
        [
            .. one.Settings(),
            "Lrs:Issuers:two:Issuer=https://issuer.example/two", "Lrs:Issuers:two:Audience=store", $"Lrs:Issuers:two:Keys={two.Keys}", "Lrs:Issuers:two:Tenant=other",
        ]);
        await lrs.Other();
        await lrs.Store(Some.Statement());

        using var first = lrs.WithToken(one.Token());
        using var second = lrs.WithToken(two.Token(issuer: "https://issuer.example/two", audience: "store"));
        Assert.Equal(1, (await TestLrs.Read(await first.GetAsync("/xapi/statements"))).GetProperty("statements").GetArrayLength());
        Assert.Equal(0, (await TestLrs.Read(await second.GetAsync("/xapi/statements"))).GetProperty("statements").GetArrayLength());

        // One issuer cannot speak for the other.
        Assert.Equal(HttpStatusCode.Unauthorized, await lrs.WithToken(two.Token()).Status("/xapi/statements"));
        Assert.Equal(HttpStatusCode.Unauthorized, await lrs.WithToken(one.Token(issuer: "https://issuer.example/two", audience: "store")).Status("/xapi/statements"));
    }

    [Theory]
    [InlineData("""{"keys":[]}""")]
    [InlineData("nonsense")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"first","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"}]}""")]
    public async Task Needs_public_keys_of_its_issuer_in_the_settings(string keys)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestLrs.Start(
            Dialect.Sqlite, $"Lrs:Issuers:0:Issuer={TokenIssuer.Issuer}", "Lrs:Issuers:0:Audience=lrs", $"Lrs:Issuers:0:Keys={keys}", "Lrs:Issuers:0:Tenant=default"));

        Assert.Contains("Lrs:Issuers", fault.Message, StringComparison.Ordinal);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }

    private sealed class Clients : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }
}
