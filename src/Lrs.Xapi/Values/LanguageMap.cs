using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lrs.Xapi;

/// <summary>The same text in several languages, in the order in which it was sent (Data 4.2; 9274.1.1 4.2.7).</summary>
public sealed class LanguageMap : IReadOnlyList<KeyValuePair<LanguageTag, string>>
{
    private readonly IReadOnlyList<KeyValuePair<LanguageTag, string>> entries;

    /// <summary>A map of these entries; the caller has seen to it that no tag comes twice.</summary>
    public LanguageMap(IReadOnlyList<KeyValuePair<LanguageTag, string>> entries) => this.entries = entries;

    /// <summary>The map without entries.</summary>
    public static LanguageMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public KeyValuePair<LanguageTag, string> this[int index] => entries[index];

    /// <summary>The text of exactly this language, in any case of letters.</summary>
    public bool TryGet(string tag, [NotNullWhen(true)] out string? text)
    {
        foreach (var (key, value) in entries)
        {
            if (key.Text.Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                text = value;
                return true;
            }
        }

        text = null;
        return false;
    }

    /// <summary>The entry that suits best; see <see cref="BestEntry"/>. Null only if the map is empty.</summary>
    public string? Best(LanguagePreference preferred) => BestEntry(preferred)?.Value;

    /// <summary>The entry that suits best, for languages given as tags, most wanted first.</summary>
    public string? Best(params IReadOnlyList<string> preferred) => Best(LanguagePreference.Of(preferred));

    /// <summary>
    /// For each wanted range in turn: the entry of that tag or of the tag cut from its end (RFC 4647 3.4), else an entry that is more special than the range
    /// (<c>en</c> takes <c>en-GB</c>). If none suits, or <c>*</c> comes first, the first entry: some text is better than none.
    /// </summary>
    public KeyValuePair<LanguageTag, string>? BestEntry(LanguagePreference preferred)
    {
        foreach (var range in preferred.Ranges)
        {
            if (range is "*")
            {
                break;
            }

            for (var cut = range; cut.Length > 0; cut = Shorter(cut))
            {
                if (Find(cut, special: false) is { } found)
                {
                    return found;
                }
            }

            if (Find(range, special: true) is { } specialised)
            {
                return specialised;
            }
        }

        return entries.Count > 0 ? entries[0] : null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<LanguageTag, string>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<LanguageTag, string>? Find(string range, bool special)
    {
        foreach (var entry in entries)
        {
            var tag = entry.Key.Text;
            if (special ? tag.Length > range.Length && tag[range.Length] is '-' && tag.StartsWith(range, StringComparison.OrdinalIgnoreCase)
                        : tag.Equals(range, StringComparison.OrdinalIgnoreCase))
            {
                return entry;
            }
        }

        return null;
    }

    private static string Shorter(string range)
    {
        var dash = range.LastIndexOf('-');
        if (dash > 1 && range[dash - 2] is '-')
        {
            dash -= 2; // a single letter introduces what follows and goes with it (RFC 4647 3.4)
        }

        return dash > 0 ? range[..dash] : "";
    }
}
