using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Documents;

/// <summary>State and profile documents. What a client knows of a document is checked in the transaction that changes it.</summary>
internal sealed class DocumentStore(Database database, TimeProvider clock)
{
    private const string Place = "tenant = @tenant AND kind = @kind AND activity = @activity AND agent = @agent AND registration = @registration";
    private const string One = $"{Place} AND name = @name";
    private const string Select = $"SELECT content_type, etag, updated, body FROM document WHERE {One}";

    private static readonly PerDialect SelectLocked = new(Sqlite: Select, Postgres: Select + " FOR UPDATE");

    private const string InsertInto = """
        INSERT INTO document (tenant, kind, activity, agent, registration, name, activity_text, agent_text, name_text, content_type, etag, updated, body)
        VALUES (@tenant, @kind, @activity, @agent, @registration, @name, @activityText, @agentText, @nameText, @type, @etag, @updated, @body)
        """;

    private const string Insert = $"{InsertInto} ON CONFLICT DO NOTHING";

    private const string Upsert = $"""
        {InsertInto} ON CONFLICT (tenant, kind, activity, agent, registration, name)
        DO UPDATE SET content_type = excluded.content_type, etag = excluded.etag, updated = excluded.updated, body = excluded.body
        """;

    private const string Update = $"UPDATE document SET content_type = @type, etag = @etag, updated = @updated, body = @body WHERE {One}";

    /// <summary>The document, or null.</summary>
    public Task<Document?> Get(TenantId tenant, DocumentPlace place, string name, CancellationToken cancel) =>
        database.Read(tenant, work => work.One(Select, Read, Key(place, name)), cancel);

    /// <summary>The names of the documents at a place, changed after <paramref name="since"/>; without a registration, those of every registration.</summary>
    public Task<List<string>> Names(TenantId tenant, DocumentPlace place, bool everyRegistration, DateTimeOffset? since, CancellationToken cancel) =>
        database.Read(
            tenant,
            work => work.All(
                $"SELECT DISTINCT name_text FROM document WHERE {Where(everyRegistration)} AND updated > @since ORDER BY name_text",
                row => row.Text(0),
                [.. place.Values, ("@since", since ?? DateTimeOffset.UnixEpoch)]),
            cancel);

    /// <summary>Puts a document in the place of whatever is there.</summary>
    public async Task<DocumentOutcome> Put(TenantId tenant, DocumentPlace place, string name, string contentType, ReadOnlyMemory<byte> body, Precondition known, CancellationToken cancel)
    {
        if (!known.AsksNothing)
        {
            return await Change(tenant, place, name, known, _ => (contentType, body, null), cancel);
        }

        await database.WriteOne(tenant, Upsert, Values(place, name, contentType, body), cancel);
        return new DocumentOutcome.Kept(ETags.Of(body.Span));
    }

    /// <summary>Merges a JSON object into the document's top level, or puts it where there is none (Communication 2.2).</summary>
    public Task<DocumentOutcome> Merge(TenantId tenant, DocumentPlace place, string name, string contentType, ReadOnlyMemory<byte> body, Precondition known, CancellationToken cancel) =>
        Change(tenant, place, name, known, current => Merged(current, contentType, body), cancel);

    /// <summary>Removes a document.</summary>
    public Task<DocumentOutcome> Delete(TenantId tenant, DocumentPlace place, string name, Precondition known, CancellationToken cancel) =>
        database.Write(
            tenant,
            async work =>
            {
                var current = await work.One(SelectLocked, Read, Key(place, name));
                if (known.Check(current?.ETag) is { } refused)
                {
                    return refused;
                }

                await work.Run($"DELETE FROM document WHERE {One}", Key(place, name));
                return new DocumentOutcome.Deleted();
            },
            cancel);

    /// <summary>Removes all documents at a place; without a registration, those of every registration.</summary>
    public Task DeleteAll(TenantId tenant, DocumentPlace place, bool everyRegistration, CancellationToken cancel) =>
        database.Write(tenant, work => work.Run($"DELETE FROM document WHERE {Where(everyRegistration)}", place.Values), cancel);

    /// <summary>Puts a document as part of a larger transaction.</summary>
    public Task PutWithin(Work work, DocumentPlace place, string name, string contentType, ReadOnlyMemory<byte> body) =>
        work.Run(Upsert, Values(place, name, contentType, body));

    private Task<DocumentOutcome> Change(
        TenantId tenant,
        DocumentPlace place,
        string name,
        Precondition known,
        Func<Document?, (string Type, ReadOnlyMemory<byte> Body, DocumentOutcome? Refused)> change,
        CancellationToken cancel) =>
        database.Write(
            tenant,
            async work =>
            {
                while (true)
                {
                    var current = await work.One(SelectLocked, Read, Key(place, name));
                    var (type, body, refused) = change(current);
                    if ((known.Check(current?.ETag) ?? refused) is { } no)
                    {
                        return no;
                    }

                    // Nothing to insert over means that another node put one after our look: look again.
                    var values = Values(place, name, type, body);
                    if (await work.Run(current is null ? Insert : Update, values) > 0)
                    {
                        return new DocumentOutcome.Kept(ETags.Of(body.Span));
                    }
                }
            },
            cancel);

    private static (string, ReadOnlyMemory<byte>, DocumentOutcome?) Merged(Document? current, string contentType, ReadOnlyMemory<byte> body)
    {
        var faults = new Faults();
        if (current is null)
        {
            // As PUT (Communication 2.2), but a client that merges must be told at once that nothing will ever merge with this.
            return (contentType, body, IsJson(contentType) && !JsonMerge.IsJson(body, faults) ? new DocumentOutcome.NoMerge(faults) : null);
        }

        if (!IsJson(current.ContentType) || !IsJson(contentType))
        {
            faults.Add(Rule.DocumentObject, $"Only JSON merges with JSON: the document is {current.ContentType}, what was sent is {contentType}.");
            return (contentType, body, new DocumentOutcome.NoMerge(faults));
        }

        var merged = JsonMerge.Merge(current.Body, body, faults);
        return merged is null ? (contentType, body, new DocumentOutcome.NoMerge(faults)) : ("application/json", merged, null);
    }

    private static bool IsJson(string contentType) => contentType.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static string Where(bool everyRegistration) => everyRegistration ? "tenant = @tenant AND kind = @kind AND activity = @activity AND agent = @agent" : Place;

    private static (string, object?)[] Key(DocumentPlace place, string name) => [.. place.Values, ("@name", DocumentPlace.Hash(name))];

    private (string, object?)[] Values(DocumentPlace place, string name, string contentType, ReadOnlyMemory<byte> body) =>
    [
        .. Key(place, name),
        ("@activityText", place.Activity),
        ("@agentText", place.Agent),
        ("@nameText", name),
        ("@type", contentType),
        ("@etag", ETags.Of(body.Span)),
        ("@updated", clock.GetUtcNow()),
        ("@body", body),
    ];

    private static Document Read(Row row) => new(row.Text(0), row.Text(1), row.Time(2), row.Bytes(3));
}
