using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class RefusalsOfRequests
{
    [Theory]
    [InlineData("Nothing", 404, "resource.unknown", "Nothing")]
    [InlineData("Marks(1)/Nothing", 404, "resource.unknown", "Nothing")]
    [InlineData("Marks(1)/Score/More", 404, "resource.unknown", "More")]
    [InlineData("Marks('x')", 400, "key", "Marks('x')")]
    [InlineData("Marks(1,2)", 400, "key", "Marks(1,2)")]
    [InlineData("Marks()", 400, "key", "Marks()")]
    [InlineData("Marks(Nope=1)", 400, "key", "Marks(Nope=1)")]
    [InlineData("Marks(1", 400, "syntax", "Marks(1")]
    [InlineData("Marks/abc", 400, "key", "abc")]
    [InlineData("Words(@w)", 400, "key", "Words(@w)")]
    [InlineData("Marks?$bogus=1", 400, "option.unknown", "$bogus")]
    [InlineData("Marks?$inlinecount=allpages", 400, "option.unknown", "$inlinecount")]
    [InlineData("Marks?$top=1&top=2", 400, "option.twice", "$top")]
    [InlineData("Marks?$top=-1", 400, "option.value", "$top")]
    [InlineData("Marks?$top=x", 400, "option.value", "$top")]
    [InlineData("Marks?$top=99999999999999999999", 400, "option.value", "$top")]
    [InlineData("Marks?$skip=1.5", 400, "option.value", "$skip")]
    [InlineData("Marks?$count=maybe", 400, "option.value", "$count")]
    [InlineData("Marks?$select=Id,Nope", 400, "property.unknown", "$select")]
    [InlineData("Marks?$select=", 400, "property.unknown", "$select")]
    [InlineData("Marks?$orderby=Nope", 400, "property.unknown", "$orderby")]
    [InlineData("Marks?$orderby=Id up", 400, "syntax", "$orderby")]
    [InlineData("Marks?$orderby=Pupil", 400, "type", "$orderby")]
    [InlineData("Marks(1)?$filter=true", 400, "option.place", "$filter")]
    [InlineData("$metadata?$top=1", 400, "option.place", "$top")]
    [InlineData("Marks?$filter=Id", 400, "type", "$filter")]
    [InlineData("Marks?$filter=", 400, "syntax", "$filter")]
    [InlineData("Marks?$filter=Id eq", 400, "syntax", "$filter")]
    [InlineData("Marks?$filter=Id eq 1 1", 400, "syntax", "$filter")]
    [InlineData("Marks?$filter=(Id eq 1", 400, "syntax", "$filter")]
    [InlineData("Marks?$filter=Id eq 'x", 400, "syntax", "$filter")]
    [InlineData("Pupils?$filter=Name eq \"\\uD800\"", 400, "syntax", "$filter")]
    [InlineData("Pupils?$filter=Name eq \"\\u0000\"", 400, "syntax", "$filter")]
    [InlineData("Pupils?$filter=Name eq 'a%00'", 400, "syntax", null)]
    [InlineData("Words('a%00')", 400, "syntax", null)]
    [InlineData("Marks?$filter=Id eq 'x'", 400, "type", "$filter")]
    [InlineData("Marks?$filter=Given gt 5", 400, "type", "$filter")]
    [InlineData("Marks?$filter=Given gt 2026-13-01", 400, "literal", "$filter")]
    [InlineData("Marks?$filter=Took gt duration'P1Y'", 400, "literal", "$filter")]
    [InlineData("Marks?$filter=Passed add 1 eq 2", 400, "type", "$filter")]
    [InlineData("Marks?$filter=length(Id) eq 1", 400, "type", "$filter")]
    [InlineData("Marks?$filter=length() eq 1", 400, "function.arguments", "$filter")]
    [InlineData("Marks?$filter=foo(Id) eq 1", 400, "function.unknown", "$filter")]
    [InlineData("Marks?$filter=Pupil/Nope eq 1", 400, "property.unknown", "$filter")]
    [InlineData("Marks?$filter=Id/Nope eq 1", 400, "property.unknown", "$filter")]
    [InlineData("Pupils?$filter=Marks/Score eq 1", 400, "type", "$filter")]
    [InlineData("Pupils?$filter=Marks eq 1", 400, "type", "$filter")]
    [InlineData("Pupils?$filter=Marks/any(m:m/Marks)", 400, "property.unknown", "$filter")]
    [InlineData("Tests?$filter=Marks/any(m:m/Pupil/Marks/any(m:m/Passed))", 400, "name", "$filter")]
    [InlineData("Marks?$filter=Id eq @a&@a=@b&@b=@a", 400, "alias.cycle", "@b")]
    [InlineData("Marks?$filter=Id eq @a&@a=1 eq", 400, "syntax", "@a")]
    [InlineData("Marks?$filter=Outcome eq School.Outcome'Passed'", 400, "property.unknown", "$filter")]
    [InlineData("Marks?$filter=Id eq School.Outcome'Passed'", 400, "type.unknown", "$filter")]
    [InlineData("Marks?$filter=geo.distance(Id,Id) gt 1", 501, "unsupported", "$filter")]
    [InlineData("Pupils?$filter=matchesPattern(Name,'(?=a)')", 501, "unsupported", "$filter")]
    [InlineData("Pupils?$filter=matchesPattern(Name,'(')", 400, "pattern", "$filter")]
    [InlineData("Marks?$filter=$root/Tests/Id eq 1", 501, "unsupported", "$filter")]
    [InlineData("Marks?$filter=$root/Nope(1)/Id eq 1", 400, "property.unknown", "$filter")]
    [InlineData("Marks?$filter=Id eq {\"a\":1}", 501, "unsupported", "$filter")]
    [InlineData("Marks?$filter=Id has 1", 501, "unsupported", "$filter")]
    [InlineData("Marks?$apply=join(Test as T)", 501, "unsupported", "$apply")]
    [InlineData("Marks?$apply=nonsense(Score)", 400, "transformation.unknown", "$apply")]
    [InlineData("Marks?$apply=aggregate(Score with sum)", 400, "syntax", "$apply: aggregate")]
    [InlineData("Marks?$apply=aggregate(Score as S)", 400, "syntax", "$apply: aggregate")]
    [InlineData("Marks?$apply=aggregate(Score with mean as S)", 400, "method.unknown", "$apply: aggregate")]
    [InlineData("Marks?$apply=aggregate(Passed with sum as S)", 400, "type", "$apply: aggregate")]
    [InlineData("Marks?$apply=aggregate(Score with sum as S,Id with max as S)", 400, "name", "$apply")]
    [InlineData("Marks?$apply=groupby(TestId)", 400, "syntax", "$apply")]
    [InlineData("Marks?$apply=groupby((TestId,TestId))", 400, "name", "$apply")]
    [InlineData("Marks?$apply=groupby((Nope))", 400, "property.unknown", "$apply: groupby")]
    [InlineData("Marks?$apply=groupby((Pupil))", 400, "type", "$apply: groupby")]
    [InlineData("Marks?$apply=groupby((TestId))&$filter=Score gt 1", 400, "property.unknown", "$filter")]
    [InlineData("Marks?$apply=groupby((TestId))&$expand=Test", 400, "property.unknown", "$expand")]
    [InlineData("Marks?$apply=concat(identity)", 400, "syntax", "$apply")]
    [InlineData("Marks?$apply=topcount(-1,Score)", 400, "type", "$apply")]
    [InlineData("Marks?$apply=topsum(1,Pupil/Name)", 400, "type", "$apply")]
    [InlineData("Marks?$apply=filter(Score gt 1", 400, "syntax", "$apply")]
    [InlineData("Marks?$apply=filter", 400, "syntax", "$apply")]
    [InlineData("Marks?$compute=Score", 400, "syntax", "$compute")]
    [InlineData("Marks?$compute=Score mul 2 as Id", 400, "name", "$compute")]
    [InlineData("Marks?$compute=Score mul 2 as A,A mul 2 as A", 400, "name", "$compute")]
    [InlineData("Marks?$expand=Nope", 400, "property.unknown", "$expand")]
    [InlineData("Marks?$expand=Score", 400, "property.unknown", "$expand")]
    [InlineData("Marks?$expand=Pupil,Pupil", 400, "expand.twice", "$expand")]
    [InlineData("Marks?$expand=Pupil($select=Nope)", 400, "property.unknown", "$expand(Pupil)/$select")]
    [InlineData("Marks?$expand=Pupil($top=1)", 400, "option.place", "$expand(Pupil)/$top")]
    [InlineData("Pupils?$expand=Marks($filter=Nope eq 1)", 400, "property.unknown", "$expand(Marks)/$filter")]
    [InlineData("Pupils?$expand=Marks($nope=1)", 400, "option.unknown", "$expand(Marks)/$nope")]
    [InlineData("Pupils?$expand=Marks($levels=2)", 400, "option.place", "$expand(Marks)/$levels")]
    [InlineData("Pupils?$expand=Buddy($levels=0)", 400, "option.value", "$expand(Buddy)/$levels")]
    [InlineData("Pupils?$expand=Marks/Id", 400, "path.unknown", "$expand")]
    [InlineData("Marks?$expand=Test/$ref($select=Title)", 400, "option.place", "$expand(Test)/$select")]
    [InlineData("Marks?$select=Score($select=x)", 400, "property.unknown", "$select")]
    [InlineData("Pupils?$expand=Marks($filter=Id eq 1", 400, "syntax", "$expand")]
    [InlineData("Pupils?$expand=", 400, "syntax", "$expand")]
    [InlineData("Pupils?$expand=Marks($expand=Pupil($expand=Marks($expand=Pupil($expand=Marks($expand=Pupil)))))", 400, "limit.expand",
        "$expand(Marks)/$expand(Pupil)/$expand(Marks)/$expand(Pupil)/$expand(Marks)/$expand")]
    [InlineData("Marks?$search=x", 501, "unsupported", "$search")]
    [InlineData("Pupils?$search=", 400, "syntax", "$search")]
    [InlineData("Pupils?$search=(a", 400, "syntax", "$search")]
    [InlineData("Pupils?$search=\"a", 400, "syntax", "$search")]
    [InlineData("Marks?$deltatoken=x", 400, "deltatoken", "$deltatoken")]
    [InlineData("Tests?$deltatoken=eyJzaW5jZSI6IjEwIn0", 400, "deltatoken", "$deltatoken")]
    [InlineData("$crossjoin(Marks,Nope)", 404, "resource.unknown", "$crossjoin(Marks,Nope)")]
    [InlineData("$crossjoin(Marks,Marks)", 400, "name", "$crossjoin(Marks,Marks)")]
    [InlineData("$batch", 405, "method", "$batch")]
    [InlineData("$all/School.Mark", 501, "unsupported", "$all")]
    [InlineData("$entity", 400, "option.missing", "$id")]
    [InlineData("$entity?$id=http://elsewhere/x", 404, "entity", "$id")]
    [InlineData("$entity/School.Test?$id=Marks(1)", 404, "entity", "$id")]
    [InlineData("Marks/$each", 501, "unsupported", "$each")]
    [InlineData("Marks/$filter(true)/$each", 501, "unsupported", "$each")]
    [InlineData("Marks/$filter(Nope)", 400, "property.unknown", "$filter(Nope)")]
    [InlineData("Marks/$ref/$count", 404, "resource.unknown", "$ref")]
    [InlineData("Marks?$schemaversion=2", 404, "schema.version", "$schemaversion")]
    public void Name_the_fault_and_the_place(string url, int status, string code, string? target)
    {
        var refused = Assert.IsType<ODataOutcome.Refused>(Sample.Parse(url));
        Assert.Equal((status, code, target), (refused.Status, refused.Code, refused.Target));
        Assert.NotEmpty(refused.Message);
    }

    public static TheoryData<string, string> TooMuch => new()
    {
        { "limit.depth", "Marks?$filter=" + new string('(', 20_000) + "true" + new string(')', 20_000) },
        { "limit.depth", "Marks?$filter=" + string.Concat(Enumerable.Repeat("not ", 5_000)) + "true" },
        { "limit.nodes", "Marks?$filter=" + string.Join(" or ", Enumerable.Repeat("true", 5_000)) },
        { "limit.depth", "Marks?$filter=Id eq " + string.Concat(Enumerable.Repeat("--", 5_000)) + "1" },
        { "limit.nodes", "Marks?$filter=" + string.Join('/', Enumerable.Repeat("Pupil", 3_000)) + " eq null" },
        { "limit.joins", "Marks?$filter=" + string.Join(" and ", Enumerable.Repeat("Pupil/Marks/any()", 30)) },
        { "limit.items", "Marks?$filter=Id in (" + string.Join(',', Enumerable.Range(0, 3_000)) + ")" },
        { "limit.items", "Marks?$filter=Id in [" + string.Join(',', Enumerable.Range(0, 3_000)) + "]" },
        { "limit.length", "Marks?x=" + new string('x', 100_000) },
        { "limit.orderby", "Marks?$orderby=" + string.Join(',', Enumerable.Repeat("Id", 50)) },
        { "limit.top", "Marks?$top=999999999999" },
        { "limit.nodes", "Marks?$filter=" + string.Join(" and ", Enumerable.Repeat("@a", 100)) + "&@a=" + string.Join(" and ", Enumerable.Repeat("@b", 100)) + "&@b=true" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Name_the_limit(string code, string url)
    {
        var refused = Assert.IsType<ODataOutcome.Refused>(Sample.Parse(url, Sample.Context with { Limits = new ODataLimits { QueryLength = 60_000 } }));
        Assert.Equal((400, code), (refused.Status, refused.Code));
    }

    [Fact]
    public void Do_not_meet_what_lies_just_within_the_limits()
    {
        var many = string.Join(" or ", Enumerable.Range(0, 370).Select(i => $"Id eq {i}"));
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                Assert.Equal("12 11", database.Ids($"Marks?$filter={many}&$orderby=Id desc&$top=2&$select=Id"));
                Assert.Equal("12 11", database.Ids($"Marks?$filter=Id in ({string.Join(',', Enumerable.Range(0, 1000))})&$orderby=Id desc&$top=2&$select=Id"));
            }
        }
    }

    [Theory]
    [InlineData("Marks?custom=1&sap-language=EN&_=17")]
    [InlineData("Marks?$FORMAT=json")]
    [InlineData("?$format=json")]
    [InlineData("$metadata?$format=xml&sap-language=EN")]
    public void Spare_what_is_to_be_ignored(string url) => Assert.IsNotType<ODataOutcome.Refused>(Sample.Parse(url));
}
