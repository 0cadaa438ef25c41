using System.Text.Json;
using System.Text.Unicode;

namespace Lrs.Xapi;

/// <summary>Opens a body: is it UTF-8, is it one JSON value, does the reader of its contents find faults?</summary>
internal static class JsonBody
{
    /// <summary>How deep objects and lists may lie in each other; deeper comes only from mischief.</summary>
    public const int MaxDepth = 60;

    /// <summary>How deep what is stored may be: a context activity that becomes a list of one goes a level down. Every reader takes 64 by default.</summary>
    public const int MaxStoredDepth = 64;

    /// <summary>Reads the one value of a body; null if anything at all is wrong with it.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, XapiVersion version, Faults faults, Reader<T> read)
        where T : class => Read(utf8, version, MaxDepth, faults, read);

    /// <summary>The same with another limit of depth.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, XapiVersion version, int maxDepth, Faults faults, Reader<T> read)
        where T : class
    {
        var before = faults.Found;
        var value = ReadLeniently(utf8, new Reading(utf8, version, faults), maxDepth, read);
        return faults.Found == before ? value : null;
    }

    /// <summary>The same, but gives what could be read even if there were faults.</summary>
    public static T? ReadLeniently<T>(ReadOnlyMemory<byte> utf8, Reading reading, int maxDepth, Reader<T> read)
        where T : class
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            reading.Faults.Add(Rule.JsonUtf8, "The body is not UTF-8.");
            return null;
        }

        var json = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = maxDepth, CommentHandling = JsonCommentHandling.Disallow });
        T? value = null;
        var ended = false;
        try
        {
            json.Read();
            if (json.TokenType is JsonTokenType.Null)
            {
                reading.Faults.Add(Rule.ValueNull, "The body is null.");
                return null;
            }

            value = read(ref json, reading);
            ended = json.BytesConsumed > 0 && json.CurrentDepth is 0;
            if (json.Read())
            {
                reading.Faults.Add(Rule.JsonTrailing, "Something stands behind the end of the JSON value.");
            }
        }
        catch (JsonException e)
        {
            var place = $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";
            var (rule, message) = ended ? (Rule.JsonTrailing, $"Something stands behind the end of the JSON value ({place}).")
                : json.CurrentDepth >= maxDepth - 1 ? (Rule.JsonDepth, $"Objects and lists lie more than {maxDepth} deep in each other ({place}).")
                : (Rule.JsonMalformed, $"Not JSON ({place}).");
            reading.Faults.Add(rule, message);
        }

        return value;
    }
}
