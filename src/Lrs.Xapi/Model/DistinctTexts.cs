namespace Lrs.Xapi;

/// <summary>Texts in order of their first coming, each once. Looks them through while they are few, as nearly always.</summary>
internal sealed class DistinctTexts
{
    private readonly List<string> list = [];
    private HashSet<string>? set;

    public IReadOnlyList<string> All => list;

    public bool Add(string text)
    {
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
