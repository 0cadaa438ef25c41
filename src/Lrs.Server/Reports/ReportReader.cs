using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.OData;
using Lrs.Server.Settings;
using Lrs.Server.Statements;
using ODataDocuments = Lrs.OData.Documents;

namespace Lrs.Server.Reports;

/// <summary>Runs what was asked of the reporting model, in a snapshot and for a limited time.</summary>
internal sealed class ReportReader(Database database, Freshness freshness, ReportSettings settings)
{
    private readonly SqlDialect dialect = database.Dialect is Dialect.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <summary>Have the views taken in everything that was in the log when this was called?</summary>
    public Task<bool> IsFresh(TenantId tenant, CancellationToken cancel) => freshness.Wait(tenant, ReportsFollower.FollowerName, cancel);

    /// <summary>Writes the answer; gives what is to be said instead when there is nothing to write, or when its writing went wrong.</summary>
    public async Task<ODataOutcome.Refused?> Answer(TenantId tenant, ODataOutcome outcome, ReplyForm form, Reply reply, CancellationToken cancel)
    {
        using var limit = new ReportTime(TimeSpan.FromSeconds(settings.Seconds), cancel);
        try
        {
            return await database.Snapshot(tenant, work => Gather(work, outcome, form, reply, limit), limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ODataOutcome.Refused(504, "limit.time", $"This question took longer than {settings.Seconds} seconds and was stopped. Ask for less at a time.", null);
        }
        catch (ReplyTooLargeException)
        {
            return new ODataOutcome.Refused(413, "limit.batch", "This answer is too large to be text within a batch in JSON. Ask for it alone.", null);
        }
        catch (Exception fault) when (IsOutOfRange(fault))
        {
            return new ODataOutcome.Refused(400, "range", "A value computed by this request is out of range, or a pattern in it is no regular expression.", null);
        }
    }

    // Data exceptions of SQL, SQLite's words for them, and decimals larger than .NET's: it is the question's arithmetic that leads there.
    private static bool IsOutOfRange(Exception fault) =>
        fault is OverflowException
        || (fault is DbException sql && (sql.SqlState?.StartsWith("22", StringComparison.Ordinal) is true || sql.Message.Contains("overflow", StringComparison.Ordinal)));

    private async Task<ODataOutcome.Refused?> Gather(Work work, ODataOutcome outcome, ReplyForm form, Reply reply, ReportTime limit)
    {
        var head = new ReadingHead(await LogHead.Read(work));
        switch (outcome)
        {
            case ODataOutcome.Query { Ask: var ask }:
                // A chain of pages on the log ends at the head of its first page, so that it ends at all.
                ask = ask with { UpperBound = ask.UpperBound ?? head.Text, TracksChanges = ask.TracksChanges || (form.TracksChanges && ask.CanTrackChanges) };
                var rows = new RowStream(work, dialect, ask, reply, limit, form);
                await (form.Csv ? rows.Lines() : rows.Page());
                return null;
            case ODataOutcome.Count count:
                reply.Headers.ContentType = "text/plain;charset=utf-8";
                var sql = count.Ask.CountSql(dialect);
                if (await work.One(sql.Text, row => row.LongOrNull(0), head.Values(sql, count.Ask.Since, form.Limits)) is not { } number)
                {
                    return new ODataOutcome.Refused(403, "aggregates.few", $"These rows are of fewer than {LimitedModel.LeastPeople} people, and this credential shows figures over at least as many.", null);
                }

                reply.Write(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
                return null;
            case ODataOutcome.Single single:
                return await One(work, single.Ask, head, form, reply, single.ByNavigation, row => Json(form.Json, reply, json => new PayloadWriter(single.Ask, dialect, form.Json, json).Entity(row)));
            case ODataOutcome.Property property:
                return await One(work, property.Ask, head, form, reply, noContent: false, row => Property(row, property, form.Json, reply));
            default:
                throw new InvalidOperationException("This outcome has no rows.");
        }
    }

    private async Task<ODataOutcome.Refused?> One(Work work, EntityQuery ask, ReadingHead head, ReplyForm form, Reply reply, bool noContent, Action<RowSource> write)
    {
        var sql = ask.ToSql(dialect);
        await foreach (var row in work.Rows(sql.Text, head.Values(sql, ask.Since, form.Limits)))
        {
            write(new RowSource(row));
            return null;
        }

        reply.Status = noContent ? 204 : reply.Status;
        return noContent ? null : new ODataOutcome.Refused(404, "entity", "There is no such entity.", null);
    }

    private void Property(RowSource row, ODataOutcome.Property property, PayloadFormat format, Reply reply)
    {
        if (row.IsNull(0))
        {
            reply.Status = 204;
        }
        else if (property.Raw)
        {
            reply.Headers.ContentType = "text/plain;charset=utf-8";
            reply.IsOneThing = true;
            reply.Write(Encoding.UTF8.GetBytes(ODataDocuments.RawValue(row, property.Value.Type)));
        }
        else
        {
            Json(format, reply, json => new PayloadWriter(property.Ask, dialect, format, json).Property(row));
        }
    }

    private static void Json(PayloadFormat format, Reply reply, Action<Utf8JsonWriter> write)
    {
        reply.Headers.ContentType = format.ContentType;
        reply.IsOneThing = true;
        using var json = new Utf8JsonWriter(reply, PayloadWriter.WriterOptions);
        write(json);
        json.Flush();
    }
}
