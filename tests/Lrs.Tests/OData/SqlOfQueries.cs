using System.Text;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class SqlOfQueries
{
    private static readonly string[] Urls =
    [
        "Marks",
        "Marks?$select=Id,Score&$top=5&$skip=10&$count=true",
        "Marks(5)",
        "Marks/5",
        "Marks(5)/Pupil",
        "Marks(5)/Score",
        "Marks/$count?$filter=Score gt 0.5",
        "Pupils(6f9619ff-8b86-d011-b42d-00cf4fc964ff)/Marks?$orderby=Score desc",
        "Pupils(6f9619ff-8b86-d011-b42d-00cf4fc964ff)/Marks/$count",
        "Words('http%3A%2F%2Fx%2Fy')",
        "Words('http://x/y')/Text",
        "Words(@w)?@w='http://x/y'",
        "Marks?$filter=PupilId eq '6f9619ff-8b86-d011-b42d-00cf4fc964ff'",
        "Marks?$filter=Pupil/Name eq 'Ann' and Pupil/Id ne null",
        "Marks?$filter=Pupil/Name eq Test/Title",
        "Marks?$filter=Pupil eq null",
        "Marks?$filter=Score eq null or null ne Took",
        "Marks?$filter=Score ne 0.5",
        "Marks?$filter=not (Score gt 0.5 and Passed)",
        "Marks?$filter=not contains(Pupil/Name,'x')",
        "Marks?$filter=TestId in (1,2,3)",
        "Marks?$filter=Score in (1,null)",
        "Marks?$filter=not (Score in (1,2))",
        "Marks?$filter=TestId in ()",
        "Pupils?$filter=startswith(Name,'50%25_\\') or endswith(Name,'z') or contains(Name,Kind)",
        "Pupils?$filter=Marks/any(m:m/Score gt 0.5 and m/Test/Title eq Name)",
        "Pupils?$filter=Marks/all(m:m/Passed)",
        "Pupils?$filter=Marks/any()",
        "Pupils?$filter=Marks/$count gt 3 and Marks/$count($filter=Passed) eq 0",
        "Tests?$filter=Marks/any(m:m/Pupil/Marks/any(n:n/TestId ne m/TestId))",
        "Marks?$filter=year(Given) eq 2026 and hour(Given) lt 12 and second(Given) eq 1 and date(Given) eq 2026-03-01",
        "Marks?$filter=Given ge 2026-01-01T00:00:00Z and Given lt now() sub duration'P1D'",
        "Marks?$filter=Given gt 2026-01-01",
        "Marks?$filter=Took gt 'PT1H' and totalseconds(Took) lt 5000",
        "Marks?$filter=Given add Took lt now() and now() sub Given gt duration'PT1M'",
        "Marks?$filter=Id mod 2 eq 1 and Id div 2 eq 3 and Id divby 2 eq 2.5 and Score mod 2 eq 1 and -Id lt 0",
        "Marks?$filter=round(Score mul 10) eq 5 and floor(Score) eq 0 and ceiling(Score) eq 1",
        "Pupils?$filter=concat(tolower(Name),trim(Kind)) eq 'x' and length(Name) gt 3 and indexof(Name,'a') eq 1",
        "Pupils?$filter=substring(Name,1,2) eq 'nn' and substring(Name,-2) eq 'nn'",
        "Marks?$filter=cast(Id,Edm.String) eq '5' and cast('5',Edm.Int32) eq TestId",
        "Marks?$filter=Id eq @p&@p=5",
        "Marks?$orderby=Score desc,Given,Pupil/Name",
        "Marks?$orderby=Score gt 1 desc,length(Pupil/Name)",
        "Marks?$filter=Percent gt 50",
        "Marks?FILTER=Id GT 3&TOP=2&custom=1&sap-language=EN",
        "Marks?$filter=(Passed eq true) eq (Score gt 1)",
        "Marks?$expand=Pupil&$select=Id",
        "Marks?$expand=Test($select=Title),Pupil($select=Name;$expand=Marks/$count)&$filter=Pupil/Kind eq 'staff'",
        "Pupils?$expand=Marks($filter=Score gt 0.1;$orderby=Score desc;$top=2;$skip=1;$count=true;$expand=Test)",
        "Tests(1)?$expand=*",
        "Marks?$apply=filter(Score gt 0.1)/groupby((TestId,Pupil/Kind),aggregate($count as N,Score with average as A,Took with School.median as M))&$filter=N gt 1&$orderby=A desc&$top=3",
        "Marks?$apply=aggregate(Score mul 2 with sum as S,PupilId with countdistinct as P)",
        "Marks?$apply=compute(year(Given) add 1 as Y)/groupby((Y),aggregate($count as N))",
        "Marks?$apply=concat(groupby((TestId),aggregate($count as N)),aggregate($count as N))",
        "Marks?$apply=groupby((TestId),topcount(2,Score)/aggregate(Score with sum as S))",
        "Marks?$apply=toppercent(50,Score)&$select=Id",
        "Pupils?$apply=groupby((Kind),aggregate(Marks/Score with average as A))",
        "Pupils?$search=a NOT \"b c\"&$select=Id",
        "Marks?$compute=Score mul 2 as D&$filter=D gt 1&$orderby=D&$select=D",
        "Marks?$filter=Score gt $root/Marks(8)/Score and case(Passed:1,true:0) eq 1&$select=Id",
        "Marks/$filter(Passed)/$count",
        "$crossjoin(Tests,Words)?$filter=Tests/Title eq Words/Text",
        "Marks?$deltatoken=eyJzaW5jZSI6IjEwIn0&$filter=Passed&$select=Id",
    ];

    [Fact]
    public void Are_as_approved_for_SQLite() => Approval.Check("Lrs.Tests/OData", "sql-sqlite.txt", Table(SqlDialect.Sqlite));

    [Fact]
    public void Are_as_approved_for_PostgreSQL() => Approval.Check("Lrs.Tests/OData", "sql-postgres.txt", Table(SqlDialect.Postgres));

    private static string Table(SqlDialect dialect)
    {
        var table = new StringBuilder();
        foreach (var url in Urls)
        {
            var query = Sample.Query(url);
            var sql = url.Contains("/$count?") || url.EndsWith("/$count") ? query.CountSql(dialect) : query.ToSql(dialect);
            table.Append(url).Append('\n').Append("  ").Append(sql.Text).Append('\n');
            table.Append("  ").AppendJoin(", ", sql.Parameters.Select(p => $"{p.Name}={Show(p.Value)}")).Append("\n\n");
        }

        return table.ToString();
    }

    private static string Show(object value) => value switch
    {
        byte[] bytes => "x" + Convert.ToHexString(bytes),
        DateTimeOffset time => time.ToString("O"),
        string text => $"'{text}'",
        _ => $"{value} ({value.GetType().Name})",
    };
}
