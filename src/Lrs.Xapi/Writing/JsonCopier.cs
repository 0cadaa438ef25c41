using System.Buffers;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Writes one value at which the reader stands, and leaves the reader at its end.</summary>
internal delegate void ValueWriter(ref Utf8JsonReader json);

/// <summary>Copies JSON byte for byte, except where its caller writes something else. For JSON that is known to be well-formed.</summary>
internal sealed class JsonCopier(ReadOnlyMemory<byte> source, IBufferWriter<byte> output)
{
    /// <summary>Where it writes.</summary>
    public IBufferWriter<byte> Output => output;

    /// <summary>The bytes between two places.</summary>
    public ReadOnlyMemory<byte> Slice(long start, long end) => source[(int)start..(int)end];

    /// <summary>Writes the whole source by this writer.</summary>
    public void Run(ValueWriter write)
    {
        var json = new Utf8JsonReader(source.Span, new JsonReaderOptions { MaxDepth = JsonBody.MaxStoredDepth });
        json.Read();
        write(ref json);
    }

    /// <summary>Copies a value as it is.</summary>
    public void Copy(ref Utf8JsonReader json)
    {
        var start = json.TokenStartIndex;
        json.Skip();
        output.Write(Slice(start, json.BytesConsumed).Span);
    }

    /// <summary>Writes an object property by property; a property for which there is no writer is left out. Anything but an object is copied.</summary>
    /// <param name="json">Stands at the value.</param>
    /// <param name="choose">The writer for a property of this name.</param>
    /// <param name="atEnd">Writes what is to be added; told whether nothing was written yet.</param>
    public void Object(ref Utf8JsonReader json, Func<string, ValueWriter?> choose, Action<bool>? atEnd = null)
    {
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            Copy(ref json);
            return;
        }

        output.Write("{"u8);
        var empty = true;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = Slice(json.TokenStartIndex, json.TokenStartIndex + json.ValueSpan.Length + 2);
            var write = choose(Surrogates.Text(ref json));
            json.Read();
            if (write is null)
            {
                json.Skip();
                continue;
            }

            output.Write(empty ? ""u8 : ","u8);
            output.Write(name.Span);
            output.Write(":"u8);
            write(ref json);
            empty = false;
        }

        atEnd?.Invoke(empty);
        output.Write("}"u8);
    }

    /// <summary>Writes each element of a list by this writer; anything but a list is itself written by it.</summary>
    public void Each(ref Utf8JsonReader json, ValueWriter write)
    {
        if (json.TokenType is not JsonTokenType.StartArray)
        {
            write(ref json);
            return;
        }

        output.Write("["u8);
        for (var first = true; json.Read() && json.TokenType is not JsonTokenType.EndArray; first = false)
        {
            output.Write(first ? ""u8 : ","u8);
            write(ref json);
        }

        output.Write("]"u8);
    }
}
