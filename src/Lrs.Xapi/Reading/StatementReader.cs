using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// Reads statements once and strictly: bytes become a value, or all that is wrong with them. Every rule of Data 2.2 (9274.1.1 4.2) that concerns
/// a statement by itself is checked; what needs the store (is the id taken, may this client void) is not.
/// </summary>
public static class StatementReader
{
    /// <summary>Reads one statement, as <c>PUT</c> sends it; null if it has faults.</summary>
    /// <param name="utf8">The body. The statement keeps a slice of it, so it must not be changed or reused afterwards.</param>
    /// <param name="version">The data model of the request.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static Statement? Read(ReadOnlyMemory<byte> utf8, XapiVersion version, Faults faults) => Read(utf8, version, StatementLimits.Widest, faults);

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, XapiVersion, Faults)"/>
    /// <param name="limits">How much the body may hold.</param>
    public static Statement? Read(ReadOnlyMemory<byte> utf8, XapiVersion version, StatementLimits limits, Faults faults) => JsonBody.Read(utf8, version, limits.Depth, faults, ReadTop);

    /// <summary>
    /// Reads one statement or a list of them, as <c>POST</c> sends it; null if anything in it has faults, since a batch is taken whole or not at all
    /// (Communication 2.1.2). The same id twice is a fault. A list may be empty.
    /// </summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, XapiVersion, Faults)"/>
    public static IReadOnlyList<Statement>? ReadBatch(ReadOnlyMemory<byte> utf8, XapiVersion version, Faults faults) => ReadBatch(utf8, version, StatementLimits.Widest, faults);

    /// <inheritdoc cref="ReadBatch(ReadOnlyMemory{byte}, XapiVersion, Faults)"/>
    /// <param name="limits">How much the body may hold; more statements than that are not read (<see cref="Rule.RequestStatements"/>).</param>
    public static IReadOnlyList<Statement>? ReadBatch(ReadOnlyMemory<byte> utf8, XapiVersion version, StatementLimits limits, Faults faults) =>
        JsonBody.Read<IReadOnlyList<Statement>>(utf8, version, limits.Depth, faults, (ref Utf8JsonReader json, Reading reading) => ReadOneOrMany(ref json, reading, limits.Statements));

    /// <summary>Reads a statement out of the log. It was valid when it was let in, so faults by today's rules do not matter.</summary>
    /// <exception cref="InvalidDataException">The bytes are no statement at all: the store is damaged.</exception>
    public static Statement ReadStored(ReadOnlyMemory<byte> utf8) =>
        JsonBody.ReadLeniently(utf8, new Reading(utf8, XapiVersion.V2, new Faults()), JsonBody.MaxStoredDepth, ReadTop)
        ?? throw new InvalidDataException("The stored bytes are no statement: actor, verb or object cannot be read.");

    private static List<Statement>? ReadOneOrMany(ref Utf8JsonReader json, Reading reading, int most)
    {
        if (json.TokenType is not JsonTokenType.StartArray)
        {
            return ReadTop(ref json, reading) is { } one ? [one] : null;
        }

        var ids = new HashSet<Guid>();
        var room = most;
        var statements = ValueReader.Array(ref json, reading, (ref Utf8JsonReader j, Reading r) => room-- > 0 ? ReadInBatch(ref j, r, ids) : PassOver(ref j));
        if (room < 0)
        {
            reading.Faults.Add(Rule.RequestStatements, $"{most - room:N0} statements; at most {most:N0} may come in one request.");
        }

        return statements;
    }

    private static Statement? PassOver(ref Utf8JsonReader json)
    {
        json.Skip();
        return null;
    }

    private static Statement? ReadTop(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is JsonTokenType.StartObject)
        {
            return ReadElement(ref json, reading);
        }

        reading.Faults.Add(Rule.StatementShape, json.TokenType is JsonTokenType.StartArray
            ? "A list of statements; only one may be sent here."
            : "A statement is a JSON object.");
        json.Skip();
        return null;
    }

    private static Statement? ReadInBatch(ref Utf8JsonReader json, Reading reading, HashSet<Guid> ids)
    {
        var statement = ReadElement(ref json, reading);
        if (statement?.Id is { } id && !ids.Add(id))
        {
            reading.Faults.Add(Rule.StatementIdTwice, "id", $"An earlier statement of this request has the id {id} too.");
        }

        return statement;
    }

    private static Statement? ReadElement(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var start = json.TokenStartIndex;
        Guid? id = null;
        XapiTime? stored = null;
        Actor? authority = null;
        string? version = null;
        var body = new StatementBody();
        var places = new List<PropertyPlace>(8);
        var fields = new Fields(reading, "a statement");
        while (fields.Next(ref json))
        {
            var value = json.TokenStartIndex;
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "id":
                    id = ValueReader.Uuid(ref json, reading);
                    break;
                case "stored":
                    stored = ValueReader.Time(ref json, reading);
                    break;
                case "authority":
                    authority = AuthorityReader.Read(ref json, reading);
                    break;
                case "version":
                    version = Version(ref json, reading);
                    break;
                default:
                    if (!body.TryRead(fields.Name, ref json, reading, inSubStatement: false))
                    {
                        fields.Unknown(ref json);
                    }

                    break;
            }

            places.Add(new(fields.Name, (int)(fields.Start - start), (int)(value - start), (int)(json.BytesConsumed - start)));
        }

        body.Check(fields, reading.Faults);
        return body is not { Actor: { } actor, Verb: { } verb, Object: { } target }
            ? null
            : new()
            {
                Bytes = reading.Slice(start, json.BytesConsumed), Id = id, Actor = actor, Verb = verb, Object = target, Result = body.Result,
                Context = body.Context, When = body.When, Stored = stored?.Instant, Authority = authority, Version = version,
                Attachments = body.Attachments, Places = places, Edits = reading.TakeEdits(start),
            };
    }

    private static string? Version(ref Utf8JsonReader json, Reading reading)
    {
        var text = ValueReader.Text(ref json, reading);
        if (text is not null && !reading.Version.MayCarry(text))
        {
            reading.Faults.Add(Rule.StatementVersion, $"{ValueReader.Quoted(text)} is not a version that a statement may name: 1.0.x{(reading.Version is XapiVersion.V2 ? " or 2.0.0" : "")}.");
        }

        return text;
    }
}
