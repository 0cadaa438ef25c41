using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class SpacesOfForms
{
    [Theory]
    [InlineData("Marks?$filter=Passed+eq+true+and+Score+gt+0.1", "Marks?$filter=Passed%20eq%20true%20and%20Score%20gt%200.1")]
    [InlineData("Marks?%24filter=Id+in+(1,+2)&%24orderby=Given+desc&%24top=2", "Marks?$filter=Id in (1, 2)&$orderby=Given desc&$top=2")]
    [InlineData("Pupils?$filter=Name+eq+'Ann+B'", "Pupils?$filter=Name eq 'Ann B'")]
    [InlineData("Pupils?$filter=Name eq 'C%2B%2B'", "Pupils?$filter=Name eq 'C\u002B\u002B'", false)]
    [InlineData("Marks?$filter=Given lt 2026-01-01T00:00:00+01:00", "Marks?$filter=Given lt 2026-01-01T00:00:00%2B01:00")]
    [InlineData("Marks?$filter=Given lt 2026-01-01T00%3A00%3A00+01%3A00", "Marks?$filter=Given lt 2026-01-01T00:00:00%2B01:00")]
    [InlineData("Marks?$filter=Score lt 1e+2", "Marks?$filter=Score lt 1e%2B2")]
    [InlineData("Marks?$filter=Id gt +1", "Marks?$filter=Id gt %2B1")]
    [InlineData("Marks?$compute=Id+add+1+as+N&$select=N", "Marks?$compute=Id add 1 as N&$select=N")]
    [InlineData("Marks?$apply=groupby((TestId),aggregate($count+as+N))", "Marks?$apply=groupby((TestId),aggregate($count as N))")]
    public void Are_spaces_but_for_signs(string written, string meant, bool same = true)
    {
        Assert.Equal(same, Asked(written) == Asked(meant));
    }

    private static string Asked(string url)
    {
        var sql = Sample.Query(url).ToSql(SqlDialect.Sqlite);
        return sql.Text + string.Join('|', sql.Parameters);
    }
}
