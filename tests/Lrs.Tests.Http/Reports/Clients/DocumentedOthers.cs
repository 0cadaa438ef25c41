using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>What Tableau, Qlik, SAP and scripts send, as their documents and libraries tell; with the ways of writing an address that people and programs have.</summary>
public sealed class DocumentedOthers
{
    [Theory, EveryDatabase]
    public async Task Tableau_reads_the_service_its_metadata_and_whole_tables_and_finds_no_collection_in_a_column(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect, "Lrs:Reports:PageSize=2");
        (string, string)[] headers = [("Accept", "application/json;odata.metadata=full,application/json"), ("OData-Version", "4.0"), ("OData-MaxVersion", "4.0")];

        var model = await ODataAnswer.Model(await lrs.Http.Ask("$metadata", ("Accept", "application/xml")));
        var head = await lrs.Http.Ask(HttpMethod.Head, "", headers);
        var mbox = new List<string?>();
        for (var next = "Learners"; next is not null;)
        {
            var page = await TestLrs.Read(await lrs.Http.Ask(next, headers));
            mbox.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Mbox").GetString()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(["ann", "bob", "cat", "dan", "eve"], mbox.Select(address => address![7..10]).Order());
        Assert.All(model.SchemaElements.OfType<Microsoft.OData.Edm.IEdmEntityType>().SelectMany(type => Microsoft.OData.Edm.ExtensionMethods.DeclaredStructuralProperties(type)), property => Assert.False(Microsoft.OData.Edm.EdmTypeSemantics.IsCollection(property.Type), property.Name));
    }

    [Theory, EveryDatabase]
    public async Task Qlik_pages_by_skip_and_top_until_a_page_is_short(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        var ids = new HashSet<string>();
        var sizes = new List<int>();
        for (var skip = 0; sizes is [] or [.., 4]; skip += 4)
        {
            var rows = await lrs.Http.Rows($"Attempts?$format=json&$top=4&$skip={skip}&$orderby=Id&$select=Id");
            sizes.Add(rows.Count);
            ids.UnionWith(rows);
        }

        Assert.Equal([4, 2], sizes);
        Assert.Equal(6, ids.Count);
    }

    [Theory, EveryDatabase]
    public async Task Sap_fetches_a_token_counts_and_reads_with_long_numbers_as_text(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        (string, string)[] headers = [("Accept", "application/json;odata.metadata=minimal;IEEE754Compatible=true"), ("OData-MaxVersion", "4.0"), ("OData-Version", "4.0"), ("X-CSRF-Token", "Fetch"), ("Accept-Language", "de")];

        var token = await lrs.Http.Ask(HttpMethod.Head, "?sap-client=100&sap-language=EN", headers);
        var count = await lrs.Http.Ask("Attempts/$count?$filter=Success%20eq%20true", ("Accept", "text/plain"));
        var rows = await lrs.Http.Ask("Attempts?sap-client=100&$count=true&$select=Id,ScoreRaw&$skip=0&$top=100&$orderby=ScoreRaw%20desc", headers);

        Assert.Equal((HttpStatusCode.OK, "4"), (token.StatusCode, await count.Text()));
        Assert.Contains("IEEE754Compatible=true", rows.Content.Headers.ContentType!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("6", "100"), ((await TestLrs.Read(rows)).GetProperty("@odata.count").GetString(), (await TestLrs.Read(rows)).GetProperty("value")[0].GetProperty("ScoreRaw").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task An_address_may_be_written_in_every_way_that_means_the_same(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        foreach (var path in new[]
        {
            "odata/Attempts?$filter=Success eq true", "odata/Attempts/?$filter=Success eq true", "odata//Attempts?$filter=Success eq true", "odata/Attempts?%24filter=Success%20eq%20true", "odata/Attempts?%24filter=Success+eq+true",
            "odata/Attempts?$filter=Success%20eq%20true&", "odata/Attempts?&$filter=Success%20eq%20true", "odata/%41ttempts?$filter=Success%20eq%20true", "OData/Attempts?$filter=Success eq true", "odata/Attempts?filter=Success eq true",
            "odata/Attempts?$filter=Success%09eq%20%20true", "odata/Attempts?$FILTER=Success EQ true", "odata/Attempts/$filter(Success eq true)", "odata/Attempts?$filter=%53uccess%20eq%20true",
        })
        {
            var address = new Uri(lrs.App + path.Replace(" ", "%20", StringComparison.Ordinal), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            var answer = await lrs.Http.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Text()}");
            Assert.True(4 == (await TestLrs.Read(answer)).GetProperty("value").GetArrayLength(), path);

            var head = await lrs.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            Assert.Equal((HttpStatusCode.OK, answer.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        }

        foreach (var root in new[] { "odata", "odata/", "odata//", "odata?x=1", "odata/?$format=json" })
        {
            Assert.True((await lrs.Get("/" + root)).GetProperty("value").GetArrayLength() > 5, root);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.Ask("attempts")).StatusCode);
        Assert.Contains("Lrs.Reports", await (await lrs.Http.Ask("$metadata/")).Text(), StringComparison.Ordinal);
        Assert.Contains("Lrs.Reports", await (await lrs.Http.Ask("%24metadata")).Text(), StringComparison.Ordinal);
    }
}
