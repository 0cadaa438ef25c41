using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// The newest entries of the logs as this process has just written them, so that the views that follow need not read back and parse again
/// what was in memory a moment ago. Never more than a few thousand and a few seconds; who asks for others reads the database.
/// </summary>
internal sealed class LogTail
{
    private const int Most = 3_000;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, List<LogEntry>> tails = [];
    private int kept;

    /// <summary>Takes in what was committed.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="entries">The entries of one commit, in order.</param>
    public void Add(TenantId tenant, IReadOnlyList<LogEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        lock (gate)
        {
            if (!tails.TryGetValue(tenant, out var tail))
            {
                tails[tenant] = tail = [];
            }

            // Another node wrote in between: what it wrote is not here.
            if (tail.Count > 0 && tail[^1].Seq + 1 != entries[0].Seq)
            {
                Drop(tail, tail.Count);
            }

            tail.AddRange(entries);
            kept += entries.Count;
            Drop(tail, Math.Min(tail.Count, kept - Most));
        }
    }

    /// <summary>The entries that follow a position without a gap, oldest first; null when they are not here.</summary>
    public List<LogEntry>? After(TenantId tenant, long seq, int most)
    {
        lock (gate)
        {
            if (!tails.TryGetValue(tenant, out var tail) || tail.Count == 0 || seq + 1 < tail[0].Seq || seq >= tail[^1].Seq)
            {
                return null;
            }

            var from = (int)(seq + 1 - tail[0].Seq);
            return tail.GetRange(from, Math.Min(most, tail.Count - from));
        }
    }

    /// <summary>Lets go of what is older than a few seconds.</summary>
    public void Trim(DateTimeOffset now)
    {
        lock (gate)
        {
            foreach (var tail in tails.Values)
            {
                var young = tail.FindIndex(entry => now - entry.Stored < Oldest);
                Drop(tail, young < 0 ? tail.Count : young);
            }
        }
    }

    private void Drop(List<LogEntry> tail, int count)
    {
        if (count > 0)
        {
            tail.RemoveRange(0, count);
            kept -= count;
        }
    }
}
