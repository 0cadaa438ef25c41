using System.Text;
using System.Text.Json;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class Paging
{
    [Theory]
    [InlineData("Marks?$select=Id")]
    [InlineData("Marks?$select=Id&$orderby=Score")]
    [InlineData("Marks?$select=Id&$orderby=Score desc")]
    [InlineData("Marks?$select=Id&$orderby=Passed,Score desc")]
    [InlineData("Marks?$select=Id&$orderby=Passed desc,Score")]
    [InlineData("Marks?$select=Id&$orderby=Given desc,Took")]
    [InlineData("Marks?$select=Id&$orderby=Took desc,Given")]
    [InlineData("Marks?$select=Id&$orderby=Id desc")]
    [InlineData("Marks?$select=Id&$orderby=Pupil/Name desc,TestId")]
    [InlineData("Marks?$select=Id&$orderby=Pupil/Born,Score gt 0.2 desc")]
    [InlineData("Marks?$select=Id&$orderby=date(Given) desc,time(Given)")]
    [InlineData("Marks?$select=Id&$orderby=Test/Weight,round(Score)")]
    [InlineData("Marks?$select=Id&$orderby=PupilId,TestId desc")]
    [InlineData("Marks?$select=Id&$orderby=Score div 3&$filter=Id ne 4")]
    [InlineData("Marks?$select=Id&$orderby=Score&$skip=2&$top=7")]
    public void To_the_end_gives_the_same_rows_as_one_answer(string url)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var whole = Ids(Payloads.Chain(database, url));
                for (var size = 1; size <= 5; size++)
                {
                    var pages = Payloads.Chain(database, url, Sample.Context with { MaxPageSize = size });
                    Assert.Equal(whole, Ids(pages));
                    Assert.Equal((whole.Count + size - 1) / size, pages.Count);
                }
            }
        }
    }

    [Fact]
    public void Keeps_the_page_size_and_every_other_option_and_counts_the_top_down()
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var pages = Payloads.Chain(database, "Marks?TOP=5&$count=true&sap-language=EN&$filter=Id gt 1&$skip=1", Sample.Context with { MaxPageSize = 2 });
                Assert.Equal(3, pages.Count);
                Assert.All(pages, page => Assert.Equal(11, page.GetProperty("@odata.count").GetInt32()));
                var link = pages[0].GetProperty("@odata.nextLink").GetString()!;
                Assert.StartsWith(Payloads.Root + "Marks?$count=true&sap-language=EN&$filter=Id gt 1&$top=3&$skiptoken=", link);
            }
        }
    }

    [Fact]
    public void Ends_without_a_link_when_the_last_page_is_full()
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var pages = Payloads.Chain(database, "Marks?$top=4", Sample.Context with { MaxPageSize = 2 });
                Assert.Equal([2, 2], pages.Select(p => p.GetProperty("value").GetArrayLength()));
            }
        }
    }

    [Fact]
    public void Carries_the_callers_bound_and_goes_through_its_seal()
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var sealing = Payloads.Format with { SealToken = bytes => "s-" + Convert.ToHexString(bytes) };
                var opening = Sample.Context with { MaxPageSize = 5, OpenToken = text => text.StartsWith("s-") ? Convert.FromHexString(text[2..]) : null };
                var first = JsonDocument.Parse(Payloads.Of(database, "Marks", sealing, opening, query => query with { UpperBound = "head 77" })).RootElement;
                var link = first.GetProperty("@odata.nextLink").GetString()![Payloads.Root.Length..];

                var second = Sample.Query(link, opening with { MaxPageSize = null });
                Assert.True(second.IsContinued);
                Assert.Equal("head 77", second.UpperBound);
                Assert.Equal(5, second.PageSize);
                var forged = Sample.Parse(link.Replace("s-", "x-"), opening);
                Assert.Equal("skiptoken", Assert.IsType<ODataOutcome.Refused>(forged).Code);
            }
        }
    }

    [Theory]
    [InlineData("Pupils?$expand=Marks($select=Id)")]
    [InlineData("Pupils?$expand=Marks($select=Id;$orderby=Score desc;$top=3)")]
    [InlineData("Pupils?$expand=Marks($select=Id;$orderby=Took;$filter=Id ne @no;$skip=1)&@no=99")]
    public void Goes_on_inside_an_expanded_collection(string url)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var whole = Assert.Single(Payloads.Chain(database, url)).GetProperty("value").EnumerateArray().ToList();
                var context = Sample.Context with { Limits = new ODataLimits { ExpandedRows = 2 } };
                var first = Assert.Single(Payloads.Chain(database, url, context)).GetProperty("value").EnumerateArray().ToList();
                for (var i = 0; i < whole.Count; i++)
                {
                    var ids = Ids(first[i].GetProperty("Marks"));
                    if (first[i].TryGetProperty("Marks@odata.nextLink", out var link))
                    {
                        ids.AddRange(Ids(Payloads.Chain(database, link.GetString()![Payloads.Root.Length..], Sample.Context)));
                    }

                    Assert.Equal(Ids(whole[i].GetProperty("Marks")), ids);
                }

                Assert.Contains(first, pupil => pupil.TryGetProperty("Marks@odata.nextLink", out _));
            }
        }
    }

    [Theory]
    [InlineData("nonsense!")]
    [InlineData("WzEwXQ")]
    [InlineData("[10,null,null,\"2026-01-01T00:00:00Z\"]")]
    [InlineData("[10,null,null,\"yesterday\",\"1\"]")]
    [InlineData("[10,null,null,null,\"1\"]")]
    [InlineData("[0,null,null,\"2026-01-01T00:00:00Z\",\"1\"]")]
    [InlineData("[10,null,null,\"2026-01-01T00:00:00Z\",\"1\",\"2\"]")]
    [InlineData("[10,null,null,\"2026-01-01T00:00:00Z\",[]]")]
    [InlineData("[10")]
    [InlineData("{}")]
    public void With_a_token_that_does_not_fit_is_refused(string token)
    {
        var text = token[0] is '[' or '{' ? Convert.ToBase64String(Encoding.UTF8.GetBytes(token)).TrimEnd('=').Replace('+', '-').Replace('/', '_') : token;
        var refused = Assert.IsType<ODataOutcome.Refused>(Sample.Parse($"Marks?$skiptoken={text}"));
        Assert.Equal((400, "skiptoken", "$skiptoken"), (refused.Status, refused.Code, refused.Target));
    }

    private static List<long> Ids(List<JsonElement> pages) => [.. pages.SelectMany(p => Ids(p.GetProperty("value")))];

    private static List<long> Ids(JsonElement rows) => [.. rows.EnumerateArray().Select(r => r.GetProperty("Id").GetInt64())];
}
