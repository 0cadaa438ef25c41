using System.Text;
using System.Text.Json;
using Lrs.OData;

namespace Lrs.Tests.OData;

/// <summary>Runs a URL against a sample database and writes its payload, as a server would.</summary>
internal static class Payloads
{
    public const string Root = "http://reports.example/odata/";

    public static readonly PayloadFormat Format = new(Root);

    public static string Of(SampleDatabase database, string url, PayloadFormat? format = null, ODataContext? context = null, Func<EntityQuery, EntityQuery>? also = null)
    {
        var outcome = Sample.Parse(url, context);
        var query = outcome switch
        {
            ODataOutcome.Query all => also is null ? all.Ask : also(all.Ask),
            ODataOutcome.Single single => single.Ask,
            ODataOutcome.Property property => property.Ask,
            _ => throw new InvalidOperationException(outcome.ToString()),
        };
        return Written(json =>
        {
            var writer = new PayloadWriter(query, database.Dialect, format ?? Format, json);
            if (outcome is not ODataOutcome.Query)
            {
                database.Read(query.ToSql(database.Dialect), row =>
                {
                    if (outcome is ODataOutcome.Single)
                    {
                        writer.Entity(row);
                    }
                    else
                    {
                        writer.Property(row);
                    }

                    return false;
                });
                return;
            }

            long? count = null;
            if (query.Count)
            {
                database.Read(query.CountSql(database.Dialect), row => { count = row.GetInt64(0); return false; });
            }

            writer.Start(count);
            database.Read(query.ToSql(database.Dialect), writer.Row);
            writer.End();
        });
    }

    public static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, PayloadWriter.WriterOptions))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>All pages of a chain by following its links.</summary>
    public static List<JsonElement> Chain(SampleDatabase database, string url, ODataContext? context = null, PayloadFormat? format = null)
    {
        var pages = new List<JsonElement>();
        for (var next = url; next is not null;)
        {
            var page = JsonDocument.Parse(Of(database, next, format, context)).RootElement;
            pages.Add(page);
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()![Root.Length..] : null;
            context = context is null ? null : context with { MaxPageSize = null };
        }

        return pages;
    }
}
