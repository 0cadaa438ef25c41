using System.Collections;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>What a client said beyond the specification: any JSON by IRI, kept as its bytes (Data 4.1; 9274.1.1 4.2.7).</summary>
public sealed class Extensions : IReadOnlyList<KeyValuePair<Iri, ReadOnlyMemory<byte>>>
{
    private readonly IReadOnlyList<KeyValuePair<Iri, ReadOnlyMemory<byte>>> entries;

    internal Extensions(IReadOnlyList<KeyValuePair<Iri, ReadOnlyMemory<byte>>> entries) => this.entries = entries;

    /// <summary>No extensions.</summary>
    public static Extensions Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public KeyValuePair<Iri, ReadOnlyMemory<byte>> this[int index] => entries[index];

    /// <summary>The JSON bytes of the extension with exactly this IRI.</summary>
    public bool TryGet(string iri, out ReadOnlyMemory<byte> json)
    {
        foreach (var (key, value) in entries)
        {
            if (key.Text == iri)
            {
                json = value;
                return true;
            }
        }

        json = default;
        return false;
    }

    /// <summary>The extension with this IRI if it is a JSON string, else null.</summary>
    public string? Text(string iri)
    {
        if (!TryGet(iri, out var json))
        {
            return null;
        }

        var reader = new Utf8JsonReader(json.Span);
        return reader.Read() && reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Iri, ReadOnlyMemory<byte>>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
