using System.Net;
using System.Text.RegularExpressions;
using Lrs.Data;
using Lrs.Tests.Http.Pages;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

public sealed partial class CredentialsOnPages
{
    [Theory, EveryDatabase]
    public async Task An_administrator_makes_rotates_and_revokes_one(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        Assert.Contains("href=\"/credentials\"", await visitor.Read("/connect"));
        Assert.Contains(TestLrs.Key, await visitor.Read("/credentials"));

        var made = await visitor.Send("/credentials/new", "/credentials/new", ("label", "Power BI <of the team>"), ("scopes", "all/read"), ("scopes", "state"), ("until-day", ""), ("until-month", ""), ("until-year", ""), ("origins", "https://one.example\r\nhttps://two.example"));
        Assert.Equal("no-store", made.Headers.CacheControl!.ToString());
        var (key, secret) = Pair(await made.Content.ReadAsStringAsync());
        using var http = lrs.ClientWith(key, secret);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await http.Status("/odata/Statements"), await http.Status("/api/courses")));

        var page = await visitor.Read($"/credentials/{key}");
        Assert.Contains("Power BI &lt;of the team&gt;", page);
        Assert.Contains("https://one.example, https://two.example", page);
        Assert.DoesNotContain(secret, page + await visitor.Read("/credentials"));

        var (_, fresh) = Pair(await (await visitor.Send($"/credentials/{key}", $"/credentials/{key}/rotate", ("hours", "0"))).Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await http.Status("/odata/Statements"), await lrs.ClientWith(key, fresh).Status("/odata/Statements")));

        var revoked = await visitor.Send($"/credentials/{key}", $"/credentials/{key}/revoke");
        Assert.Contains("The credential is revoked.", await visitor.Read(revoked.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Unauthorized, await lrs.ClientWith(key, fresh).Status("/odata/Statements"));
        Assert.Contains("Revoked ", await visitor.Read("/credentials"));
        Assert.DoesNotContain("/revoke", await visitor.Read($"/credentials/{key}"));
    }

    [Theory]
    [InlineData("label", "", "Enter a name")]
    [InlineData("scopes", "everything", "Choose at least one")]
    [InlineData("until", "1 1 2001", "Enter a day that is not over")]
    [InlineData("until", "30 2 2099", "Enter a day that is not over")]
    [InlineData("until", "1 soon 2099", "Enter a day that is not over")]
    [InlineData("until", "1  ", "Enter a day that is not over")]
    [InlineData("origins", "content.example", "Enter origins")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string field, string value, string said)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var fields = new Dictionary<string, string> { ["label"] = "Tableau", ["scopes"] = "all/read", ["until"] = "  ", ["origins"] = "https://one.example", [field] = value };
        var day = fields["until"].Split(' ');
        (fields["until-day"], fields["until-month"], fields["until-year"]) = (day[0], day[1], day[2]);

        var answer = await visitor.Send("/credentials/new", "/credentials/new", [.. fields.Select(pair => (pair.Key, pair.Value))]);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, page);
        Assert.Contains($"id=\"{field}-error\"", page);
        Assert.Contains($"<a href=\"#{field}\">", page);
        Assert.Contains($" id=\"{field}\"", page);
        Assert.Contains("<title>Error: ", page);
        Assert.True(field is "label" || page.Contains("value=\"Tableau\"", StringComparison.Ordinal));
        Assert.True(field is "scopes" || Checked().IsMatch(page));
        Assert.Single((await lrs.Get("/api/credentials")).EnumerateArray());
    }

    [Theory]
    [InlineData("author")]
    [InlineData("learner")]
    public async Task They_are_shut_for_everybody_else(string role)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        await lrs.AddLogin("ada@example.org", "Ada", role, "correct horse battery");
        using var visitor = new Visitor(lrs);
        await visitor.SignIn("ada@example.org", "correct horse battery");

        foreach (var path in new[] { "/credentials", "/credentials/new", $"/credentials/{TestLrs.Key}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send("/connect", $"/credentials/{TestLrs.Key}/revoke")).StatusCode);
        Assert.DoesNotContain("href=\"/credentials\"", await visitor.Read("/connect"));
        Assert.Equal(HttpStatusCode.OK, await lrs.Http.Status("/api/courses"));
    }

    [Fact]
    public async Task Their_forms_need_the_token_of_the_page()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();

        foreach (var path in new[] { "/credentials/new", $"/credentials/{TestLrs.Key}/rotate", $"/credentials/{TestLrs.Key}/revoke" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post(path, ("label", "x"), ("scopes", "all"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await lrs.Http.Status("/api/courses"));
        Assert.Single((await lrs.Get("/api/credentials")).EnumerateArray());
    }

    private static (string Key, string Secret) Pair(string page)
    {
        var found = Codes().Matches(page);
        Assert.True(found.Count >= 2, page);
        return (found[0].Groups[1].Value, found[1].Groups[1].Value);
    }

    [GeneratedRegex("<dd[^>]*><code>([^<]+)</code></dd>")]
    private static partial Regex Codes();

    [GeneratedRegex("""value="all/read" checked""")]
    private static partial Regex Checked();
}
