namespace Lrs.Xapi;

/// <summary>What every reader needs while one body is read.</summary>
internal sealed class Reading(ReadOnlyMemory<byte> source, XapiVersion version, Faults faults)
{
    private List<Edit>? edits;

    public XapiVersion Version { get; } = version;

    public Faults Faults { get; } = faults;

    /// <summary>The bytes between two places of the body.</summary>
    public ReadOnlyMemory<byte> Slice(long start, long end) => source[(int)start..(int)end];

    /// <summary>Notes that bytes of the body change on the way into the store.</summary>
    public void Change(long at, long length, string with) => (edits ??= []).Add(new Edit((int)at, (int)length, with));

    /// <summary>The changes noted since the last call, their places counted from <paramref name="start"/>.</summary>
    public IReadOnlyList<Edit> TakeEdits(long start)
    {
        if (edits is null)
        {
            return [];
        }

        var taken = edits.Select(e => e with { At = e.At - (int)start }).OrderBy(e => e.At).ToArray();
        edits = null;
        return taken;
    }
}
