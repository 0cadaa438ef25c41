using System.Buffers;
using System.Text;
using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>A statement that the server itself makes about a learner. It goes through <see cref="StatementReader"/> like anybody's.</summary>
internal sealed record OwnStatement
{
    public required Guid Id { get; init; }

    /// <summary>IRI of the verb; its last segment is its name.</summary>
    public required string Verb { get; init; }

    public required OwnActivity Object { get; init; }

    public OwnResult? Result { get; init; }

    public IReadOnlyList<OwnActivity> Parent { get; init; } = [];

    public IReadOnlyList<OwnActivity> Grouping { get; init; } = [];

    public IReadOnlyList<OwnActivity> Category { get; init; } = [];

    /// <summary>Number of the course's version.</summary>
    public string? Revision { get; init; }

    /// <summary>Extensions of the context: IRI and a text or a number.</summary>
    public IReadOnlyList<(string Iri, object Value)> Extensions { get; init; } = [];

    /// <summary>The statement for the log.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="registration">Whose learner and which registration.</param>
    /// <param name="when">Its timestamp.</param>
    public NewStatement For(Tenant tenant, Registration registration, DateTimeOffset when)
    {
        var room = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(room))
        {
            Write(json, registration, when);
        }

        var faults = new Faults();
        var statement = StatementReader.Read(room.WrittenMemory, XapiVersion.V1, faults)
            ?? throw new InvalidOperationException($"The server made a statement with a fault at {faults[0].Path}: {faults[0].Message}");
        return new NewStatement(statement, Id, Authority(tenant), XapiVersion.V1);
    }

    private static byte[] Authority(Tenant tenant) => Encoding.UTF8.GetBytes(Accounts.Authority.Account($"{tenant.Iri}/systems", "player"));

    private void Write(Utf8JsonWriter json, Registration registration, DateTimeOffset when)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WritePropertyName("actor"u8);
        registration.Actor.WriteTo(json);
        json.WriteStartObject("verb"u8);
        json.WriteString("id"u8, Verb);
        json.WriteStartObject("display"u8);
        json.WriteString("en"u8, Verb[(Verb.LastIndexOf('/') + 1)..]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WritePropertyName("object"u8);
        Object.WriteTo(json);
        Result?.WriteTo(json);
        WriteContext(json, registration.Id);
        json.WriteString("timestamp"u8, XapiTime.Format(when));
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, Guid registration)
    {
        json.WriteStartObject("context"u8);
        json.WriteString("registration"u8, registration);
        json.WriteStartObject("contextActivities"u8);
        WriteList(json, "parent", Parent);
        WriteList(json, "grouping", Grouping);
        WriteList(json, "category", Category);
        json.WriteEndObject();
        if (Revision is not null)
        {
            json.WriteString("revision"u8, Revision);
        }

        json.WriteString("platform"u8, "Lrs");
        if (Extensions.Count > 0)
        {
            json.WriteStartObject("extensions"u8);
            foreach (var (iri, value) in Extensions)
            {
                json.WritePropertyName(iri);
                WriteValue(json, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<OwnActivity> activities)
    {
        if (activities.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var activity in activities)
            {
                activity.WriteTo(json);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        if (value is decimal number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue((string)value);
        }
    }
}

/// <summary>An activity in a statement of the server's own.</summary>
/// <param name="Id">Its IRI.</param>
internal sealed record OwnActivity(string Id)
{
    /// <summary>IRI of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its name, in <see cref="Language"/>.</summary>
    public string? Name { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>For a question.</summary>
    public OwnQuestion? Question { get; init; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("objectType"u8, "Activity"u8);
        json.WriteString("id"u8, Id);
        if (Type is not null || Name is not null)
        {
            json.WriteStartObject("definition"u8);
            WriteIf(json, "type", Type);
            WriteText(json, "name", Name);
            if (Question is not null)
            {
                WriteText(json, "description", Question.Description);
                json.WriteString("interactionType"u8, Question.Type);
                WriteAnswers(json, Question.Correct);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<string> correct)
    {
        if (correct.Count > 0)
        {
            json.WriteStartArray("correctResponsesPattern"u8);
            foreach (var pattern in correct)
            {
                json.WriteStringValue(pattern);
            }

            json.WriteEndArray();
        }
    }

    private void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteStartObject(name);
            json.WriteString(Language, text);
            json.WriteEndObject();
        }
    }

    private static void WriteIf(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

/// <summary>What a statement tells of a question.</summary>
/// <param name="Type">One of xAPI's interaction types.</param>
/// <param name="Correct">The right answers in xAPI's form; empty when content told none.</param>
/// <param name="Description">Its text, when content told it.</param>
internal sealed record OwnQuestion(string Type, IReadOnlyList<string> Correct, string? Description);
