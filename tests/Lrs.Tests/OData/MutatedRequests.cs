using System.Data.Common;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class MutatedRequests
{
    private static readonly string[] Seeds =
    [
        "Marks?$filter=Score ne 0.5 and not (Took gt duration'PT1H') or Given lt 2026-01-01T00:00:00Z&$orderby=Score desc,Given&$top=5&$skip=1&$count=true",
        "Marks?$filter=Pupil/Name eq 'Ann' and Test/Title in ('Law',null) and contains(Pupil/Name,'n')&$select=Id,Score&$expand=Pupil($select=Name),Test",
        "Pupils?$filter=Marks/any(m:m/Score gt 0.5 and m/Test/Title eq Name) and Marks/all(m:m/Passed) or Marks/$count($filter=Passed) ge 1",
        "Pupils?$filter=concat(tolower(Name),trim(Kind)) eq substring(Name,-2,1) and length(Name) gt indexof(Name,'a')&$expand=Marks($filter=Id gt 1;$orderby=Score;$top=2;$count=true)",
        "Marks?$filter=Given add Took lt now() sub duration'P1D' and (Id mul 2 sub 1) mod 3 eq -1 or Score divby 2 ge round(Score) div Id",
        "Marks?$filter=year(Given) eq 2026 and date(Given) le 2026-12-31 and time(Given) gt 10:00:00 and totalseconds(Took) lt 1e3 and cast(Id,Edm.String) ne '5'",
        "Marks(5)/Pupil/Marks(4)/Test?$select=Title,Id",
        "Words('http%3A%2F%2Fx')/Text/$value",
        "Marks/$count?$filter=Id eq @p&@p=5",
        "Marks?$apply=filter(Score gt 0.1)/groupby((TestId,Pupil/Name),aggregate($count as N,Score with average as A,Took with School.median as M))&$filter=N gt 1&$orderby=A desc&$top=3",
        "Marks?$apply=groupby((rollup($all,TestId,Passed)),aggregate(Id with max as I))&$compute=I mul 2 as D&$select=D,TestId",
        "Marks?$apply=concat(topcount(2,Score),groupby((TestId),topsum(5,Id)/aggregate(Id with sum as S)),aggregate(Took with sum as T))",
        "Pupils?$apply=search(a OR b)/groupby((Kind),aggregate(Marks/Score with average as A,Marks/$count as C))/orderby(A)/skip(0)/top(2)",
        "Marks?$compute=Score mul 2 as D,case(Passed:1,Score gt 0:0.5,true:null) as C&$filter=D gt C or C eq null&$orderby=D desc,Id&$select=D,C,Id",
        "Pupils?$search=ann NOT (b OR \"c d\")&$expand=Buddy($levels=2;$select=Name),Marks/$ref($filter=Id gt 1;$top=1)",
        "$crossjoin(Tests,Words)?$filter=Tests/Title eq Words/Text or Tests/Id gt 1&$expand=Words($select=Text)&$orderby=Tests/Id desc&$top=3",
        "Marks/$filter(Score gt 0.1 and Pupil/Name ne null)/$filter(@f)?@f=Test/Marks/$count($filter=Passed) ge 1&$select=Id",
        "Pupils?$filter=matchesPattern(Name,'^[A-Z]') or Marks/$filter(Passed)/any(m:m/Score gt $root/Marks(8)/Score) or isof(Born,Edm.Date)",
    ];

    private static readonly string[] Bits =
    [
        "'", "(", ")", "/", ",", "%27", "%25", "%00", "\"", "null", "true", "Id", "Name", "Score", "Took", "Given", "Passed", "Pupil/", "Marks/", "not ", " and ",
        " or ", " eq ", " ne ", " gt ", " add ", " sub ", " mul ", " div ", " mod ", "-", "1", "0", "0.5", "99999999999999999999", "9223372036854775807", "1e308", "INF",
        "NaN", "'x'", "duration'P1D'", "2026-01-01", "any(m:m/Id eq 1)", "$it/", "$filter=", "&", ";", "=", "@p", "[1]", "{}", " in (1,2)", " desc", "$apply=", "/identity", " as X", "rollup(", "$all", "$ref", "$search=a", "$levels=2", "$count", "\ud800", "é", "+",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Are_answered_alike_or_refused_and_never_break_anything(int seed)
    {
        var random = new Random(seed);
        var databases = SampleDatabase.Every().ToList();
        var answered = 0;
        for (var i = 0; i < 2000; i++)
        {
            var url = Seeds[random.Next(Seeds.Length)];
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                url = Mutate(url, random);
            }

            var answers = databases.Select(d => Ask(d, url)).OfType<string>().ToList();
            Assert.True(answers.Distinct().Count() <= 1, $"{url}\n{string.Join('\n', answers)}");
            answered += answers.Count > 0 ? 1 : 0;
        }

        databases.ForEach(d => d.Dispose());
        Assert.True(answered > 300, $"Only {answered} mutations were still requests.");
    }

    /// <summary>The answer; null when the request is refused or its values are out of range.</summary>
    private static string? Ask(SampleDatabase database, string url)
    {
        var outcome = Sample.Parse(url);
        if (outcome is ODataOutcome.Refused refused)
        {
            Assert.Contains(refused.Status, new[] { 400, 404, 501 });
            return null;
        }

        try
        {
            if (outcome is ODataOutcome.Query { Ask: var ask })
            {
                Assert.DoesNotMatch("--|;|/\\*", ask.ToSql(database.Dialect).Text);
            }

            if (outcome is ODataOutcome.Count count)
            {
                var text = "";
                database.Read(count.Ask.CountSql(database.Dialect), row => { text = row.GetInt64(0).ToString(); return false; });
                return text;
            }

            return outcome is ODataOutcome.Metadata or ODataOutcome.ServiceDocument ? null : Payloads.Of(database, url);
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentOutOfRangeException or InvalidCastException || (fault is DbException sql && (sql.SqlState?.StartsWith("22") == true || sql.Message.Contains("overflow"))))
        {
            // A value out of range, which only the rows can show.
            return null;
        }
        catch (Exception fault)
        {
            Assert.Fail($"{url}\n{fault}");
            throw;
        }
    }

    /// <summary>Words that may stand for each other, so that many mutations stay requests.</summary>
    private static readonly string[][] Alike =
    [
        [" eq ", " ne ", " gt ", " ge ", " lt ", " le "],
        [" add ", " sub ", " mul ", " div ", " divby ", " mod "],
        [" and ", " or "],
        ["Id ", "Score ", "TestId ", "Percent ", "-Id ", "0 ", "1e308 ", "9223372036854775807 ", "null ", "round(Score) ", "NaN ", "-INF ", "Test/Weight "],
        [" 1", " 0", " 0.5", " -1", " null", " 9223372036854775807", " 1e-300", " INF", " NaN", " Id", " Score"],
        ["Given ", "now() ", "2026-01-01T00:00:00Z ", "0001-01-01 ", "9999-12-31T23:59:59.9999999Z ", "null ", "mindatetime() ", "(Given add Took) "],
        ["Took ", "duration'P1D' ", "'PT0.000001S' ", "duration'-P9999999D' ", "null ", "(now() sub Given) ", "(Took mul 3) "],
        ["'Ann'", "''", "'%25_\\'", "Name", "null", "'''--'", "\"\\u00e9\"", "tolower('Ä')", "'😀'"],
        ["any(", "all("],
        ["topcount(", "bottomcount(", "topsum(", "bottomsum(", "toppercent(", "bottompercent("],
        [" with sum ", " with max ", " with min ", " with average ", " with countdistinct ", " with School.median "],
        ["rollup(", "rollup($all,", "("],
        ["groupby((TestId)", "groupby((Passed)", "groupby((Pupil/Kind)", "groupby((TestId,Passed)"],
        ["/orderby(", "/filter(", "/compute("],
        ["$top=2", "$top=0", "$skip=2", "$count=true", "$top=10000000"],
        ["$orderby=Score", "$orderby=Given desc", "$orderby=Id,Score", "$orderby=null", "$orderby=Score gt 1,Score"],
    ];

    private static string Mutate(string url, Random random)
    {
        var set = Alike[random.Next(Alike.Length)];
        if (set.Where(url.Contains).ToList() is { Count: > 0 } found && random.Next(8) > 0)
        {
            var word = found[random.Next(found.Count)];
            var place = url.IndexOf(word, random.Next(2) == 0 ? 0 : url.LastIndexOf(word));
            return string.Concat(url.AsSpan(0, place), set[random.Next(set.Length)], url.AsSpan(place + word.Length));
        }

        if (random.Next(4) > 0)
        {
            return url;
        }

        var at = random.Next(url.Length);
        var bit = Bits[random.Next(Bits.Length)];
        return random.Next(4) switch
        {
            0 => url.Insert(at, bit),
            1 => url.Remove(at, Math.Min(random.Next(1, 6), url.Length - at)) is { Length: > 0 } shorter ? shorter : url,
            2 => string.Concat(url.AsSpan(0, at), bit, url.AsSpan(Math.Min(at + bit.Length, url.Length))),
            _ => Seeds[random.Next(Seeds.Length)] is var other ? string.Concat(url.AsSpan(0, at), other.AsSpan(random.Next(other.Length))) : url,
        };
    }
}
