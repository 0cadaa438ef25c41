using Xunit;

namespace Lrs.Tests.OData;

public sealed class AnswersOfQueries
{
    [Theory]
    // Equality and null.
    [InlineData("Score eq 0.5", "1 4 10")]
    [InlineData("Score ne 0.5", "2 3 5 6 7 8 9 11 12")]
    [InlineData("not (Score eq 0.5)", "2 3 5 6 7 8 9 11 12")]
    [InlineData("Score eq null", "3 6 11")]
    [InlineData("Score ne null and Score lt 0", "9")]
    [InlineData("Score gt null", "")]
    [InlineData("null eq null and Id eq 1", "1")]
    [InlineData("not (Score gt 0.2)", "3 5 6 9 11")]
    [InlineData("not Passed", "4 5 8")]
    [InlineData("Passed ne true", "3 4 5 6 8 9")]
    [InlineData("Passed eq false or Passed eq null", "3 4 5 6 8 9")]
    [InlineData("not (Passed and Score gt 0.2)", "4 5 6 8 9 3 11")]
    [InlineData("(Score gt 0.2) eq false", "3 5 6 9 11")]
    [InlineData("Score eq Percent", "3 6 11")]
    [InlineData("null", "")]
    [InlineData("not (Score gt null) and Id lt 3", "1 2")]
    [InlineData("null in (1,null) and Id eq 1", "1")]
    [InlineData("Score ne NaN and Id lt 4", "1 2 3")]
    [InlineData("Score gt NaN or Score in (NaN) or round(NaN) eq 1", "")]
    [InlineData("Score lt INF and Id lt 4", "1 2")]
    [InlineData("true and Id lt 3", "1 2")]
    // Lists.
    [InlineData("Id in (1,3,77)", "1 3")]
    [InlineData("Score in (1,null)", "3 6 7 11")]
    [InlineData("not (Score in (0.5,1))", "2 3 5 6 8 9 11 12")]
    [InlineData("Id in [4,5]", "4 5")]
    [InlineData("Id in ()", "")]
    [InlineData("Given in (2026-02-01T00:00:00Z)", "4 5")]
    [InlineData("Took in (duration'PT5S','PT1H')", "2 9 10 11")]
    [InlineData("PupilId in ('00000000-0000-0000-0000-000000000003')", "5")]
    // Numbers.
    [InlineData("Id mod 5 eq 0", "5 10")]
    [InlineData("Id div 5 eq 2", "10 11 12")]
    [InlineData("Id divby 8 eq 1.5", "12")]
    [InlineData("Id div 0 eq 1", "")]
    [InlineData("Id div (Id sub Id) eq null and Id lt 3", "1 2")]
    [InlineData("-Id lt -10", "11 12")]
    [InlineData("Id mul 2 add 1 eq 7", "3")]
    [InlineData("Score mul 10 mod 2 eq 1", "1 4 5 10")]
    [InlineData("round(Score) eq 1", "1 2 4 7 10 12")]
    [InlineData("round(Score) eq -1", "9")]
    [InlineData("floor(Score) eq -1", "9")]
    [InlineData("ceiling(Score) eq 0", "9")]
    [InlineData("Percent eq 50", "1 4 10")]
    [InlineData("Test/Weight gt 2.4", "7 8 9 10 12")]
    [InlineData("Test/Weight lt INF and Id lt 3", "1")]
    [InlineData("cast(Score,Edm.Int32) eq 1", "7")]
    [InlineData("cast(Id,Edm.String) eq '12'", "12")]
    [InlineData("Id eq '7'", "7")]
    // Times.
    [InlineData("Given lt 2026-01-01T01:00:00%2B01:00", "7 8")]
    [InlineData("Given lt 2026-01-01T01:00:00+01:00", "7 8")]
    [InlineData("Given ge 2026-03-01", "9 10 11 12")]
    [InlineData("date(Given) eq 2026-01-02", "3")]
    [InlineData("year(Given) eq 1969 and month(Given) eq 12 and day(Given) eq 31", "8")]
    [InlineData("hour(Given) eq 23 and minute(Given) eq 59 and second(Given) eq 58", "8")]
    [InlineData("fractionalseconds(Given) eq 0.5", "8")]
    [InlineData("fractionalseconds(Given) eq 0.75 and second(Given) eq 30", "2")]
    [InlineData("second(Given) eq 59", "3")]
    [InlineData("time(Given) eq 11:30:00", "10")]
    [InlineData("time(Given) gt 23:59:59", "3")]
    [InlineData("hour(time(Given)) eq 10", "2")]
    [InlineData("Given gt now() sub duration'PT45M' and Given le now()", "10 11")]
    [InlineData("now() sub Given eq duration'PT1H'", "9")]
    [InlineData("Given add Took eq 2026-01-01T00:01:00Z", "1")]
    [InlineData("totaloffsetminutes(Given) eq 0 and Id lt 3", "1 2")]
    [InlineData("Given eq mindatetime() or Given gt maxdatetime()", "")]
    // Durations.
    [InlineData("Took ge duration'PT1H'", "2 5 8")]
    [InlineData("Took ge 'PT1H'", "2 5 8")]
    [InlineData("totalseconds(Took) eq 90061.5", "5")]
    [InlineData("Took eq 'P1DT1H1M1.5S'", "5")]
    [InlineData("Took lt 'PT0S'", "7")]
    [InlineData("-Took eq 'PT1S'", "7")]
    [InlineData("Took mul 2 eq duration'PT10S'", "9 10 11")]
    [InlineData("Took div 2 eq duration'PT30M'", "2")]
    [InlineData("Took add Took eq duration'PT4H'", "8")]
    // Navigation.
    [InlineData("Pupil/Name eq 'Ann'", "1 2 10 11")]
    [InlineData("Pupil/Name eq Test/Title", "2")]
    [InlineData("Pupil/Name eq null", "5 6 7")]
    [InlineData("Pupil eq null", "6 7")]
    [InlineData("null ne Pupil and Id gt 10", "11 12")]
    [InlineData("$it/Pupil/Kind eq 'officer' and Test/Title eq 'Law'", "3 5")]
    [InlineData("Pupil/Id eq 00000000-0000-0000-0000-000000000004", "8 9")]
    [InlineData("Test/Marks/$count eq 2", "2 4")]
    [InlineData("Test/Marks/any(m:m/Id eq 12)", "7 8 9 10 12")]
    [InlineData("Pupil/Marks/all(m:m/Passed)", "1 2 6 7 10 11")]
    // Types, cases, collections and other rows.
    [InlineData("case(Passed:1,Score gt 0.3:2,true:3) eq 3", "3 5 6 8 9")]
    [InlineData("case(Score gt 0.6:'good') eq null", "1 3 4 5 6 8 9 10 11")]
    [InlineData("isof(Score,Edm.Decimal)", "1 2 4 5 7 8 9 10 12")]
    [InlineData("isof(Score,Edm.Int32) or isof(School.Pupil)", "")]
    [InlineData("isof(School.Mark) and Id lt 3", "1 2")]
    [InlineData("hassubset([4,1,3],[3,1]) and hassubsequence([4,1,3,1],[4,3,1]) and not hassubset([1],[1,1]) and Id eq 1", "1")]
    [InlineData("contains([1,2,3],[2,3]) and indexof(['a','b'],['b']) eq 1 and length([1,2]) eq 2 and startswith(@l,[1]) and Id eq 1&@l=[1,2]", "1")]
    [InlineData("Score gt $root/Marks(8)/Score and Id lt 5", "1 2 4")]
    [InlineData("Test/Title eq $root/Marks(10)/Test/Title", "7 8 9 10 12")]
    [InlineData("$root/Pupils/$count eq 4 and $root/Marks/$count($filter=Passed) eq 6 and Id eq 1", "1")]
    [InlineData("School.Mark/Id eq 3", "3")]
    public void To_filters_are_right(string filter, string ids)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                Assert.Equal(Sorted(ids), Sorted(database.Ids($"Marks?$filter={filter}&$select=Id")));
            }
        }
    }

    [Theory]
    [InlineData("contains(Name,'50%25_')", "2")]
    [InlineData("contains(Name,'5_%25')", "")]
    [InlineData("startswith(Name,'Bob')", "2")]
    [InlineData("startswith(Name,'bob')", "")]
    [InlineData("endswith(Name,'off\\')", "2")]
    [InlineData("endswith(Name,'')", "1 2 4")]
    [InlineData("not contains(Name,'n')", "2 3 4")]
    [InlineData("contains(Name,'''')", "4")]
    [InlineData("contains(tolower(Name),tolower('ANN'))", "1")]
    [InlineData("tolower(trim(Name)) eq 'ä''quote'", "4")]
    [InlineData("toupper(Name) eq 'ANN'", "1")]
    [InlineData("length(Name) eq 3", "1")]
    [InlineData("indexof(Name,'n') eq 1", "1")]
    [InlineData("indexof(Name,'zz') eq -1", "1 2 4")]
    [InlineData("substring(Name,1) eq 'nn'", "1")]
    [InlineData("substring(Name,1,1) eq 'n'", "1")]
    [InlineData("substring(Name,-2,1) eq 'n'", "1")]
    [InlineData("substring(Name,-99) eq 'Ann'", "1")]
    [InlineData("substring(Name,1,-1) eq ''", "1 2 4")]
    [InlineData("concat(concat(Name,'-'),Kind) eq 'Ann-staff'", "1")]
    [InlineData("Name gt 'B'", "2")]
    [InlineData("contains(Name,Name)", "1 2 4")]
    [InlineData("startswith(Name,substring(Name,0,1))", "1 2 4")]
    [InlineData("Born eq 2000-02-29 and month(Born) eq 2", "4")]
    [InlineData("Born add duration'P1D' eq 2000-01-01", "2")]
    [InlineData("Born sub 1999-12-30 eq duration'P1D'", "2")]
    [InlineData("Born ge 2000-01-01T00:00:00Z", "1 4")]
    [InlineData("cast(Id,Edm.String) eq '00000000-0000-0000-0000-000000000003'", "3")]
    [InlineData("Marks/any()", "1 2 3 4")]
    [InlineData("matchesPattern(Name,'^[A-C]')", "1 2")]
    [InlineData("matchesPattern(Name,'%25e24')", "")]
    [InlineData("Buddy/Buddy/Name eq 'Ann'", "3")]
    [InlineData("@b/Name eq 'Ann'&@b=Buddy", "2")]
    [InlineData("Marks/any(m:m/Score gt 0.6)", "1 2")]
    [InlineData("not Marks/any(m:m/Score gt 0.6)", "3 4")]
    [InlineData("Marks/all(m:m/Passed)", "1")]
    [InlineData("Marks/all(m:m/Score gt 0)", "3")]
    [InlineData("Marks/any(m:m/Test/Title eq Name)", "1")]
    [InlineData("Marks/any(m:m/Test/Marks/any(n:n/PupilId ne m/PupilId and n/Score eq m/Score))", "1 2")]
    [InlineData("Marks/$count gt 2", "1 2")]
    [InlineData("Marks/$count($filter=Passed) eq 0", "3 4")]
    [InlineData("Name eq @n&@n='Ann'", "1")]
    [InlineData("Name in @n&@n=('Ann','x')", "1")]
    [InlineData("Name eq @nothing", "3")]
    [InlineData("Id eq guid'00000000-0000-0000-0000-000000000003'", "3")]
    public void To_filters_on_text_and_collections_are_right(string filter, string pupils)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var found = new List<string>();
                database.Read(Sample.Query($"Pupils?$filter={filter}&$select=Id").ToSql(database.Dialect), row => { found.Add(row.GetGuid(0).ToString()); return true; });
                Assert.Equal(pupils.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => SampleData.PupilId(int.Parse(n))), found);
            }
        }
    }

    [Theory]
    [InlineData("$orderby=Id desc&$top=3", "12 11 10")]
    [InlineData("$orderby=Score,Id", "3 6 11 9 5 8 1 4 10 12 2 7")]
    [InlineData("$orderby=Score desc,Id", "7 2 12 1 4 10 8 5 9 3 6 11")]
    [InlineData("$orderby=Score desc", "7 2 12 1 4 10 8 5 9 3 6 11")]
    [InlineData("", "8 7 1 2 3 4 5 6 9 10 11 12")]
    [InlineData("$skip=10", "11 12")]
    [InlineData("$top=0", "")]
    [InlineData("$orderby=Pupil/Name desc,Score gt 0.4 desc,Id&$top=5&$filter=PupilId ne null and Pupil/Kind eq 'staff'&$skip=1", "2 10 11 8 9")]
    [InlineData("$orderby=null gt 1,1 in (),null in (null),Id desc&$top=2", "12 11")]
    [InlineData("$orderby=true,Passed,Id", "3 6 9 4 5 8 1 2 7 10 11 12")]
    [InlineData("$orderby=Pupil/Marks/$count,Id&$top=3", "6 7 5")]
    public void Come_in_order(string options, string ids)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                Assert.Equal(ids, database.Ids($"Marks?{options}&$select=Id"));
            }
        }
    }

    [Theory]
    [InlineData("Marks(5)?$select=Id", "5")]
    [InlineData("Marks(Id=5)?$select=Id", "5")]
    [InlineData("Marks/5?$select=Id", "5")]
    [InlineData("Marks(99)?$select=Id", "")]
    [InlineData("Marks(2)/Test/Marks?$select=Id&$orderby=Id", "2 4")]
    [InlineData("Marks(2)/Test/Marks(4)/Id", "4")]
    [InlineData("Tests(3)/Marks(4)/Id", "")]
    [InlineData("Marks(3)/Test/Title", "Law")]
    [InlineData("Tests(99)/Marks?$select=Id", "")]
    [InlineData("Words('http%3A%2F%2Fx%2F%27%27z%27%27')?$select=Iri", "http://x/'z'")]
    [InlineData("Words('http://x/y')/Text/$value", "y")]
    [InlineData("Words(@i)/Text?@i='http://x/y'", "y")]
    [InlineData("$entity?$id=Marks(5)&$select=Id", "5")]
    [InlineData("$entity/School.Mark?$id=Marks(5)&$select=Id", "5")]
    [InlineData("Marks/School.Mark(5)/School.Mark?$select=Id", "5")]
    [InlineData("Marks(5)/Test/$ref", "1")]
    [InlineData("Marks/$filter(Test/Title eq 'Law' and Id gt 10)?$select=Id", "11")]
    public void To_paths_are_right(string url, string values)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                Assert.Equal(values, database.Ids(url));
            }
        }
    }

    private static string Sorted(string ids) => string.Join(' ', ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order());
}
