using System.Text;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class JsonOnPostgres
{
    [Theory]
    [InlineData("""{"a":"b"}""", "b")]
    [InlineData("""{"a":"b\u0000c\u0000\u0000d"}""", "bcd")]
    [InlineData("""{"a":"b\\u0000c"}""", """b\u0000c""")]
    [InlineData("""{"a":"b\\\u0000c"}""", """b\c""")]
    [InlineData("""{"a":"Zoë"}""", "Zoë")]
    public async Task A_body_becomes_jsonb_without_the_character_it_cannot_hold(string body, string a)
    {
        await using var fresh = await TestDatabase.Start(Dialect.Postgres);
        var database = await fresh.Open();

        var actual = await database.Read(
            TenantId.From(1),
            work => work.One("SELECT lrs_json(@body) ->> 'a'", row => row.Text(0), ("@body", Encoding.UTF8.GetBytes(body))),
            TestContext.Current.CancellationToken);

        Assert.Equal(a, actual);
    }
}
