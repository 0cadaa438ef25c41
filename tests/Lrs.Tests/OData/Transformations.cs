using System.Text.Json;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class Transformations
{
    [Theory]
    // aggregate.
    [InlineData("aggregate($count as N)", """[{"N":12}]""")]
    [InlineData("aggregate(Score with sum as S,Score with min as Mi,Score with max as Ma,Score with average as A)", """[{"S":4.016666666667,"Mi":-0.5,"Ma":1,"A":0.446296296296}]""")]
    [InlineData("aggregate(Score mul 2 with sum as S,Id with sum as I,TestId with countdistinct as T)", """[{"S":8.033333333333,"I":78,"T":3}]""")]
    [InlineData("aggregate(Took with sum as S,Took with average as A,Took with max as M,Given with max as G)", """[{"S":"P1DT4H2M15.500001S","A":"PT2H48M13.55S","M":"P1DT1H1M1.5S","G":"2026-03-01T12:30:00Z"}]""")]
    [InlineData("aggregate(Took with School.median as M,Score with School.median as S,Id with School.median as I)", """[{"M":"PT5S","S":0.5,"I":6.5}]""")]
    [InlineData("filter(Id gt 99)/aggregate($count as N,Score with sum as S,Score with School.median as M)", """[{"N":0,"S":null,"M":null}]""")]
    [InlineData("aggregate(Pupil/Name with countdistinct as N,Pupil/Born with min as B)", """[{"N":3,"B":"1999-12-31"}]""")]
    // groupby.
    [InlineData("groupby((TestId))", """[{"TestId":1},{"TestId":2},{"TestId":3}]""")]
    [InlineData("groupby((TestId),aggregate($count as N,Score with max as Score))", """[{"TestId":1,"N":5,"Score":0.5},{"TestId":2,"N":2,"Score":0.8333},{"TestId":3,"N":5,"Score":1}]""")]
    [InlineData("groupby((Pupil/Kind,Pupil/Name),aggregate($count as N))/filter(N gt 1)", """[{"Pupil":{"Kind":null,"Name":null},"N":2},{"Pupil":{"Kind":"officer","Name":"Bob 50%_off\\"},"N":3},{"Pupil":{"Kind":"staff","Name":"  Ä'Quote "},"N":2},{"Pupil":{"Kind":"staff","Name":"Ann"},"N":4}]""")]
    [InlineData("compute(year(Given) as Y)/groupby((Y),aggregate($count as N))/orderby(N desc)/top(1)", """[{"Y":2026,"N":10}]""")]
    [InlineData("groupby((TestId),filter(Passed)/aggregate($count as N))", """[{"TestId":1,"N":2},{"TestId":2,"N":1},{"TestId":3,"N":3}]""")]
    [InlineData("groupby((TestId),topcount(1,Id)/aggregate(Id with max as I))", """[{"TestId":1,"I":11},{"TestId":2,"I":4},{"TestId":3,"I":12}]""")]
    [InlineData("groupby((TestId,Passed),aggregate($count as N))/groupby((TestId),aggregate(N with max as M))", """[{"TestId":1,"M":2},{"TestId":2,"M":1},{"TestId":3,"M":3}]""")]
    [InlineData("groupby((TestId),groupby((Passed),aggregate($count as N))/aggregate(N with sum as S))", """[{"TestId":1,"S":5},{"TestId":2,"S":2},{"TestId":3,"S":5}]""")]
    [InlineData("groupby((rollup($all,TestId)),aggregate($count as N))", """[{"TestId":1,"N":5},{"TestId":2,"N":2},{"TestId":3,"N":5},{"N":12}]""")]
    [InlineData("filter(TestId lt 3)/groupby((rollup(TestId,Passed)),aggregate($count as N))", """[{"TestId":1,"Passed":null,"N":2},{"TestId":1,"Passed":false,"N":1},{"TestId":1,"Passed":true,"N":2},{"TestId":2,"Passed":false,"N":1},{"TestId":2,"Passed":true,"N":1},{"TestId":1,"N":5},{"TestId":2,"N":2}]""")]
    // The sequence of UI5 for totals.
    [InlineData("concat(groupby((TestId,Passed))/aggregate($count as leaves),aggregate(Id with max as Id),groupby((TestId),aggregate(Id with max as Id))/concat(aggregate($count as count),top(2)))", """[{"leaves":8},{"Id":12},{"count":3},{"Id":11,"TestId":1},{"Id":4,"TestId":2}]""")]
    // What is largest.
    [InlineData("topcount(2,Score)/compute(Id add 0 as I)/groupby((I))", """[{"I":2},{"I":7}]""")]
    [InlineData("bottomcount(2,Id)/aggregate(Id with sum as S)", """[{"S":3}]""")]
    [InlineData("filter(Id le 4)/topsum(5,Id)/aggregate(Id with min as I)", """[{"I":3}]""")]
    [InlineData("filter(Id le 4)/toppercent(40,Id)/aggregate(Id with min as I)", """[{"I":4}]""")]
    [InlineData("filter(Id le 4)/bottompercent(30,Id)/aggregate(Id with max as I)", """[{"I":2}]""")]
    [InlineData("filter(Id le 4)/bottomsum(4,Id)/aggregate(Id with max as I)", """[{"I":3}]""")]
    [InlineData("groupby((TestId),topsum(11,Id)/aggregate(Id with min as I))", """[{"TestId":1,"I":11},{"TestId":2,"I":2},{"TestId":3,"I":12}]""")]
    // The rest.
    [InlineData("identity/orderby(Id desc)/skip(2)/top(2)/aggregate(Id with sum as S)", """[{"S":19}]""")]
    [InlineData("top(3)/filter(Id ge 7)/aggregate($count as N)", """[{"N":2}]""")]
    [InlineData("groupby((TestId),orderby(Id)/skip(1)/top(1)/aggregate(Id with max as I))", """[{"TestId":1,"I":3},{"TestId":2,"I":4},{"TestId":3,"I":8}]""")]
    [InlineData("aggregate(case(Passed:1,true:0) with average as Rate)", """[{"Rate":0.5}]""")]
    public void Give_what_the_specification_says(string apply, string rows) => Same($"Marks?$apply={apply}", rows);

    [Theory]
    [InlineData("Pupils?$apply=search(ann OR bob)/aggregate($count as N)", """[{"N":2}]""")]
    [InlineData("Pupils?$apply=groupby((Kind),aggregate(Marks/$count as M,Marks/Score with sum as S,Marks/Score with average as A,Marks/Took with max as T))", """[{"Kind":"officer","M":4,"S":1.433333333333,"A":0.477777777778,"T":"P1DT1H1M1.5S"},{"Kind":"staff","M":6,"S":1.583333333333,"A":0.316666666667,"T":"PT2H"}]""")]
    [InlineData("Marks?$apply=groupby((TestId),aggregate($count as N))&$filter=N gt 2&$orderby=TestId desc&$top=1&$count=true", """[{"TestId":3,"N":5}]""")]
    [InlineData("Marks?$apply=groupby((Pupil/Name,Pupil/Kind))&$select=Pupil($select=Kind)&$orderby=Pupil/Kind desc&$top=1", """[{"Pupil":{"Kind":"staff"}}]""")]
    [InlineData("Marks?$apply=groupby((Pupil/Name,TestId))&$select=Pupil/Name&$filter=Pupil/Name eq 'Ann' and TestId eq 1", """[{"Pupil":{"Name":"Ann"}}]""")]
    [InlineData("Marks?$apply=groupby((TestId),aggregate($count as N))&$compute=N mul 2 as D&$select=D&$orderby=D desc", """[{"D":10},{"D":10},{"D":4}]""")]
    [InlineData("Marks?$apply=filter(Id le 2)/expand(Test,filter(Id eq 1))&$select=Id", null)]
    [InlineData("Tests?$apply=filter(Id eq 2)/expand(Marks,filter(Id gt 2))&$select=Id", """[{"Id":2,"Marks":[{"Id":4,"PupilId":"00000000-0000-0000-0000-000000000002","TestId":2,"Given":"2026-02-01T00:00:00Z","Score":0.5,"Took":"PT0.000001S","Passed":false,"Percent":50}]}]""")]
    [InlineData("Marks?$apply=topcount(1,Id)&$select=Id&$expand=Test($select=Title)", """[{"Id":12,"Test":{"Title":"Driving"}}]""")]
    [InlineData("Tests(1)/Marks?$apply=aggregate(Id with sum as S)", """[{"S":26}]""")]
    [InlineData("Pupils?$compute=length(Name) as L&$filter=L gt 5&$select=L&$orderby=L", """[{"L":10},{"L":12}]""")]
    [InlineData("Marks?$compute=time(Given) as T,date(Given) as D,null as X,Score as Y&$select=T,D,X,Y&$top=1&$orderby=Id", """[{"T":"00:00:00.000000","D":"2026-01-01","X":null,"Y":0.5}]""")]
    [InlineData("Tests?$select=Id&$filter=Id lt 3&$expand=Marks($compute=Id mul 2 as D;$select=D;$filter=D gt 4;$orderby=D desc)", """[{"Id":1,"Marks":[{"D":22},{"D":12},{"D":10},{"D":6}]},{"Id":2,"Marks":[{"D":8}]}]""")]
    [InlineData("Pupils?$select=Name&$filter=Name ne null&$expand=Buddy($select=Kind;$levels=max)&$orderby=BuddyId desc&$top=1", """[{"Name":"  Ä'Quote ","Buddy":{"Kind":"officer","Buddy":{"Kind":"officer","Buddy":{"Kind":"staff","Buddy":null}}}}]""")]
    [InlineData("Pupils?$select=Name&$expand=Marks/$ref($filter=Id lt 3;$orderby=Id desc)&$orderby=Id&$top=1", """[{"Name":"Ann","Marks":[{"@odata.id":"http://reports.example/odata/Marks(2)"},{"@odata.id":"http://reports.example/odata/Marks(1)"}]}]""")]
    [InlineData("Tests?$select=Id&$expand=Marks/$count($search=x)&$top=1", null)]
    [InlineData("Marks?$select=Id&$expand=Pupil/$ref&$filter=Id in (1,6)&$orderby=Id", """[{"Id":1,"Pupil":{"@odata.id":"http://reports.example/odata/Pupils(00000000-0000-0000-0000-000000000001)"}},{"Id":6,"Pupil":null}]""")]
    [InlineData("Tests/$ref?$top=2&$orderby=Id desc", """[{"@odata.id":"http://reports.example/odata/Tests(4)"},{"@odata.id":"http://reports.example/odata/Tests(3)"}]""")]
    [InlineData("$crossjoin(Tests,Words)?$filter=Tests/Title eq 'Law' and Words/Text ne null&$expand=Words($select=Text)", """[{"Words":{"Text":"y"},"Tests@odata.navigationLink":"http://reports.example/odata/Tests(1)"}]""")]
    [InlineData("Marks/$filter(Passed)/$filter(@f)?@f=Test/Title eq 'Law'&$select=Id&$orderby=Id", """[{"Id":1},{"Id":11}]""")]
    [InlineData("Pupils?$search=ÄNN OR \"50%25_off\" NOT 'x&$select=Kind", """[{"Kind":"officer"}]""")]
    [InlineData("Pupils?$filter=Marks/$filter(Passed)/$count ge 2 and Marks/$filter(Score gt 0.6)/any()&$select=Name", """[{"Name":"Ann"}]""")]
    [InlineData("Pupils?$expand=Buddy(@m=$this;$select=Name;$expand=Marks($filter=PupilId eq @m/Id and Id lt 3;$select=Id))&$select=Kind&$filter=Buddy/Name eq 'Ann'", """[{"Kind":"officer","Buddy":{"Name":"Ann","Marks":[{"Id":1},{"Id":2}]}}]""")]
    public void And_options_work_together(string url, string? rows)
    {
        if (rows is not null)
        {
            Same(url, rows);
        }
        else
        {
            Assert.IsType<ODataOutcome.Refused>(Sample.Parse(url));
        }
    }

    [Theory]
    [InlineData("Marks?$apply=groupby((PupilId,TestId),aggregate($count as N,Score with average as A))")]
    [InlineData("Marks?$apply=groupby((Pupil/Name),aggregate(Score with average as A))&$orderby=A desc")]
    [InlineData("Marks?$apply=groupby((rollup($all,TestId,Passed)),aggregate($count as N))")]
    [InlineData("Marks?$apply=concat(groupby((TestId)),aggregate($count as N),topcount(2,Score))")]
    [InlineData("Marks?$apply=orderby(Score desc)/top(7)&$select=Id")]
    [InlineData("Marks?$compute=Score mul 3 as T&$orderby=T desc&$select=Id,T")]
    [InlineData("$crossjoin(Tests,Words)?$orderby=Words/Text desc")]
    [InlineData("$crossjoin(Tests,Words)")]
    [InlineData("$all")]
    public void Page_to_the_end_like_one_answer(string url)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var whole = Rows(Payloads.Chain(database, url));
                for (var size = 1; size <= 4; size++)
                {
                    Assert.Equal(whole, Rows(Payloads.Chain(database, url, Sample.Context with { MaxPageSize = size })));
                }
            }
        }
    }

    private static void Same(string url, string rows)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var payload = JsonDocument.Parse(Payloads.Of(database, url, Payloads.Format with { Metadata = MetadataLevel.None })).RootElement.GetProperty("value");
                Assert.Equal(rows, payload.GetRawText());
            }
        }
    }

    private static List<string> Rows(List<JsonElement> pages) => [.. pages.SelectMany(p => p.GetProperty("value").EnumerateArray()).Select(r => r.GetRawText())];
}
