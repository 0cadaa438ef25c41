using System.Text.RegularExpressions;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed partial class HostileRequests
{
    private static readonly string[] Attempts =
    [
        "Pupils?$filter=Name eq '''; DROP TABLE pupil; --'",
        "Pupils?$filter=Name eq 'zzz'' OR 1=1 --'",
        "Pupils?$filter=contains(Name,'%25')&$orderby=Name",
        "Pupils?$filter=Name in ('zzz''),(''','zzz')",
        "Pupils?$filter=contains(Name,'zzz\\''%3B--')",
        "Words('zzz''%20OR%20''1''=''1')",
        "Words(@a)?@a='zzz'' UNION SELECT 1,2 --'",
        "Words/zzz'%20OR%20''='",
        "Pupils?$filter=Name eq 'zzz' or Name eq '@tenant'",
        "Pupils?$filter=Marks/any(zzz:zzz/Id eq -77) or Name eq 'zzz{t}'",
    ];

    [Fact]
    public void Leave_no_trace_in_the_text_of_a_query()
    {
        foreach (var url in Attempts)
        {
            var query = Sample.Query(url);
            foreach (var dialect in new[] { SqlDialect.Sqlite, SqlDialect.Postgres })
            {
                Assert.Matches(OnlyOurs(), query.ToSql(dialect).Text);
                Assert.DoesNotContain("zzz", query.ToSql(dialect).Text);
                Assert.Matches(OnlyOurs(), query.CountSql(dialect).Text);
            }
        }
    }

    [Fact]
    public void Find_what_they_name_and_nothing_else()
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                foreach (var url in Attempts.Where(a => a.Contains("zzz")))
                {
                    Assert.Equal("", database.Ids(url));
                }

                Assert.Equal(4, database.Ids("Pupils?$select=Kind").Split(' ').Length);
                Assert.Equal("2", database.Ids("Marks?$filter=Pupil/Name eq Test/Title&$select=Id"));
            }
        }
    }

    [Theory]
    [InlineData("Pupils?$filter=Name eq 'other'")]
    [InlineData("Pupils?$filter=Marks/any(m:m/Id eq 99)")]
    [InlineData("Marks?$filter=Pupil/Name eq 'other' or Test/Title eq 'other' or Id eq 99")]
    [InlineData("Marks(99)")]
    [InlineData("Marks(99)/Test")]
    [InlineData("Pupils(00000000-0000-0000-0000-000000000099)")]
    [InlineData("Pupils(00000000-0000-0000-0000-000000000001)/Marks(99)")]
    [InlineData("Tests?$filter=Marks/$count($filter=Id eq 99) gt 0")]
    public void See_no_row_of_another_tenant(string url)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                Assert.Equal("", database.Ids(url));
            }
        }
    }

    // A query of ours has no literal but our own constants, no comment, no second statement.
    [GeneratedRegex(@"^SELECT (?!.*(--|;|/\*|''))[\w\s.,@()=<>|'+*/%-]+$")]
    private static partial Regex OnlyOurs();
}
