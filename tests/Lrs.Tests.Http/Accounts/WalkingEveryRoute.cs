using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>
/// Every route of the server, called with one tenant's credential for another's data. A new route is not in the list, and fails the first test: put it there, with requests that
/// name the first tenant's data, or without any where nothing of a tenant is behind it.
/// </summary>
public sealed class WalkingEveryRoute
{
    private static readonly Dictionary<string, Probe[]> List = new()
    {
        // The record store.
        ["GET /xapi/statements/"] =
        [
            Program("GET", "/xapi/statements", 200), Program("GET", "/xapi/statements?statementId=<statement>", 404), Program("GET", "/xapi/statements?voidedStatementId=<statement>", 404),
            Program("GET", "/xapi/statements?agent=<agent>&related_agents=true", 200), Program("GET", "/xapi/statements?registration=<registration>", 200), Program("GET", "/xapi/statements?format=canonical", 200), Program("GET", "<more>", 400),
        ],
        ["HEAD /xapi/statements/"] = [Program("HEAD", "/xapi/statements?statementId=<statement>", 404)],
        ["PUT /xapi/statements/"] = [Program("PUT", "/xapi/statements?statementId=<statement>", 204, Some.Statement("eve@example.org"))],
        ["POST /xapi/statements/"] = [Program("POST", "/xapi/statements", 200, """{"actor":{"mbox":"mailto:eve@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"<statement>"}}""")],
        ["GET /xapi/activities/state/"] = [Program("GET", "<state>", 404), Program("GET", "<states>", 200)],
        ["HEAD /xapi/activities/state/"] = [Program("HEAD", "<state>", 404)],
        ["PUT /xapi/activities/state/"] = [Program("PUT", "<state>", 204, "{}"), Program("DELETE", "<state>", 204)],
        ["POST /xapi/activities/state/"] = [Program("POST", "<state>", 204, "{}"), Program("DELETE", "<state>", 204)],
        ["DELETE /xapi/activities/state/"] = [Program("DELETE", "<state>", 204), Program("DELETE", "<states>", 204)],
        ["GET /xapi/activities/profile/"] = [Program("GET", "<activityProfile>", 404), Program("GET", "<activityProfiles>", 200)],
        ["HEAD /xapi/activities/profile/"] = [Program("HEAD", "<activityProfile>", 404)],
        ["PUT /xapi/activities/profile/"] = [Program("PUT", "<activityProfile>", 204, "{}"), Program("DELETE", "<activityProfile>", 204)],
        ["POST /xapi/activities/profile/"] = [Program("POST", "<activityProfile>", 204, "{}"), Program("DELETE", "<activityProfile>", 204)],
        ["DELETE /xapi/activities/profile/"] = [Program("DELETE", "<activityProfile>", 204)],
        ["GET /xapi/agents/profile/"] = [Program("GET", "<agentProfile>", 404), Program("GET", "<agentProfiles>", 200)],
        ["HEAD /xapi/agents/profile/"] = [Program("HEAD", "<agentProfile>", 404)],
        ["PUT /xapi/agents/profile/"] = [Program("PUT", "<agentProfile>", 204, "{}"), Program("DELETE", "<agentProfile>", 204)],
        ["POST /xapi/agents/profile/"] = [Program("POST", "<agentProfile>", 204, "{}"), Program("DELETE", "<agentProfile>", 204)],
        ["DELETE /xapi/agents/profile/"] = [Program("DELETE", "<agentProfile>", 204)],
        ["GET /xapi/activities/"] = [Program("GET", "/xapi/activities?activityId=https://example.org/courses/1", 200)],
        ["HEAD /xapi/activities/"] = [Program("HEAD", "/xapi/activities?activityId=https://example.org/courses/1", 200)],
        ["GET /xapi/agents/"] = [Program("GET", "/xapi/agents?agent=<agent>", 200)],
        ["HEAD /xapi/agents/"] = [Program("HEAD", "/xapi/agents?agent=<agent>", 200)],
        ["GET /xapi/about/"] = [],
        ["HEAD /xapi/about/"] = [],

        // Reports.
        ["GET /odata/{**path}"] =
        [
            Program("GET", "/odata/Statements", 200), Program("GET", "/odata/Statements(<statement>)", 404), Program("GET", "/odata/Learners", 200), Program("GET", "/odata/Learners(<learner>)", 404),
            Program("GET", "/odata/Learners(<learner>)/Attempts", 404, 200), Program("GET", "/odata/Courses(<course>)", 404), Program("GET", "/odata/Courses?$expand=Units", 200), Program("GET", "/odata/Attempts?$expand=Learner,Course,Unit,Answers", 200),
            Program("GET", "/odata/Answers", 200), Program("GET", "/odata/Units", 200), Program("GET", "/odata/Verbs", 200), Program("GET", "/odata/Activities", 200), Program("GET", "/odata/Statements/$count?$filter=LearnerId eq <learner>", 200),
        ],
        ["HEAD /odata/{**path}"] = [Program("HEAD", "/odata/Learners(<learner>)", 404)],
        ["OPTIONS /odata/{**path}"] = [Either(From.Program, "OPTIONS", "/odata/Learners(<learner>)", [200, 204, 404])],
        ["POST /odata/{**path}"] = [Either(From.Program, "POST", "/odata/Learners/$query", [200, 400, 405, 415], "$filter=Id eq <learner>")],
        ["PUT /odata/{**path}"] = [Program("PUT", "/odata/Learners(<learner>)", 405, "{}")],
        ["PATCH /odata/{**path}"] = [Program("PATCH", "/odata/Learners(<learner>)", 405, "{}")],
        ["DELETE /odata/{**path}"] = [Program("DELETE", "/odata/Learners(<learner>)", 405)],
        ["POST /odata/$batch"] = [Program("POST", "/odata/$batch", 200, """{"requests":[{"id":"1","method":"GET","url":"Learners(<learner>)"},{"id":"2","method":"GET","url":"Statements"}]}""")],

        // Management.
        ["GET /api/courses/"] = [Program("GET", "/api/courses", 200)],
        ["GET /api/courses/{course:guid}"] = [Program("GET", "/api/courses/<course>", 404)],
        ["DELETE /api/courses/{course:guid}"] = [Program("DELETE", "/api/courses/<course>", 404)],
        ["POST /api/courses/{course:guid}/launch"] = [Program("POST", "/api/courses/<course>/launch", 404, """{"learner":{"mbox":"mailto:eve@example.org"},"registration":"<registration>"}""")],

        // The same package again: a course of its own, which shows nothing of the one that is there.
        ["POST /api/packages"] = [new(From.Program, "POST", "/api/packages", [400, 415], Body: "{}")],
        ["GET /api/registrations/{registration:guid}/"] = [Program("GET", "/api/registrations/<registration>", 404)],
        ["POST /api/registrations/{registration:guid}/abandon"] = [Program("POST", "/api/registrations/<registration>/abandon", 404)],
        ["POST /api/registrations/{registration:guid}/waive"] = [Program("POST", "/api/registrations/<registration>/waive", 404, """{"unit":"0","reason":"Administrative"}""")],
        ["GET /api/imports/{import:guid}"] = [Program("GET", "/api/imports/<course>", 404)],
        ["GET /api/registrations/{registration:guid}/calls"] = [Program("GET", "/api/registrations/<registration>/calls", 404)],
        ["GET /api/courses/{course:guid}/settings/"] = [Program("GET", "/api/courses/<course>/settings", 404)],
        ["PUT /api/courses/{course:guid}/settings/"] = [Program("PUT", "/api/courses/<course>/settings", 404, """{"restart":"always"}""")],
        ["POST /api/learners/"] = [Program("POST", "/api/learners?dryRun=true", 415, "{}")],
        ["GET /api/learners/"] = [Program("GET", "/api/learners", 200)],
        ["GET /api/learners/{learner:guid}"] = [Program("GET", "/api/learners/<learner>", 404)],
        ["GET /api/credentials/"] = [Program("GET", "/api/credentials", 200), Program("GET", "/api/credentials?launch=true", 200)],
        ["POST /api/credentials/"] = [Program("POST", "/api/credentials", 400, """{"label":"x","scopes":["all"],"installation":true}""")],
        ["GET /api/credentials/{key}"] = [Program("GET", "/api/credentials/<credential>", 404)],
        ["POST /api/credentials/{key}/rotate"] = [Program("POST", "/api/credentials/<credential>/rotate", 404)],
        ["DELETE /api/credentials/{key}"] = [Program("DELETE", "/api/credentials/<credential>", 404)],
        ["GET /api/tenants/"] = [Program("GET", "/api/tenants", 403)],
        ["POST /api/tenants/"] = [Program("POST", "/api/tenants", 403, """{"code":"x","name":"X","iri":"https://x.example"}""")],
        ["GET /api/tenants/{code}"] = [Program("GET", "/api/tenants/default", 403)],
        ["GET /metrics"] = [Program("GET", "/metrics", 200)],
        ["GET /openapi/{documentName}.json"] = [],
        ["GET /health/live"] = [],
        ["GET /health/ready"] = [],

        // Pages.
        ["GET /"] = [Page("GET", "/", 200)],
        ["GET /connect"] = [Page("GET", "/connect", 200)],
        ["GET /connect/{question}.{ending}"] = [Page("GET", "/connect/completed.py", 200), Page("GET", "/connect/nothing.py", 404)],
        ["GET /courses/{course:guid}"] = [Page("GET", "/courses/<course>", 404)],
        ["GET /courses/{course:guid}/report"] = [Page("GET", "/courses/<course>/report", 404)],
        ["GET /courses/{course:guid}/delete"] = [Page("GET", "/courses/<course>/delete", 404)],
        ["POST /courses/{course:guid}/delete"] = [Page("POST", "/courses/<course>/delete", 404)],
        ["GET /courses/{course:guid}/launch"] = [Page("GET", "/courses/<course>/launch", 303)],
        ["POST /courses/{course:guid}/launch"] = [Page("POST", "/courses/<course>/launch", 404)],
        ["GET /courses/{course:guid}/preview"] = [Page("GET", "/courses/<course>/preview", 303)],
        ["POST /courses/{course:guid}/preview"] = [Page("POST", "/courses/<course>/preview", 404)],
        ["GET /courses/{course:guid}/settings"] = [Page("GET", "/courses/<course>/settings", 404)],
        ["POST /courses/{course:guid}/settings"] = [Page("POST", "/courses/<course>/settings", 404, "restart=always")],
        ["GET /courses/{course:guid}/registrations"] = [Page("GET", "/courses/<course>/registrations", 404)],
        ["GET /registrations/{registration:guid}"] = [Page("GET", "/registrations/<registration>", 404)],
        ["GET /imports/{import:guid}"] = [Page("GET", "/imports/<course>", 404)],
        ["GET /upload"] = [Page("GET", "/upload", 200)],
        ["POST /upload"] = [Page("POST", "/upload", 400, "file=none")],
        ["GET /credentials/"] = [Page("GET", "/credentials", 200)],
        ["GET /credentials/new"] = [Page("GET", "/credentials/new", 200)],
        ["POST /credentials/new"] = [Page("POST", "/credentials/new", 400)],
        ["GET /credentials/{key}"] = [Page("GET", "/credentials/<credential>", 404)],
        ["GET /credentials/{key}/rotate"] = [Page("GET", "/credentials/<credential>/rotate", 303)],
        ["POST /credentials/{key}/rotate"] = [Page("POST", "/credentials/<credential>/rotate", 404)],
        ["GET /credentials/{key}/revoke"] = [Page("GET", "/credentials/<credential>/revoke", 303)],
        ["POST /credentials/{key}/revoke"] = [Page("POST", "/credentials/<credential>/revoke", 404)],
        ["GET /sign-in"] = [],
        ["POST /sign-in"] = [],
        ["GET /sign-out"] = [],
        ["POST /sign-out"] = [],
        ["GET /static/{hash}/{name}"] = [],

        // The content origin, which a launch opens and no credential.
        ["GET /t/{token}/"] = [Launch("GET", "/t/<token>/", 200)],
        ["HEAD /t/{token}/"] = [Launch("HEAD", "/t/<token>/", 200)],
        ["POST /t/{token}/"] = [],
        ["POST /t/{token}/fetch"] = [Launch("POST", "/t/<token>/fetch", 200)],
        ["POST /t/{token}/rt/start"] = [Launch("POST", "/t/<token>/rt/start", 200)],
        ["POST /t/{token}/rt/commit"] = [Launch("POST", "/t/<token>/rt/commit", 404, """{"session":"<session>","commitSequence":2,"terminate":true,"runtimeData":{"cmi":{"core":{"lesson_status":"failed"}} } }""")],
        ["GET /f/{key}/{**path}"] = [Launch("GET", "/f/<file>/index.html", 200), Launch("GET", $"/f/<file>/{Walk.Mark}.txt", 404)],
        ["HEAD /f/{key}/{**path}"] = [Launch("HEAD", $"/f/<file>/{Walk.Mark}.txt", 404)],
        ["GET /t/{token}/contents"] = [Either(From.Launch, "GET", "/t/<token>/contents", [200, 404])],
        ["POST /t/{token}/go"] = [Either(From.Launch, "POST", "/t/<token>/go", [200, 400, 404], """{"unit":"<course>"}""")],
        ["GET /t/{token}/unit"] = [Either(From.Launch, "GET", "/t/<token>/unit?id=<course>", [200, 302, 303, 400, 404])],
        ["HEAD /t/{token}/unit"] = [Either(From.Launch, "HEAD", "/t/<token>/unit?id=<course>", [200, 302, 303, 400, 404])],
        ["GET /t/{token}/back"] = [Either(From.Launch, "GET", "/t/<token>/back", [200, 302, 303, 404])],
        ["HEAD /t/{token}/back"] = [Either(From.Launch, "HEAD", "/t/<token>/back", [200, 302, 303, 404])],
        ["POST /t/{token}/rt/waited"] = [Either(From.Launch, "POST", "/t/<token>/rt/waited", [200, 204, 400, 404], """{"session":"<session>"}""")],
        ["POST /t/{token}/rt/calls"] = [Either(From.Launch, "POST", "/t/<token>/rt/calls", [200, 204, 400, 404], """{"session":"<session>","calls":[]}""")],

        // Anonymous surveys: a door that opens with a file key, and an address that names version and survey and nobody.
        ["GET /f/{key}/surveys/{survey}/door"] = [Launch("GET", "/f/<file>/surveys/experience/door", 404)],
        ["POST /s/{address}"] = [Launch("POST", "/s/<file>", 404, "{}")],
        ["GET /player/{version}/{name}"] = [],
        ["HEAD /player/{version}/{name}"] = [],
    };

    [Fact]
    public async Task Each_is_in_the_list()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var routes = Routes.All(lrs).Select(Name).Distinct().ToList();

        Assert.Empty(routes.Except(List.Keys));
        Assert.Empty(List.Keys.Except(routes));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_another_tenant_is_found_or_changed(Dialect dialect)
    {
        await using var walk = await Walk.Start(dialect);
        var before = await walk.Snapshot();
        Assert.Contains(Walk.Mark, before, StringComparison.Ordinal);

        // Reading comes first: what the other tenant has written under the same ids is its own.
        foreach (var probes in List.Values.SelectMany(probes => probes).ToLookup(probe => probe.Method is "GET" or "HEAD").OrderByDescending(reads => reads.Key))
        {
            foreach (var root in new[] { "/xapi", "/xapi/1.0.3" })
            {
                foreach (var probe in probes.Where(probe => root is "/xapi" || probe.IsXapi))
                {
                    await walk.Send(probe, root);
                }
            }
        }

        Assert.Equal(before, await walk.Snapshot());
    }

    [Theory, EveryDatabase]
    public async Task The_same_package_makes_a_course_of_its_own(Dialect dialect)
    {
        await using var walk = await Walk.Start(dialect);
        var before = await walk.Snapshot();

        var made = await TestLrs.Read(await walk.Other.PostAsync("/api/packages", Courses.Package.Body(Walk.Course(Walk.Mark).Zip())));
        var page = await walk.Person.Upload("/connect", "/upload", "course.zip", Walk.Course(Walk.Mark).Zip());

        Assert.NotEqual(walk.Filled("<course>"), made.GetProperty("id").GetString());
        Assert.EndsWith($"/courses/{made.GetProperty("id").GetString()}/report", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(before, await walk.Snapshot());
    }

    private static string Name((string Pattern, string Method) route) => $"{route.Method} {route.Pattern.Replace("/xapi/1.0.3/", "/xapi/", StringComparison.Ordinal)}";

    private static Probe Program(string method, string path, int status, string? body = null) => new(From.Program, method, path, [status], body);

    private static Probe Program(string method, string path, int status, int or) => new(From.Program, method, path, [status, or]);

    private static Probe Either(From from, string method, string path, int[] statuses, string? body = null) => new(from, method, path, statuses, body);

    private static Probe Page(string method, string path, int status, string? body = null) => new(From.Page, method, path, [status], body);

    private static Probe Launch(string method, string path, int status, string? body = null) => new(From.Launch, method, path, [status], body);
}
