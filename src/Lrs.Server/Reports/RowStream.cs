using System.Text.Json;
using Lrs.Data;
using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>Rows on their way from the database to the client: none is kept, and no more are read than the client takes.</summary>
internal sealed class RowStream(Work work, SqlDialect dialect, EntityQuery ask, Reply reply, ReportTime limit, ReplyForm form)
{
    private readonly ReadingHead head = ReadingHead.Parse(ask.UpperBound!);

    // Whether there is an answer shows with the first row.
    private SqlText Sql => (form.HeadersOnly ? ask with { PageSize = 1 } : ask).ToSql(dialect);

    /// <summary>A page as OData JSON.</summary>
    public async Task Page()
    {
        var count = ask.Count ? await Number(ask.CountSql(dialect)) : null;
        reply.Headers.ContentType = form.Json.ContentType;
        await using var json = new Utf8JsonWriter(reply, PayloadWriter.WriterOptions);
        var writer = new PayloadWriter(ask, dialect, form.Json, json);
        writer.Start(count);
        if (ask.RemovedSql(dialect) is { } removed)
        {
            await Each(removed, row =>
            {
                writer.Removed(row);
                return true;
            }, json);
        }

        await Each(Sql, row => writer.Row(row), json);
        writer.End();
        json.Flush();
    }

    /// <summary>Rows as lines of CSV.</summary>
    public async Task Lines()
    {
        reply.Headers.ContentType = "text/csv;charset=utf-8";
        reply.Headers.ContentDisposition = $"attachment; filename=\"{ask.Set.Name}.csv\"";

        // With the mark by which Excel knows UTF-8.
        using var text = new Utf8Text(reply);
        text.Write('\uFEFF');
        var writer = new CsvWriter(ask, dialect, form.Json, text);
        await Rest(writer);
        writer.Start();
        await Each(Sql, row => writer.Row(row), null);
    }

    // The link to the rest is a header, so it must be known before the first line. One row is asked for alone only when there is a rest.
    private async Task Rest(CsvWriter writer)
    {
        if (ask.MayOverflow && await Number(ask.OverflowSql(dialect)) > ask.PageSize)
        {
            var last = ask.LastOfPage().ToSql(dialect);

            // Not as rows are written: nothing may go out before the header is known.
            await work.One(last.Text, row => writer.Remember(new RowSource(row)), head.Values(last, ask.Since, form.Limits));
            reply.Headers.Link = $"<{new Uri(writer.NextLink!).AbsoluteUri}>; rel=\"next\"";
        }
    }

    // Null: of rows that may be seen in crowds only, there are too few.
    private Task<long?> Number(SqlText sql) => work.One(sql.Text, row => row.LongOrNull(0), head.Values(sql, ask.Since, form.Limits));

    private async Task Each(SqlText sql, Func<RowSource, bool> write, Utf8JsonWriter? json)
    {
        await foreach (var row in work.Rows(sql.Text, head.Values(sql, ask.Since, form.Limits)))
        {
            try
            {
                if (!write(new RowSource(row)))
                {
                    break;
                }

                if (reply.IsDue(json?.BytesPending ?? 0))
                {
                    json?.Flush();
                    await limit.Flow(reply);
                }
            }
            catch
            {
                // The database must not go on with what nobody will read.
                limit.End();
                throw;
            }
        }
    }
}
