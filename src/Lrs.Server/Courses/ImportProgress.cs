namespace Lrs.Server.Courses;

/// <summary>
/// How far an import is, told by those who do the work. Where the bytes were waited for, their coming counts for a half of the whole; of what is left, reading every file counts
/// for half, storing for nearly all the rest.
/// </summary>
/// <param name="told">Called with the percentage whenever it grows.</param>
/// <param name="arrived">The percentage of which the coming of the bytes is worth, 0 when they were there already.</param>
internal sealed class ImportProgress(Action<int> told, int arrived = 0)
{
    /// <summary>What the coming of the bytes is worth, where it is waited for.</summary>
    public const int Arrival = 50;

    private const int ReadShare = 50;
    private const int StoredShare = 95;

    private int percent;

    /// <summary>Nobody wants to know.</summary>
    public static ImportProgress Nobody => new(_ => { });

    /// <summary>The same, told to somebody else.</summary>
    public ImportProgress To(Action<int> other) => new(other, arrived) { percent = percent };

    /// <summary>So many bytes of all have come.</summary>
    public void Received(long bytes, long all) => Tell((int)(arrived * Share(bytes, all)));

    /// <summary>So many bytes of all were read and hashed.</summary>
    public void Read(long bytes, long all) => Tell(Rest(ReadShare * Share(bytes, all)));

    /// <summary>So many bytes of all were stored.</summary>
    public void Stored(long bytes, long all) => Tell(Rest(ReadShare + ((StoredShare - ReadShare) * Share(bytes, all))));

    private int Rest(double share) => arrived + (int)((100 - arrived) * share / 100);

    private static double Share(long bytes, long all) => all <= 0 ? 1 : Math.Clamp((double)bytes / all, 0, 1);

    private void Tell(int reached)
    {
        if (reached > percent)
        {
            percent = reached;
            told(reached);
        }
    }
}
