using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lrs.Server.Player;

/// <summary>
/// What the player page sends when content saves: the run-time's commit object with the session, the commit's number in it, and, when a
/// page that is going away had to cut it up, which part this is.
/// </summary>
internal sealed record ScormCommit
{
    private const int MostElements = 20_000;
    private const int LongestName = 250;

    public required Guid Session { get; init; }

    /// <summary>Counts from 1 in each session.</summary>
    public required long Sequence { get; init; }

    /// <summary>Which part, from 0.</summary>
    public int Part { get; init; }

    /// <summary>Of how many.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Did content end the session with it?</summary>
    public bool Terminates { get; init; }

    /// <summary>All elements (true), or only those that changed since the last commit that was acknowledged?</summary>
    public bool IsWhole { get; init; }

    public required Cmi Cmi { get; init; }

    /// <summary>Reads a body; null, with the reason, when it is no commit.</summary>
    public static ScormCommit? Read(ReadOnlyMemory<byte> body, out string reason)
    {
        reason = "";
        try
        {
            return Read(new Utf8JsonReader(body.Span), out reason);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            reason = "The body is not the JSON of a commit.";
            return null;
        }
    }

    private static ScormCommit? Read(Utf8JsonReader json, out string reason)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        var (whole, changes) = (false, false);
        json.Read();
        Expect(json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            switch (name)
            {
                case "runtimeData" or "changes":
                    (whole, changes) = (whole || name is "runtimeData", changes || name is "changes");
                    Expect(json, JsonTokenType.StartObject);
                    Flatten(ref json, "", elements);
                    break;
                case "session" or "commitSequence" or "part" or "parts" or "terminate" when json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray):
                    fields[name] = Text(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return Make(fields, elements, whole, changes, out reason);
    }

    private static ScormCommit? Make(Dictionary<string, string> fields, Dictionary<string, string> elements, bool whole, bool changes, out string reason)
    {
        var numbered = long.TryParse(fields.GetValueOrDefault("commitSequence"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0;
        var part = int.TryParse(fields.GetValueOrDefault("part", "0"), NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : -1;
        var parts = int.TryParse(fields.GetValueOrDefault("parts", "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        reason = !Guid.TryParse(fields.GetValueOrDefault("session"), out var session) ? "'session' is the id of the session."
            : !numbered ? "'commitSequence' is the number of the commit in its session, from 1."
            : parts is < 1 or > 60 || part < 0 || part >= parts ? "'part' counts from 0 to less than 'parts', which is at most 60."
            : whole == changes ? "A commit has either 'runtimeData' or 'changes'."
            : elements.Count > MostElements ? $"A commit has at most {MostElements:N0} elements."
            : elements.Keys.FirstOrDefault(name => !name.StartsWith("cmi.", StringComparison.Ordinal) || name.Length > LongestName) is { } odd ? $"'{odd[..Math.Min(odd.Length, 60)]}' is no element of the data model."
            : "";
        return reason.Length > 0 ? null : new ScormCommit
        {
            Session = session,
            Sequence = sequence,
            Part = part,
            Parts = parts,
            Terminates = fields.GetValueOrDefault("terminate") is "true" or "True",
            IsWhole = whole,
            Cmi = ScormElements.OfContent(elements),
        };
    }

    // Lists come as objects with numbers for names; what is null was never set.
    private static void Flatten(ref Utf8JsonReader json, string at, Dictionary<string, string> elements)
    {
        var open = new Stack<string>();
        open.Push(at);
        while (open.Count > 0 && json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var name = json.GetString()!;
                    var path = open.Peek().Length == 0 ? name : $"{open.Peek()}.{name}";
                    json.Read();
                    if (json.TokenType is JsonTokenType.StartObject)
                    {
                        open.Push(path);
                    }
                    else if (json.TokenType is JsonTokenType.StartArray)
                    {
                        throw new FormatException("Lists come as objects.");
                    }
                    else if (json.TokenType is not JsonTokenType.Null)
                    {
                        elements[path] = Text(ref json);
                    }

                    break;
                default:
                    open.Pop();
                    break;
            }
        }
    }

    private static string Text(ref Utf8JsonReader json) => json.TokenType is JsonTokenType.String
        ? json.GetString()!
        : Encoding.UTF8.GetString(json.ValueSpan);

    private static void Expect(Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type)
        {
            throw new FormatException($"{type} was expected.");
        }
    }
}
