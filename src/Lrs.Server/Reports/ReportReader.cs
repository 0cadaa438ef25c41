using System.Data.Common;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.OData;
using Lrs.Server.Statements;
using Microsoft.AspNetCore.WebUtilities;
using ODataDocuments = Lrs.OData.Documents;

namespace Lrs.Server.Reports;

/// <summary>
/// Runs what was asked of the reporting model. An answer is gathered before it is sent (a large one in a file), so that a slow
/// client holds no transaction, and a fault half way is an answer of its own and not the end of one that began well.
/// </summary>
internal sealed class ReportReader(Database database, Freshness freshness)
{
    private const int FlushAt = 32 * 1024;
    private const int KeptInMemory = 2 * 1024 * 1024;

    private readonly SqlDialect dialect = database.Dialect is Dialect.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <summary>Can the database match regular expressions?</summary>
    public bool CanMatchPatterns => database.Dialect is Dialect.Postgres;

    /// <summary>Have the views taken in everything that was in the log when this was called?</summary>
    public Task<bool> IsFresh(TenantId tenant, CancellationToken cancel) => freshness.Wait(tenant, ReportsFollower.FollowerName, cancel);

    /// <summary>Writes the answer; gives what is to be said instead when there is nothing to write.</summary>
    public async Task<ODataOutcome.Refused?> Answer(TenantId tenant, ODataOutcome outcome, PayloadFormat format, HttpContext context, CancellationToken cancel)
    {
        await using var body = new FileBufferingWriteStream(KeptInMemory);
        try
        {
            var refused = await database.Snapshot(tenant, work => Gather(work, outcome, format, context.Response, body), cancel);
            if (refused is null && !HttpMethods.IsHead(context.Request.Method))
            {
                await body.DrainBufferAsync(context.Response.BodyWriter, cancel);
            }

            return refused;
        }
        catch (DbException fault) when (fault.SqlState?.StartsWith("22", StringComparison.Ordinal) is true)
        {
            // Data exceptions of SQL: it is the question's arithmetic that leads out of what numbers and times can hold.
            return new ODataOutcome.Refused(400, "range", "A value computed by this request is out of range.", null);
        }
    }

    private async Task<ODataOutcome.Refused?> Gather(Work work, ODataOutcome outcome, PayloadFormat format, HttpResponse response, Stream body)
    {
        var head = await LogHead.Read(work);
        switch (outcome)
        {
            case ODataOutcome.Query query:
                await Page(work, Bounded(query.Ask, head), format, response, body);
                return null;
            case ODataOutcome.Count count:
                await Text(response, body, (await Count(work, count.Ask, head.Seq)).ToString(), work.Cancel);
                return null;
            case ODataOutcome.Single single:
                return await One(work, single.Ask, single.ByNavigation, head.Seq, response, body, (row, json) => new PayloadWriter(single.Ask, dialect, format, json).Entity(row), format);
            case ODataOutcome.Property { Raw: true } value:
                return await Raw(work, value, head.Seq, response, body);
            case ODataOutcome.Property property:
                return await One(work, property.Ask, noContent: false, head.Seq, response, body, (row, json) => new PayloadWriter(property.Ask, dialect, format, json).Property(row), format, nullIsEmpty: true);
            default:
                throw new InvalidOperationException("This outcome has no rows.");
        }
    }

    // A chain of pages on the log ends at the head of its first page, so that it ends at all.
    private static EntityQuery Bounded(EntityQuery ask, LogHead head) => ask.UpperBound is null ? ask with { UpperBound = head.Seq.ToString() } : ask;

    private async Task Page(Work work, EntityQuery ask, PayloadFormat format, HttpResponse response, Stream body)
    {
        var head = long.Parse(ask.UpperBound!);
        var count = ask.Count ? await Count(work, ask, head) : (long?)null;
        var sql = ask.ToSql(dialect);
        response.ContentType = format.ContentType;
        await using var json = new Utf8JsonWriter(body, PayloadWriter.WriterOptions);
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
        HttpResponse response,
        Stream body,
        Action<RowSource, Utf8JsonWriter> write,
        PayloadFormat format,
        bool nullIsEmpty = false)
    {
        var sql = ask.ToSql(dialect);
        await foreach (var row in work.Rows(sql.Text, Values(sql, head)))
        {
            if (nullIsEmpty && row.IsNull(0))
            {
                response.StatusCode = 204;
                return null;
            }

            response.ContentType = format.ContentType;
            await using var json = new Utf8JsonWriter(body, PayloadWriter.WriterOptions);
            write(new RowSource(row), json);
            await json.FlushAsync(work.Cancel);
            return null;
        }

        if (noContent)
        {
            response.StatusCode = 204;
            return null;
        }

        return new ODataOutcome.Refused(404, "entity", "There is no such entity.", null);
    }

    private async Task<ODataOutcome.Refused?> Raw(Work work, ODataOutcome.Property value, long head, HttpResponse response, Stream body)
    {
        var sql = value.Ask.ToSql(dialect);
        await foreach (var row in work.Rows(sql.Text, Values(sql, head)))
        {
            if (row.IsNull(0))
            {
                response.StatusCode = 204;
            }
            else
            {
                await Text(response, body, ODataDocuments.RawValue(new RowSource(row), value.Value.Type), work.Cancel);
            }

            return null;
        }

        return new ODataOutcome.Refused(404, "entity", "There is no such entity.", null);
    }

    private static async Task Text(HttpResponse response, Stream body, string text, CancellationToken cancel)
    {
        response.ContentType = "text/plain;charset=utf-8";
        await body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
    }

    private static (string, object?)[] Values(SqlText sql, long head)
    {
        var values = sql.Parameters.Select(parameter => (parameter.Name, (object?)parameter.Value));
        return (sql.Text.Contains(StatementSet.Head, StringComparison.Ordinal) ? values.Append((StatementSet.Head, head)) : values).ToArray();
    }
}
