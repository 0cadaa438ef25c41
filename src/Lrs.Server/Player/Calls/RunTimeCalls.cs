using System.Buffers;
using System.Text;
using System.Text.Json;
using Lrs.Data;

namespace Lrs.Server.Player;

/// <summary>Some calls of one session, as its page sent them.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="Session">Whose.</param>
/// <param name="At">When they came.</param>
/// <param name="Calls">A JSON array.</param>
internal sealed record CallBatch(Guid Id, Guid Session, DateTimeOffset At, string Calls);

/// <summary>
/// What content called and what came of it, kept for a month for whoever asks why a course does not do what it should. It is told by the learner's page and proves nothing; records
/// are made from commits alone.
/// </summary>
internal sealed class RunTimeCalls(Database database, TimeProvider clock)
{
    /// <summary>How long calls are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Most calls in one piece.</summary>
    public const int MostCalls = 500;

    private const int MostPieces = 400;
    private const int LongestText = 1000;
    private const int MostArguments = 3;

    private const string Insert = "INSERT INTO run_time_call (tenant, registration, id, session, at, calls) VALUES (@tenant, @registration, @id, @session, @at, @calls)";

    private const string Select = """
        SELECT id, session, at, calls FROM run_time_call
        WHERE tenant = @tenant AND registration = @registration AND id > @after
        ORDER BY id LIMIT 50
        """;

    /// <summary>Keeps calls of a session.</summary>
    /// <returns>False when the session has told as much as is kept of one.</returns>
    public Task<bool> Keep(TenantId tenant, Guid registration, Guid session, string calls, CancellationToken cancel) => database.Write(
        tenant,
        async work =>
        {
            var pieces = await work.One("SELECT COUNT(*) FROM run_time_call WHERE tenant = @tenant AND session = @session", row => row.Long(0), ("@session", session));
            if (pieces >= MostPieces)
            {
                return false;
            }

            var now = clock.GetUtcNow();
            await work.Run(Insert, ("@registration", registration), ("@id", Guid.CreateVersion7(now)), ("@session", session), ("@at", now), ("@calls", calls));
            return true;
        },
        cancel);

    /// <summary>The calls of a registration after a piece, oldest first.</summary>
    public Task<List<CallBatch>> After(TenantId tenant, Guid registration, Guid after, CancellationToken cancel) => database.Read(
        tenant,
        work => work.All(Select, row => new CallBatch(row.Guid(0), row.Guid(1), row.Time(2), row.Text(3)), ("@registration", registration), ("@after", after)),
        cancel);

    /// <summary>Removes what is older than a month.</summary>
    public Task<int> Sweep(TenantId tenant, CancellationToken cancel) =>
        database.Write(tenant, work => work.Run("DELETE FROM run_time_call WHERE tenant = @tenant AND at < @limit", ("@limit", clock.GetUtcNow() - Kept)), cancel);

    /// <summary>
    /// Reads <c>{"calls": [{"at": milliseconds, "call": name, "arguments": [text …], "result": text, "error": number}]}</c> and writes the array anew: nothing else gets in, and
    /// long texts are cut.
    /// </summary>
    /// <returns>The array; null when the body is something else.</returns>
    public static string? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var sent = JsonSerializer.Deserialize<Sent>(body.Span, JsonSerializerOptions.Web);
            return sent?.Calls is { Count: > 0 and <= MostCalls } calls && calls.All(call => call is { Name.Length: > 0 and < 40 }) ? Write(calls) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Requests of a unit as calls: method and path, the query, the status.</summary>
    public static string Of(IEnumerable<CallNote> notes) =>
        Write([.. notes.Select(note => new Call(0, note.Line.Call, [note.Line.Argument], $"{note.Line.Status}", note.Line.Status >= 400 ? note.Line.Status : 0))]);

    private static string Write(List<Call> calls)
    {
        var room = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartArray();
            foreach (var call in calls)
            {
                json.WriteStartObject();
                json.WriteNumber("at"u8, call.At);
                json.WriteString("call"u8, call.Name);
                json.WriteStartArray("arguments"u8);
                foreach (var argument in (call.Arguments ?? []).Take(MostArguments))
                {
                    json.WriteStringValue(Cut(argument));
                }

                json.WriteEndArray();
                json.WriteString("result"u8, Cut(call.Result));
                json.WriteNumber("error"u8, call.Error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(room.WrittenSpan);
    }

    // PostgreSQL keeps no NUL in text.
    private static string Cut(string? text) => (text is { Length: > LongestText } ? $"{text[..LongestText]}… ({text.Length:N0} characters)" : text ?? "").Replace("\0", "\uFFFD", StringComparison.Ordinal);

    private sealed record Sent(List<Call>? Calls);

    private sealed record Call(double At, [property: System.Text.Json.Serialization.JsonPropertyName("call")] string Name, List<string?>? Arguments, string? Result, int Error);
}
