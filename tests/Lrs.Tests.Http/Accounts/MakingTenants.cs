using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class MakingTenants
{
    private const string Kent = """{"code":"kent","name":"Kent","iri":"https://kent.example/learning"}""";

    [Theory, EveryDatabase]
    public async Task A_new_one_is_listed_and_works_at_once_with_its_first_credential(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Post("/api/tenants", Kent);
        var made = await TestLrs.Read(answer);

        Assert.Equal((HttpStatusCode.Created, "/api/tenants/kent"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        using var kent = lrs.ClientWith(made.GetProperty("credential"));
        Assert.StartsWith("kent-", made.GetProperty("credential").GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.True((await kent.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()))).IsSuccessStatusCode);
        var authority = (await TestLrs.Read(await kent.GetAsync("/xapi/statements"))).GetProperty("statements")[0].GetProperty("authority").GetProperty("account").GetProperty("homePage").GetString();
        Assert.Equal("https://kent.example/learning/credentials", authority);
        Assert.Equal(1, (await TestLrs.Read(await kent.GetAsync("/odata/Statements"))).GetProperty("value").GetArrayLength());
        Assert.Equal(0, (await lrs.Get("/xapi/statements")).GetProperty("statements").GetArrayLength());
        Assert.Equal(["default", "kent"], (await lrs.Get("/api/tenants")).EnumerateArray().Select(tenant => tenant.GetProperty("code").GetString()!));
        Assert.DoesNotContain("secret", await lrs.Http.GetStringAsync("/api/tenants/kent"), StringComparison.Ordinal);
        Assert.Equal("https://kent.example/learning", (await lrs.Get("/api/tenants/kent")).GetProperty("iri").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Only_who_administers_the_installation_sees_or_makes_any(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var plain = lrs.ClientWith(await lrs.Http.Make("all"));
        using var given = lrs.ClientWith(await lrs.Http.Make("all", ",\"installation\":true"));
        using var kent = lrs.ClientWith((await TestLrs.Read(await lrs.Post("/api/tenants", Kent))).GetProperty("credential"));

        foreach (var (http, may) in new[] { (plain, false), (kent, false), (given, true), (lrs.Http, true) })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await http.Status("/api/tenants"));
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await http.Status("/api/tenants/kent"));
            Assert.Equal(may ? HttpStatusCode.Conflict : HttpStatusCode.Forbidden, (await http.PostAsync("/api/tenants", TestLrs.Json(Kent))).StatusCode);
        }

        Assert.Contains("credential.installation", await kent.TryMake("all", ",\"installation\":true").Rules());
        Assert.Equal(HttpStatusCode.Unauthorized, await lrs.ClientWith(null, "").Status("/api/tenants"));
    }

    [Theory, EveryDatabase]
    public async Task Its_administrator_signs_in_with_a_password_that_is_given_once_and_administers_that_tenant_only(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var made = await TestLrs.Read(await lrs.Post("/api/tenants", Kent.Replace("}", ",\"administrator\":\"ada@kent.example\"}", StringComparison.Ordinal)));
        using var visitor = new Pages.Visitor(lrs);

        var entered = await visitor.SignIn("ada@kent.example", made.GetProperty("administrator").GetProperty("password").GetString()!);

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/api/tenants")).StatusCode);
        var page = await visitor.Read("/credentials");
        Assert.Contains("kent-", page, StringComparison.Ordinal);
        Assert.DoesNotContain(TestLrs.Key, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await lrs.Post("/api/tenants", """{"code":"surrey","name":"Surrey","iri":"https://surrey.example","administrator":"Ada@Kent.example"}""")).StatusCode);
        Assert.Equal(2, (await lrs.Get("/api/tenants")).GetArrayLength());
    }

    [Theory]
    [InlineData("""{"code":"kent","name":"Other","iri":"https://other.example"}""")]
    [InlineData("""{"code":"other","name":"Other","iri":"https://kent.example/learning"}""")]
    [InlineData("""{"code":"other","name":"Other","iri":"https://kent.example/learning/more"}""")]
    [InlineData("""{"code":"other","name":"Other","iri":"https://kent.example"}""")]
    public async Task A_code_or_an_iri_that_is_anothers_is_refused(string body)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        await lrs.Post("/api/tenants", Kent);

        var answer = await lrs.Post("/api/tenants", body);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(2, (await lrs.Get("/api/tenants")).GetArrayLength());
    }

    [Theory]
    [InlineData("""{"code":"Kent","name":"Kent","iri":"https://kent.example"}""", "tenant.code")]
    [InlineData("""{"code":"k:ent","name":"Kent","iri":"https://kent.example"}""", "tenant.code")]
    [InlineData("""{"code":"launch","name":"Kent","iri":"https://kent.example"}""", "tenant.code")]
    [InlineData("""{"code":"kent","iri":"https://kent.example"}""", "tenant.name")]
    [InlineData("""{"code":"kent","name":"Kent"}""", "tenant.iri")]
    [InlineData("""{"code":"kent","name":"Kent","iri":"kent"}""", "tenant.iri")]
    [InlineData("""{"code":"kent","name":"Kent","iri":"https://kent.example/"}""", "tenant.iri")]
    [InlineData("""{"code":"kent","name":"Kent","iri":"https://kent.example?x=1"}""", "tenant.iri")]
    [InlineData("""{"code":"kent","name":"Kent","iri":"https://kent.example","administrator":"ada"}""", "tenant.administrator")]
    [InlineData("""{"code":"kent","name":"Kent","iri":"https://kent.example","password":"x"}""", "tenant.password")]
    public async Task What_is_wrong_with_a_new_one_is_named(string body, string rule)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        Assert.Contains(rule, await lrs.Post("/api/tenants", body).Rules());
    }

    [Theory, EveryDatabase]
    public async Task Its_iri_cannot_be_changed(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Post("/api/tenants", Kent);

        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
        {
            var answer = await lrs.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/tenants/kent") { Content = TestLrs.Json("""{"iri":"https://new.example"}""") });
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        Assert.Equal("https://kent.example/learning", (await lrs.Get("/api/tenants/kent")).GetProperty("iri").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Several_made_at_one_time_each_get_a_number_of_their_own(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => lrs.Post("/api/tenants", $$"""{"code":"t{{n}}","name":"T","iri":"https://t{{n}}.example"}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(9, (await lrs.Get("/api/tenants")).GetArrayLength());
    }
}
