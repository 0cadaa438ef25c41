namespace Lrs.Server.Courses;

/// <summary>How far an import is, told by those who do the work. Reading every file counts for half, storing for nearly all the rest.</summary>
/// <param name="told">Called with the percentage whenever it grows.</param>
internal sealed class ImportProgress(Action<int> told)
{
    private const int ReadShare = 50;
    private const int StoredShare = 95;

    private int percent;

    /// <summary>Nobody wants to know.</summary>
    public static ImportProgress Nobody => new(_ => { });

    /// <summary>So many bytes of all were read and hashed.</summary>
    public void Read(long bytes, long all) => Tell((int)(ReadShare * Share(bytes, all)));

    /// <summary>So many bytes of all were stored.</summary>
    public void Stored(long bytes, long all) => Tell(ReadShare + (int)((StoredShare - ReadShare) * Share(bytes, all)));

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
