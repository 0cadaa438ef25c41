using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class AskingQuestions
{
    private const string Uuid = "11111111-2222-3333-4444-555555555555";
    private const string Agent = """agent={"mbox":"mailto:a@b.example"}""";

    /// <summary>Every rule about requests with a request that breaks it and nothing else; the last test sees to it that none is forgotten.</summary>
    public static readonly TheoryData<string, string, string> Broken = new()
    {
        { "query.unknown", "statements", "mood=fine" },
        { "query.unknown", "Put State", $"activityId=https://x.example/a&{Agent}&stateId=s&since=2026-11-24T00:00:00Z" },
        { "query.unknown", "Get ActivityProfile", "activityId=https://x.example/a&registration=" + Uuid },
        { "query.case", "statements", "StatementId=" + Uuid },
        { "query.case", "statements", "related_Agents=true" },
        { "query.twice", "statements", "limit=1&limit=1" },
        { "query.missing", "Get State", "activityId=https://x.example/a" },
        { "query.missing", "Get State", Agent },
        { "query.missing", "Put State", $"activityId=https://x.example/a&{Agent}" },
        { "query.missing", "Post AgentProfile", Agent },
        { "query.missing", "Delete ActivityProfile", "activityId=https://x.example/a" },
        { "query.missing", "Get ActivityProfile", "" },
        { "query.together", "statements", $"statementId={Uuid}&voidedStatementId={Uuid}" },
        { "query.together", "statements", $"statementId={Uuid}&limit=1" },
        { "query.together", "statements", $"voidedStatementId={Uuid}&ascending=false" },
        { "query.together", "Get State", $"activityId=https://x.example/a&{Agent}&stateId=s&since=2026-11-24T00:00:00Z" },
        { "query.boolean", "statements", "ascending=True" },
        { "query.boolean", "statements", "attachments=1" },
        { "query.boolean", "statements", "related_agents=" },
        { "query.limit", "statements", "limit=-1" },
        { "query.limit", "statements", "limit=ten" },
        { "query.limit", "statements", "limit=1.0" },
        { "query.limit", "statements", "limit=99999999999" },
        { "query.format", "statements", "format=Exact" },
        { "query.agent.anonymous", "statements", """agent={"objectType":"Group","member":[{"mbox":"mailto:a@b.example"}]}""" },
        { "query.empty", "Put State", $"activityId=https://x.example/a&{Agent}&stateId=" },
        { "uuid.invalid", "statements", "statementId=1" },
        { "uuid.invalid", "statements", "registration=" + Uuid.Replace("-", "") },
        { "iri.invalid", "statements", "verb=answered" },
        { "iri.invalid", "Get ActivityProfile", "activityId=a" },
        { "timestamp.invalid", "statements", "since=2026-11-24" },
        { "timestamp.offset", "statements", "until=2026-11-24T00:00:00-00:00" },
        { "json.malformed", "statements", "agent=mailto:a@b.example" },
        { "actor.mbox", "statements", """agent={"mbox":"a@b.example"}""" },
        { "actor.identifier.missing", "Get AgentProfile", "agent={}" },
        { "property.unknown", "statements", """agent={"mbox":"mailto:a@b.example","age":4}""" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_request_that_breaks_a_rule_is_told_which_and_where(string rule, string ask, string query)
    {
        var faults = new Faults();
        Assert.Null(Parse(ask, query, faults));
        Assert.Equal([rule], faults.Select(f => f.Rule.Code).Distinct());
        Assert.All(faults, f => Assert.StartsWith("?", f.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_about_parameters_and_documents_has_an_example()
    {
        var shown = Broken.Select(row => row.Data.Item1).Append(Rule.DocumentObject.Code).ToHashSet();
        Assert.All(Rule.All.Where(r => r.Code.Split('.')[0] is "query" or "document"), r => Assert.Contains(r.Code, shown));
    }

    [Fact]
    public void All_filters_together_are_read()
    {
        var query = (StatementQuery)Parse("statements",
            """agent={"account":{"homePage":"https://f.example","name":"7"}}&""" + $"verb=https://x.example/v&activity=https://x.example/a&registration={Uuid}&related_activities=true&related_agents=true&since=2026-11-24T10:00:00.1234567+01:00&until=2026-11-25T00:00:00Z&limit=25&format=canonical&attachments=true&ascending=true",
            new Faults())!;
        Assert.Equal("account https://f.example 7", query.Agent!.Key);
        Assert.Equal("https://x.example/v", query.Verb!.Text);
        Assert.Equal("https://x.example/a", query.Activity!.Text);
        Assert.Equal(Guid.Parse(Uuid), query.Registration);
        Assert.True(query is { RelatedActivities: true, RelatedAgents: true, Attachments: true, Ascending: true, Limit: 25, Format: StatementFormat.Canonical, IsForOne: false });
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567), query.Since);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), query.Until);
    }

    [Fact]
    public void Nothing_asked_means_everything_exact_newest_first() => Assert.Equal(new StatementQuery(), Parse("statements", "", new Faults()));

    [Fact]
    public void One_statement_may_be_asked_for_with_format_and_attachments()
    {
        var query = (StatementQuery)Parse("statements", $"voidedStatementId={Uuid}&format=ids&attachments=false", new Faults())!;
        Assert.True(query is { IsForOne: true, StatementId: null, Format: StatementFormat.Ids });
        Assert.Equal(Guid.Parse(Uuid), query.VoidedStatementId);
    }

    [Fact]
    public void A_plus_that_was_not_escaped_still_means_a_plus() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), ((StatementQuery)Parse("statements", "since=2026-11-24T10:00:00 01:00", new Faults())!).Since);

    [Fact]
    public void All_faults_are_found_at_once()
    {
        var faults = new Faults();
        Assert.Null(Parse("statements", "verb=v&limit=x&mood=y&agent={}", faults));
        Assert.Equal(["?agent", "?limit", "?mood", "?verb"], faults.Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_inside_an_agent_is_found_there()
    {
        var faults = new Faults();
        Assert.Null(Parse("statements", """agent={"account":{"homePage":"x","name":"1"}}""", faults));
        Assert.Equal("?agent.account.homePage", Assert.Single(faults).Path);
    }

    [Fact]
    public void A_state_is_named_by_activity_agent_registration_and_id()
    {
        var query = (DocumentQuery)Parse("Delete State", $"activityId=https://x.example/a&{Agent}&registration={Uuid}&stateId=s 1", new Faults())!;
        Assert.True(query is { Kind: DocumentKind.State, DocumentId: "s 1", Since: null });
        Assert.Equal(("mbox mailto:a@b.example", Guid.Parse(Uuid)), (query.Agent!.Key, query.Registration));
        Assert.NotNull(Parse("Delete State", $"activityId=https://x.example/a&{Agent}", new Faults()));
        Assert.NotNull(Parse("Get AgentProfile", $"{Agent}&since=2026-11-24T00:00:00Z", new Faults()));
    }

    [Fact]
    public void Requests_with_one_parameter_or_none_take_no_other()
    {
        var faults = new Faults();
        Assert.Equal("https://x.example/a", SingleParameter.Activity(Pairs("activityId=https://x.example/a"), XapiVersion.V2, faults)!.Text);
        Assert.Equal("mbox mailto:a@b.example", SingleParameter.Agent(Pairs(Agent), XapiVersion.V2, faults)!.Key);
        Assert.Equal(Guid.Parse(Uuid), SingleParameter.StatementId(Pairs("statementId=" + Uuid), XapiVersion.V2, faults));
        SingleParameter.None([], XapiVersion.V2, faults);
        Assert.Empty(faults);

        Assert.Null(SingleParameter.Activity([], XapiVersion.V2, faults));
        Assert.Null(SingleParameter.Agent(Pairs(Agent + "&x=1"), XapiVersion.V2, faults));
        Assert.Null(SingleParameter.StatementId(Pairs("statementid=" + Uuid), XapiVersion.V2, faults));
        SingleParameter.None(Pairs("x=1"), XapiVersion.V2, faults);
        Assert.Equal(["query.missing", "query.unknown", "query.case", "query.missing", "query.unknown"], faults.Select(f => f.Rule.Code));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => KeyValuePair.Create(p[..p.IndexOf('=')], p[(p.IndexOf('=') + 1)..]));

    private static object? Parse(string ask, string query, Faults faults) => ask is "statements"
        ? StatementQuery.Parse(Pairs(query), XapiVersion.V2, faults)
        : DocumentQuery.Parse(Enum.Parse<DocumentKind>(ask.Split(' ')[1]), Enum.Parse<DocumentMethod>(ask.Split(' ')[0]), Pairs(query), XapiVersion.V2, faults);
}
