namespace Lrs.Xapi;

/// <summary>Texts in order of their first coming, each once. Nearly always they are few, often one: it looks them through until there are many.</summary>
internal sealed class DistinctTexts
{
    private string? first;
    private List<string>? list;
    private HashSet<string>? set;

    public IReadOnlyList<string> All => list ?? (first is null ? [] : [first]);

    public bool Add(string text)
    {
        if (first is null)
        {
            first = text;
            return true;
        }

        list ??= [first];
        if (set is null && list.Count is 16)
        {
            set = new(list, StringComparer.Ordinal);
        }

        if (set is null ? list.Contains(text) : !set.Add(text))
        {
            return false;
        }

        list.Add(text);
        return true;
    }
}
