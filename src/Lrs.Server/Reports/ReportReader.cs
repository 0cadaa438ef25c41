using System.Text.Json;
using Lrs.Data;
using Lrs.OData;
using Lrs.Server.Statements;
using ODataDocuments = Lrs.OData.Documents;

namespace Lrs.Server.Reports;

/// <summary>Runs what was asked of the reporting model and streams the rows out.</summary>
internal sealed class ReportReader(Database database, Freshness freshness)
{
    private const int FlushAt = 32 * 1024;

    private readonly SqlDialect dialect = database.Dialect is Dialect.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <summary>Can the database match regular expressions?</summary>
    public bool CanMatchPatterns => database.Dialect is Dialect.Postgres;

    /// <summary>Have the views taken in everything that was in the log when this was called?</summary>
    public Task<bool> IsFresh(TenantId tenant, CancellationToken cancel) => freshness.Wait(tenant, ReportsFollower.FollowerName, cancel);

    /// <summary>Writes the answer; gives what is to be said instead when there is nothing to write.</summary>
    public Task<ODataOutcome.Refused?> Answer(TenantId tenant, ODataOutcome outcome, PayloadFormat format, HttpContext context, CancellationToken cancel) =>
        database.Snapshot(
            tenant,
            async work =>
            {
                var head = await LogHead.Read(work);
                switch (outcome)
                {
                    case ODataOutcome.Query query:
                        await Page(work, Bounded(query.Ask, head), format, context);
                        return null;
                    case ODataOutcome.Count count:
                        await Text(context, (await Count(work, count.Ask, head.Seq)).ToString());
                        return null;
                    case ODataOutcome.Single single:
                        return await One(work, single.Ask, single.ByNavigation, head.Seq, context, (row, json) => new PayloadWriter(single.Ask, dialect, format, json).Entity(row), format);
                    case ODataOutcome.Property { Raw: true } value:
                        return await Raw(work, value, head.Seq, context);
                    case ODataOutcome.Property property:
                        return await One(work, property.Ask, noContent: false, head.Seq, context, (row, json) => new PayloadWriter(property.Ask, dialect, format, json).Property(row), format, nullIsEmpty: true);
                    default:
                        throw new InvalidOperationException("This outcome has no rows.");
                }
            },
            cancel);

    // A chain of pages on the log ends at the head of its first page, so that it ends at all.
    private static EntityQuery Bounded(EntityQuery ask, LogHead head) => ask.UpperBound is null ? ask with { UpperBound = head.Seq.ToString() } : ask;

    private async Task Page(Work work, EntityQuery ask, PayloadFormat format, HttpContext context)
    {
        var head = long.Parse(ask.UpperBound!);
        var count = ask.Count ? await Count(work, ask, head) : (long?)null;
        var sql = ask.ToSql(dialect);
        context.Response.ContentType = format.ContentType;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, PayloadWriter.WriterOptions);
        var writer = new PayloadWriter(ask, dialect, format, json);
        writer.Start(count);
        await foreach (var row in work.Rows(sql.Text, Values(sql, head)))
        {
            if (!writer.Row(new RowSource(row)))
            {
                break;
            }

            if (json.BytesPending > FlushAt)
            {
                await json.FlushAsync(work.Cancel);
                await context.Response.BodyWriter.FlushAsync(work.Cancel);
            }
        }

        writer.End();
        await json.FlushAsync(work.Cancel);
    }

    private async Task<long> Count(Work work, EntityQuery ask, long head)
    {
        var sql = ask.CountSql(dialect);
        return await work.One(sql.Text, row => row.Long(0), Values(sql, head));
    }

    private async Task<ODataOutcome.Refused?> One(
        Work work,
        EntityQuery ask,
        bool noContent,
        long head,
        HttpContext context,
        Action<RowSource, Utf8JsonWriter> write,
        PayloadFormat format,
        bool nullIsEmpty = false)
    {
        var sql = ask.ToSql(dialect);
        await foreach (var row in work.Rows(sql.Text, Values(sql, head)))
        {
            if (nullIsEmpty && row.IsNull(0))
            {
                context.Response.StatusCode = 204;
                return null;
            }

            context.Response.ContentType = format.ContentType;
            await using var json = new Utf8JsonWriter(context.Response.BodyWriter, PayloadWriter.WriterOptions);
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                write(new RowSource(row), json);
            }

            await json.FlushAsync(work.Cancel);
            return null;
        }

        if (noContent)
        {
            context.Response.StatusCode = 204;
            return null;
        }

        return new ODataOutcome.Refused(404, "entity", "There is no such entity.", null);
    }

    private async Task<ODataOutcome.Refused?> Raw(Work work, ODataOutcome.Property value, long head, HttpContext context)
    {
        var sql = value.Ask.ToSql(dialect);
        await foreach (var row in work.Rows(sql.Text, Values(sql, head)))
        {
            if (row.IsNull(0))
            {
                context.Response.StatusCode = 204;
            }
            else
            {
                await Text(context, ODataDocuments.RawValue(new RowSource(row), value.Value.Type));
            }

            return null;
        }

        return new ODataOutcome.Refused(404, "entity", "There is no such entity.", null);
    }

    private static Task Text(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain;charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static (string, object?)[] Values(SqlText sql, long head)
    {
        var values = sql.Parameters.Select(parameter => (parameter.Name, (object?)parameter.Value));
        return (sql.Text.Contains(StatementSet.Head, StringComparison.Ordinal) ? values.Append((StatementSet.Head, head)) : values).ToArray();
    }
}
