using System.Text;
using System.Text.Json;
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

    private static async Task<IResult> PutOne(HttpContext context, Caller caller, LogWriter log, IEnumerable<IStatementRule> rules, StatementSettings settings, CancellationToken cancel)
    {
        var faults = new Faults();
        var version = XapiRoot.Version(context);
        var id = SingleParameter.StatementId(Parameters.All(context.Request), version, faults);
        if (NotJson(context.Request) is { } unreadable)
        {
            return unreadable;
        }

        var statement = StatementReader.Read(await Body.ReadAll(context.Request, settings.MaxBody, cancel), version, Limits(settings), faults);
        if (faults.Count > 0 || statement is null || id is null)
        {
            return Problem.BadRequest(faults);
        }

        if (statement.Id is { } own && own != id)
        {
            return Problem.Refused(new Refusal(400, "statement.id.differs", "Communication 2.1.1 · 9274.1.1 4.1.6.1", $"The statement's id {own} is not the statementId {id} of the request."));
        }

        var entry = new NewStatement(statement, id.Value, caller.Authority, version) { IdIsGiven = true };
        return await log.Append(caller.TenantId, [entry], VoidingRights.After(StatementRules.For(rules, caller), caller, [entry]), cancel) switch
        {
            AppendOutcome.Kept => TypedResults.NoContent(),
            var other => Refused(other),
        };
    }

    private static async Task<IResult> PostMany(HttpContext context, Caller caller, LogWriter log, IEnumerable<IStatementRule> rules, StatementSettings settings, CancellationToken cancel)
    {
        var faults = new Faults();
        var version = XapiRoot.Version(context);
        SingleParameter.None(Parameters.All(context.Request), version, faults);
        if (NotJson(context.Request) is { } unreadable)
        {
            return unreadable;
        }

        var statements = StatementReader.ReadBatch(await Body.ReadAll(context.Request, settings.MaxBody, cancel), version, Limits(settings), faults);
        if (faults.Count > 0 || statements is null)
        {
            return Problem.BadRequest(faults);
        }

        var entries = statements.Select(statement => NewStatement.From(statement, caller.Authority, version)).ToList();
        return await log.Append(caller.TenantId, entries, VoidingRights.After(StatementRules.For(rules, caller), caller, entries), cancel) switch
        {
            AppendOutcome.Kept => TypedResults.Json(entries.Select(entry => entry.Id)),
            var other => Refused(other),
        };
    }

    private static async Task<IResult> GetOneOrPage(HttpContext context, Caller caller, LogReader reader, SigningKeys keys, StatementSettings settings, CancellationToken cancel)
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
                return Problem.Refused(new Refusal(400, "query.more", "Data 2.5 · 9274.1.1 4.1.6.1", "This 'more' was not made by this store for this credential's tenant.") { Path = "?more" });
            }

            query = from.Query;
            parameters = Parameters.All(query).ToList();
        }

        var faults = new Faults();
        var ask = StatementQuery.Parse(parameters, XapiRoot.Version(context), faults);
        if (ask is null || faults.Count > 0)
        {
            // Said with every answer, whatever its status (Communication 2.1.3).
            context.Response.Headers[XapiRoot.ConsistentThrough] = (await reader.Head(caller.TenantId, cancel)).ConsistentThrough;
            return Problem.BadRequest(faults);
        }

        var mine = caller.May(Scopes.ReadStatements) ? null : AuthorityTexts.Of(caller.Authority);
        return (ask.StatementId ?? ask.VoidedStatementId) is { } id
            ? await One(context, await reader.One(caller.TenantId, id, ask.VoidedStatementId is not null, mine, cancel), ask.Format)
            : await Page(context, caller, reader, seal, ask, from, query, ask.Limit is null or 0 ? settings.PageSize : Math.Min(ask.Limit.Value, settings.PageSize), mine, cancel);
    }

    private static Task<IResult> One(HttpContext context, (StoredStatement? Statement, LogHead Head) found, StatementFormat format)
    {
        context.Response.Headers[XapiRoot.ConsistentThrough] = found.Head.ConsistentThrough;
        if (found.Statement is null)
        {
            return Task.FromResult(Problem.Of(404, "statement", "There is no such statement, or it was voided."));
        }

        context.Response.Headers.LastModified = found.Statement.Stored.ToString("R");
        return Task.FromResult<IResult>(TypedResults.Bytes(StatementFormats.In(format, found.Statement.Body, context.Request.Headers.AcceptLanguage.ToString()), "application/json"));
    }

    private static async Task<IResult> Page(
        HttpContext context,
        Caller caller,
        LogReader reader,
        Seal seal,
        StatementQuery ask,
        More? from,
        string query,
        int limit,
        string? mine,
        CancellationToken cancel)
    {
        var page = await reader.Page(caller.TenantId, ask, from, limit, mine, cancel);
        var more = page.Last is { } last ? $"{XapiRoot.Of(context)}/statements?more={new More(last, page.Head, query).Write(seal)}" : "";
        context.Response.Headers[XapiRoot.ConsistentThrough] = page.Head.ConsistentThrough;
        context.Response.ContentType = "application/json";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return TypedResults.Empty;
        }

        var languages = context.Request.Headers.AcceptLanguage.ToString();
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("statements"u8);
        foreach (var body in page.Statements)
        {
            // Valid since it was stored: StatementReader let it in.
            json.WriteRawValue(StatementFormats.In(ask.Format, body, languages).Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteString("more"u8, more);
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        return TypedResults.Empty;
    }

    private static StatementLimits Limits(StatementSettings settings) => new(settings.MaxDepth, settings.MaxBatch);

    private static IResult? NotJson(HttpRequest request)
    {
        var type = (request.ContentType ?? "").Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            ? null
            : Problem.Refused(new Refusal(400, "content.type", "Communication 1.5 · 9274.1.1 4.1.5", $"Statements come as application/json; this request says '{type}'.") { Path = "Content-Type:" });
    }

    private static IResult Refused(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Clash clash => Problem.Of(409, "statement.clash", $"Another statement has the id {clash.Id}; nothing was stored."),
        AppendOutcome.Refused { Refusal: var refusal } => Problem.Refused(refusal),
        AppendOutcome.Busy => Problem.Busy("Too many requests wait for the log; nothing was stored. Try again.", 1),
        _ => throw new InvalidOperationException("This outcome is no refusal."),
    };
}
