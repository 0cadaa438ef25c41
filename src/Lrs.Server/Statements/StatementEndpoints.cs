using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>The Statements resource (xAPI Communication 2.1; 9274.1.1 4.1.6.1).</summary>
internal static class StatementEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStatements(this IEndpointRouteBuilder app) =>
        app.MapXapi("/statements", versionNeeded: true, statements =>
        {
            statements.MapPut("/", PutOne).Needs(Scopes.WriteStatements);
            statements.MapPost("/", PostMany).Needs(Scopes.WriteStatements);
            statements.MapMethods("/", Reading, GetOneOrPage).Needs(Scopes.ReadStatements, Scopes.ReadMine);
        });

    private static async Task<IResult> PutOne(HttpContext context, Caller caller, StatementIntake intake, LogWriter log, IEnumerable<IStatementRule> rules, CancellationToken cancel)
    {
        var faults = new Faults();
        var version = XapiRoot.Version(context);
        var id = SingleParameter.StatementId(Parameters.All(context.Request), version, faults);
        if (id is null || await intake.One(context, caller.TenantId, faults, cancel) is not { Statements: [var statement] } came)
        {
            return Problem.BadRequest(faults);
        }

        if (statement.Id is { } own && own != id)
        {
            return Problem.Refused(new Refusal(400, "statement.id.differs", "Communication 2.1.1 · 9274.1.1 4.1.6.1", $"The statement's id {own} is not the statementId {id} of the request."));
        }

        NewStatement[] entries = [new(statement, id.Value, caller.Authority, version) { IdIsGiven = true, DefinesNothing = Undefining.Is(caller) }];
        return await log.Append(caller.TenantId, entries, came.Admission(entries, VoidingRights.After(StatementRules.For(rules, caller), caller, entries)), cancel) switch
        {
            AppendOutcome.Kept => TypedResults.NoContent(),
            var other => Refused(other),
        };
    }

    private static async Task<IResult> PostMany(HttpContext context, Caller caller, StatementIntake intake, LogWriter log, IEnumerable<IStatementRule> rules, CancellationToken cancel)
    {
        var faults = new Faults();
        var version = XapiRoot.Version(context);
        SingleParameter.None(Parameters.All(context.Request), version, faults);
        if (faults.Count > 0 || await intake.Many(context, caller.TenantId, faults, cancel) is not { } came)
        {
            return Problem.BadRequest(faults);
        }

        var definesNothing = Undefining.Is(caller);
        var entries = came.Statements.Select(statement => NewStatement.From(statement, caller.Authority, version) with { DefinesNothing = definesNothing }).ToList();
        return await log.Append(caller.TenantId, entries, came.Admission(entries, VoidingRights.After(StatementRules.For(rules, caller), caller, entries)), cancel) switch
        {
            AppendOutcome.Kept => TypedResults.Json(entries.Select(entry => entry.Id)),
            var other => Refused(other),
        };
    }

    private static async Task<IResult> GetOneOrPage(HttpContext context, Caller caller, LogReader reader, StatementAnswers answers, SigningKeys keys, StatementSettings settings, CancellationToken cancel)
    {
        var parameters = Parameters.All(context.Request).ToList();
        More? from = null;
        var seal = await keys.SealFor(More.Purpose, caller.TenantId, cancel);
        var query = context.Request.QueryString.Value ?? "";
        if (parameters is [{ Key: "more" } only])
        {
            from = More.Read(only.Value, seal);
            if (from is null)
            {
                return await answers.Wrong(context, caller.TenantId, Problem.Refused(new Refusal(400, "query.more", "Data 2.5 · 9274.1.1 4.1.6.1", "This 'more' was not made by this store for this credential's tenant.") { Path = "?more" }), cancel);
            }

            query = from.Query;
            parameters = Parameters.All(query).ToList();
        }

        var faults = new Faults();
        var ask = StatementQuery.Parse(parameters, XapiRoot.Version(context), faults);
        if (ask is null || faults.Count > 0)
        {
            return await answers.Wrong(context, caller.TenantId, Problem.BadRequest(faults), cancel);
        }

        var mine = caller.May(Scopes.ReadStatements) ? null : AuthorityTexts.Of(caller.Authority);
        if ((ask.StatementId ?? ask.VoidedStatementId) is { } id)
        {
            return await answers.One(context, caller.TenantId, await reader.One(caller.TenantId, id, ask.VoidedStatementId is not null, mine, cancel), ask, cancel);
        }

        var limit = ask.Limit is null or 0 ? settings.PageSize : Math.Min(ask.Limit.Value, settings.PageSize);
        var page = await reader.Page(caller.TenantId, ask, from, limit, mine, cancel);
        var more = page.Last is { } last ? $"{XapiRoot.Of(context)}/statements?more={new More(last, page.Head, query).Write(seal)}" : "";
        return await answers.Page(context, caller.TenantId, page, more, ask, cancel);
    }

    private static IResult Refused(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Clash clash => Problem.Of(409, "statement.clash", $"Another statement has the id {clash.Id}; nothing was stored."),
        AppendOutcome.Refused { Refusal: var refusal } => Problem.Refused(refusal),
        AppendOutcome.Busy => Problem.Busy("Too many requests wait for the log; nothing was stored. Try again.", 1),
        _ => throw new InvalidOperationException("This outcome is no refusal."),
    };
}
