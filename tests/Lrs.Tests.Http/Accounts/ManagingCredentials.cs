using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed class ManagingCredentials
{
    [Theory, EveryDatabase]
    public async Task A_new_one_works_with_a_secret_of_256_bits_that_is_given_once_and_kept_as_a_hash(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answer = await lrs.Http.TryMake("statements/read statements/write");
        var made = await TestLrs.Read(answer);
        var (key, secret) = (made.GetProperty("key").GetString()!, made.GetProperty("secret").GetString()!);

        Assert.Equal((HttpStatusCode.Created, $"/api/credentials/{key}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.StartsWith("default-", key, StringComparison.Ordinal);
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(secret).Length);
        using var http = lrs.ClientWith(made);
        Assert.Equal(HttpStatusCode.OK, await http.Status("/xapi/statements"));
        Assert.Equal(HttpStatusCode.Forbidden, await http.Status("/odata/Statements"));
        foreach (var later in new[] { "/api/credentials", $"/api/credentials/{key}" })
        {
            Assert.DoesNotContain("secret\"", await lrs.Http.GetStringAsync(later), StringComparison.Ordinal);
        }

        var kept = await lrs.Services.GetRequiredService<Database>().ReadReference(
            work => work.One("SELECT secret FROM credential WHERE key = @key", row => row.Bytes(0), ("@key", key)), CancellationToken.None);
        Assert.Equal(32, kept!.Length);
        Assert.DoesNotContain(secret, Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret)), kept);
    }

    [Theory, EveryDatabase]
    public async Task Its_list_says_what_each_is_good_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var end = DateTimeOffset.UtcNow.AddDays(30);
        await lrs.Http.Make("state all/read", $$""","expires":"{{end:O}}","origins":["HTTPS://Content.example:443","http://127.0.0.1:9999"],"authority":{"account":{"homePage":"https://force.example","name":"hub"} }""");

        var list = (await lrs.Get("/api/credentials")).EnumerateArray().ToList();

        Assert.Equal(2, list.Count);
        var made = list[0];
        Assert.Equal("A test", made.GetProperty("label").GetString());
        Assert.Equal(["state", "all/read"], made.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!));
        Assert.Equal(["https://content.example", "http://127.0.0.1:9999"], made.GetProperty("origins").EnumerateArray().Select(origin => origin.GetString()!));
        Assert.Equal("hub", made.GetProperty("authority").GetProperty("account").GetProperty("name").GetString());
        Assert.Equal(end, made.GetProperty("expires").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        Assert.False(made.TryGetProperty("lastUsed", out _));
        Assert.Equal(TestLrs.Key, list[1].GetProperty("key").GetString());
        Assert.Equal("https://lrs.example/t/default/credentials", list[1].GetProperty("authority").GetProperty("account").GetProperty("homePage").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Statements_carry_the_authority_that_it_was_given(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var http = lrs.ClientWith(await lrs.Http.Make("statements/write statements/read/mine", ""","authority":{"objectType":"Agent","name":"Hub","mbox":"mailto:hub@force.example"}"""));

        await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()));

        var statement = (await TestLrs.Read(await http.GetAsync("/xapi/statements"))).GetProperty("statements")[0];
        Assert.Equal("""{"objectType":"Agent","name":"Hub","mbox":"mailto:hub@force.example"}""", statement.GetProperty("authority").GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task After_a_rotation_both_secrets_work_for_the_stated_time_and_then_the_new_one_alone(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var made = await lrs.Http.Make();
        var key = made.GetProperty("key").GetString()!;
        using var old = lrs.ClientWith(made);

        var rotated = await TestLrs.Read(await lrs.Post($"/api/credentials/{key}/rotate", """{"overlap":"PT6S"}"""));
        using var fresh = lrs.ClientWith(rotated);
        var until = rotated.GetProperty("olderSecretUntil").GetDateTimeOffset();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await old.Status("/xapi/statements"), await fresh.Status("/xapi/statements")));
        Assert.InRange(until, DateTimeOffset.UtcNow.AddSeconds(1), DateTimeOffset.UtcNow.AddSeconds(6));
        Assert.Equal(until, (await lrs.Get($"/api/credentials/{key}")).GetProperty("olderSecretUntil").GetDateTimeOffset());
        await Task.Delay(until - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await old.Status("/xapi/statements"), await fresh.Status("/xapi/statements")));
    }

    [Theory, EveryDatabase]
    public async Task Without_overlap_or_rotated_twice_the_oldest_secret_ends_at_once(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var made = await lrs.Http.Make();
        var rotate = $"/api/credentials/{made.GetProperty("key").GetString()}/rotate";
        using var first = lrs.ClientWith(made);
        await first.Status("/xapi/statements");

        using var second = lrs.ClientWith(await TestLrs.Read(await lrs.Http.PostAsync(rotate, null)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await first.Status("/xapi/statements"), await second.Status("/xapi/statements")));
        using var third = lrs.ClientWith(await TestLrs.Read(await lrs.Http.PostAsync(rotate, null)));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK), (await first.Status("/xapi/statements"), await second.Status("/xapi/statements"), await third.Status("/xapi/statements")));
        using var fourth = lrs.ClientWith(await TestLrs.Read(await lrs.Post(rotate, """{"overlap":"PT0S"}""")));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await third.Status("/xapi/statements"), await fourth.Status("/xapi/statements")));
    }

    [Theory, EveryDatabase]
    public async Task Revoked_it_ends_at_once_and_for_ever_and_stays_in_the_list(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var made = await lrs.Http.Make();
        var path = $"/api/credentials/{made.GetProperty("key").GetString()}";
        using var http = lrs.ClientWith(made);
        Assert.Equal(HttpStatusCode.OK, await http.Status("/xapi/statements"));

        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.DeleteAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, await http.Status("/xapi/statements"));
        var revoked = (await lrs.Get(path)).GetProperty("revoked").GetDateTimeOffset();
        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.DeleteAsync(path)).StatusCode);
        Assert.Equal(revoked, (await lrs.Get(path)).GetProperty("revoked").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Conflict, (await lrs.Http.PostAsync($"{path}/rotate", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await http.Status("/xapi/statements"));
    }

    [Theory, EveryDatabase]
    public async Task It_ends_at_the_time_it_was_given_and_not_seconds_later(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var end = DateTimeOffset.UtcNow.AddSeconds(2);
        using var http = lrs.ClientWith(await lrs.Http.Make("all", $",\"expires\":\"{end:O}\""));
        Assert.Equal(HttpStatusCode.OK, await http.Status("/xapi/statements"));

        await Task.Delay(end - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(30));

        Assert.Equal(HttpStatusCode.Unauthorized, await http.Status("/xapi/statements"));
    }

    [Theory, EveryDatabase]
    public async Task Last_used_is_written_now_and_then_and_when_the_server_stops(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var made = await lrs.Http.Make();
        var path = $"/api/credentials/{made.GetProperty("key").GetString()}";
        using var http = lrs.ClientWith(made);
        var before = DateTimeOffset.UtcNow;
        await http.Status("/xapi/statements");
        Assert.False((await lrs.Get(path)).TryGetProperty("lastUsed", out _));

        await lrs.Services.GetRequiredService<LastUses>().Write(CancellationToken.None);
        var first = (await lrs.Get(path)).GetProperty("lastUsed").GetDateTimeOffset();
        await http.Status("/xapi/statements");
        await lrs.Restart();
        var second = (await lrs.Get(path)).GetProperty("lastUsed").GetDateTimeOffset();

        Assert.InRange(first, before.AddMilliseconds(-1), DateTimeOffset.UtcNow);
        Assert.True(second > first);
    }

    [Fact]
    public async Task A_wrong_secret_is_no_use()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var key = (await lrs.Http.Make()).GetProperty("key").GetString()!;

        await lrs.ClientWith(key, "wrong").Status("/xapi/statements");
        await lrs.Services.GetRequiredService<LastUses>().Write(CancellationToken.None);

        Assert.False((await lrs.Get($"/api/credentials/{key}")).TryGetProperty("lastUsed", out _));
    }

    [Theory, EveryDatabase]
    public async Task Those_of_another_tenant_are_not_there(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (_, other) = await lrs.Other();
        var made = await lrs.Http.Make();
        var path = $"/api/credentials/{made.GetProperty("key").GetString()}";

        Assert.Equal(HttpStatusCode.NotFound, await other.Status(path));
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{path}/rotate", null)).StatusCode);
        Assert.Single((await TestLrs.Read(await other.GetAsync("/api/credentials"))).EnumerateArray());
        using var http = lrs.ClientWith(made);
        Assert.Equal(HttpStatusCode.OK, await http.Status("/xapi/statements"));
    }

    [Theory]
    [InlineData("""{"scopes":["all"]}""", "credential.label")]
    [InlineData("""{"label":" ","scopes":["all"]}""", "credential.label")]
    [InlineData("""{"label":5,"scopes":["all"]}""", "credential.label")]
    [InlineData("""{"label":"x"}""", "credential.scopes")]
    [InlineData("""{"label":"x","scopes":[]}""", "credential.scopes")]
    [InlineData("""{"label":"x","scopes":"all"}""", "credential.scopes")]
    [InlineData("""{"label":"x","scopes":["everything"]}""", "credential.scopes")]
    [InlineData("""{"label":"x","scopes":["state profile"]}""", "credential.scopes")]
    [InlineData("""{"label":"x","scopes":["all"],"expires":"tomorrow"}""", "credential.expires")]
    [InlineData("""{"label":"x","scopes":["all"],"expires":"2001-01-01T00:00:00Z"}""", "credential.expires")]
    [InlineData("""{"label":"x","scopes":["all"],"authority":{"objectType":"Group","member":[{"mbox":"mailto:a@b.example"}]}}""", "credential.authority")]
    [InlineData("""{"label":"x","scopes":["all"],"origins":["https://a.example/path"]}""", "credential.origins")]
    [InlineData("""{"label":"x","scopes":["all"],"origins":["*"]}""", "credential.origins")]
    [InlineData("""{"label":"x","scopes":["all"],"owner":"me"}""", "credential.owner")]
    [InlineData("""{"label":"x","label":"y","scopes":["all"]}""", "credential.label")]
    [InlineData("""{"label":"x","scopes":["state"],"installation":true}""", "credential.installation")]
    [InlineData("""["all"]""", "credential.json")]
    [InlineData("""{"label":"x" """, "credential.json")]
    [InlineData("""{"label":"x","scopes":["all"]} x""", "credential.json")]
    public async Task What_is_wrong_with_a_new_one_is_named(string body, string rule)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        Assert.Contains(rule, await lrs.Post("/api/credentials", body).Rules());
        Assert.Single((await lrs.Get("/api/credentials")).EnumerateArray());
    }

    [Theory]
    [InlineData("""{"overlap":"a day"}""", "credential.overlap")]
    [InlineData("""{"overlap":"P1Y"}""", "credential.overlap")]
    [InlineData("""{"overlap":"P91D"}""", "credential.overlap")]
    [InlineData("""{"overlapp":"P1D"}""", "credential.overlapp")]
    public async Task What_is_wrong_with_a_rotation_is_named(string body, string rule)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        Assert.Contains(rule, await lrs.Post($"/api/credentials/{TestLrs.Key}/rotate", body).Rules());
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.PostAsync("/api/credentials/none/rotate", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await lrs.Http.Status("/xapi/statements"));
    }

    [Fact]
    public async Task A_key_with_a_slash_that_somebody_chose_can_be_managed()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite, "Lrs:Bootstrap:Key=force/hub one");
        using var http = lrs.ClientWith("force/hub one", TestLrs.Secret);

        Assert.Equal(HttpStatusCode.OK, await http.Status("/api/credentials/force%2Fhub%20one"));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync("/api/credentials/force%2Fhub%20one")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await http.Status("/xapi/statements"));
    }

    [Fact]
    public async Task A_person_needs_the_token_of_a_form_and_to_be_an_administrator()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Pages.Visitor(lrs);
        await visitor.SignIn();

        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/api/credentials")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/api/credentials")).StatusCode);
        await Pages.People.AddLogin(lrs, "ada@example.org", "Ada", "author", "correct horse battery");
        using var author = new Pages.Visitor(lrs);
        await author.SignIn("ada@example.org", "correct horse battery");
        Assert.Equal(HttpStatusCode.Forbidden, (await author.Open("/api/credentials")).StatusCode);
    }
}
