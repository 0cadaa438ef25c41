using System.Collections.Concurrent;
using Lrs.Data;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser.Reports;

/// <summary>
/// SAP's OData V4 model (OpenUI5), as its lists and tables use it, in a real Chromium against the running server: everything goes by multipart batches. The library is served to the
/// browser on the application's own origin, so nothing stands between the two.
/// </summary>
public sealed class AskingWithOpenUi5(Browser browser)
{
    private const string Library = "tests/node_modules/@openui5/sap.ui.core/src";

    private const string Page = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>UI5</title>
        <script src="/ui5/resources/ui5loader.js"></script>
        <script src="/ui5/resources/ui5loader-autoconfig.js" data-sap-ui-async="true"></script>
        <script>sap.ui.require(["start"]);</script>
        """;

    private const string Start = """
        sap.ui.define(["sap/ui/model/odata/v4/ODataModel", "sap/ui/model/Filter", "sap/ui/model/FilterOperator", "sap/ui/model/Sorter"], (ODataModel, Filter, Operator, Sorter) => {
          window.start = (authorization) => {
            const model = new ODataModel({ serviceUrl: "/odata/", operationMode: "Server", httpHeaders: { Authorization: authorization }, autoExpandSelect: false });
            const rows = (contexts) => contexts.map((context) => context.getObject());
            const list = (path, parameters, filters, sorters) => model.bindList(path, undefined, sorters, filters, parameters);
            const grouped = (aggregation, length = 100, sorters = []) => {
              const binding = model.bindList("/Attempts", undefined, sorters, [], { $$aggregation: aggregation });
              return binding.requestContexts(0, length).then(rows);
            };
            return { model, rows, list, grouped, Filter, Operator, Sorter };
          };
          window.ready = true;
        });
        """;

    [Theory, EveryDatabase]
    public async Task Lists_grow_are_filtered_sorted_expanded_and_aggregated_with_totals(Dialect dialect)
    {
        var page = await browser.NewPage();
        Assert.SkipWhen(!Directory.Exists(Repository.Path(Library)), "npm packages of the tests are missing: npm ci --prefix tests.");
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Store([.. new[] { ("ann", "fire", 0.9, true), ("ann", "law", 0.75, true), ("bob", "fire", 0.5, false), ("cat", "law", 1, true), ("dan", "law", 0.25, false) }.Select(Done)]);
        var refused = await Open(page, lrs);
        await page.EvaluateAsync("authorization => { window.ui5 = window.start(authorization); }", lrs.Http.DefaultRequestHeaders.Authorization!.ToString());

        // A list with growing: three rows, then the rest, and how many there are in all.
        Assert.Equal("""{"first":[0.25,0.5,0.75],"rest":[0.9,1],"all":5}""", await Ask(page, """
            const binding = ui5.list("/Attempts", { $count: true, $select: "Id,ScoreScaled" }, [], [new ui5.Sorter("ScoreScaled")]);
            const first = ui5.rows(await binding.requestContexts(0, 3));
            const rest = ui5.rows(await binding.requestContexts(3, 3));
            const score = (row) => Number(row.ScoreScaled);
            return { first: first.map(score), rest: rest.map(score), all: binding.getLength() };
            """));

        // Filters as its controls make them: several joined, between, in any case of letters, and any of a collection.
        Assert.Equal("""["bob","cat"]""", await Ask(page, """
            const binding = ui5.list("/Learners", { $select: "Mbox" }, [new ui5.Filter({ filters: [
              new ui5.Filter({ path: "Mbox", operator: ui5.Operator.Contains, value1: "BOB@", caseSensitive: false }),
              new ui5.Filter({ path: "Attempts", operator: ui5.Operator.Any, variable: "a", condition: new ui5.Filter("a/ScoreScaled", ui5.Operator.BT, 0.95, 1) }),
            ], and: false })], [new ui5.Sorter("Mbox", false)]);
            return ui5.rows(await binding.requestContexts(0, 10)).map((row) => row.Mbox.slice(7, 10));
            """));

        // Expanded, with options within.
        Assert.Equal("""["bob 0.5","dan 0.25"]""", await Ask(page, """
            const binding = ui5.list("/Attempts", { $select: "ScoreScaled,ActivityId", $expand: { Learner: { $select: "Mbox" } }, $filter: "Success eq false" }, [], [new ui5.Sorter("ScoreScaled", true)]);
            return ui5.rows(await binding.requestContexts(0, 10)).map((row) => `${row.Learner.Mbox.slice(7, 10)} ${row.ScoreScaled}`);
            """));

        // Groups with sums, and a grand total, which come by concat.
        Assert.Equal("""[["https://example.org/fire",0.9],["https://example.org/law",1]]""", await Ask(page, """
            const rows = await ui5.grouped({ group: { ActivityId: {} }, aggregate: { ScoreScaled: { with: "max" } } }, 10, [new ui5.Sorter("ActivityId")]);
            return rows.map((row) => [row.ActivityId, Number(row.ScoreScaled)]);
            """));
        Assert.Equal("""[[null,5],["https://example.org/fire",2],["https://example.org/law",3]]""", await Ask(page, """
            const rows = await ui5.grouped({ group: { ActivityId: {} }, aggregate: { Tries: { name: "Number", with: "sum", grandTotal: true } }, groupLevels: [] }, 10, [new ui5.Sorter("ActivityId")]);
            return rows.map((row) => [row.ActivityId ?? null, Number(row.Tries)]);
            """));

        // One entity, a property of it, and a number of rows.
        Assert.Equal("""[true,"https://example.org/law",2]""", await Ask(page, """
            const [row] = await ui5.list("/Attempts", { $filter: "ScoreScaled eq 1" }).requestContexts(0, 1);
            const id = row.getProperty("Id");
            const one = ui5.model.bindContext(`/Attempts(${id})`);
            const activity = await ui5.model.bindContext(`/Attempts(${id})/ActivityId`).requestObject("value").catch(() => undefined);
            const count = ui5.model.bindProperty("/Attempts/$count", undefined, { $filter: "Success eq false" });
            return [(await one.requestObject()).Id === id, activity ?? (await one.requestObject("ActivityId")), Number(await count.requestValue())];
            """));

        Assert.Empty(refused);
        await page.Context.CloseAsync();
    }

    private static string Done((string Who, string Unit, double Score, bool Passed) one) => Some.Statement(
        $"{one.Who}@example.org", one.Passed ? Some.Passed : "http://adlnet.gov/expapi/verbs/failed", $"https://example.org/{one.Unit}",
        FormattableString.Invariant($$""" "result":{"success":{{(one.Passed ? "true" : "false")}},"score":{"scaled":{{one.Score}} } },"""));

    // The page, the library and the module that starts it come from here, everything else from the server. Gives what the server refused.
    private static async Task<ConcurrentBag<string>> Open(IPage page, TestLrs lrs)
    {
        var refused = new ConcurrentBag<string>();
        var said = new ConcurrentQueue<string>(["The library did not start."]);
        page.Console += (_, message) => said.Enqueue(message.Text);
        page.PageError += (_, fault) => said.Enqueue(fault);
        page.Response += (_, answer) =>
        {
            if (answer.Url.Contains("/odata", StringComparison.Ordinal) && answer.Status >= 400)
            {
                refused.Add($"{answer.Status} {answer.Url}");
            }
        };
        await page.RouteAsync(url => url.StartsWith($"{lrs.App}ui5/", StringComparison.Ordinal), async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath["/ui5/".Length..];
            var file = path.StartsWith("resources/", StringComparison.Ordinal) ? Repository.Path($"{Library}/{path["resources/".Length..]}") : "";
            await route.FulfillAsync(path switch
            {
                "" => new RouteFulfillOptions { Body = Page, ContentType = "text/html" },
                "resources/start.js" => new RouteFulfillOptions { Body = Start, ContentType = "text/javascript" },
                _ when File.Exists(file) => new RouteFulfillOptions { Path = file },
                _ => new RouteFulfillOptions { Status = 404 },
            });
        });
        await page.GotoAsync($"{lrs.App}ui5/");
        try
        {
            await page.WaitForFunctionAsync("() => window.ready === true", null, new PageWaitForFunctionOptions { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join('\n', said));
        }

        return refused;
    }

    private static Task<string> Ask(IPage page, string body) => page.EvaluateAsync<string>($"async () => JSON.stringify(await (async () => {{ {body} }})())");
}
