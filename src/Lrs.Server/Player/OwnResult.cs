using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>The result of a statement of the server's own; what is null is left out.</summary>
internal sealed record OwnResult
{
    public bool? Completion { get; init; }

    public bool? Success { get; init; }

    public Score? Score { get; init; }

    public TimeSpan? Duration { get; init; }

    public string? Response { get; init; }

    /// <summary>Extensions: IRI and a text or a number.</summary>
    public IReadOnlyList<(string Iri, object Value)> Extensions { get; init; } = [];

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("result"u8);
        if (Completion is { } completion)
        {
            json.WriteBoolean("completion"u8, completion);
        }

        if (Success is { } success)
        {
            json.WriteBoolean("success"u8, success);
        }

        if (Score is not null)
        {
            WriteScore(json, Score);
        }

        if (Response is not null)
        {
            json.WriteString("response"u8, Response);
        }

        if (Duration is { } duration)
        {
            json.WriteString("duration"u8, XapiDuration.Of(duration).Text);
        }

        WriteExtensions(json);
        json.WriteEndObject();
    }

    private void WriteExtensions(Utf8JsonWriter json)
    {
        if (Extensions.Count == 0)
        {
            return;
        }

        json.WriteStartObject("extensions"u8);
        foreach (var (iri, value) in Extensions)
        {
            if (value is decimal number)
            {
                json.WriteNumber(iri, number);
            }
            else
            {
                json.WriteString(iri, (string)value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteScore(Utf8JsonWriter json, Score score)
    {
        json.WriteStartObject("score"u8);
        WriteNumber(json, "scaled", score.Scaled);
        WriteNumber(json, "raw", score.Raw);
        WriteNumber(json, "min", score.Min);
        WriteNumber(json, "max", score.Max);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
