using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>One entry of the log as a follower sees it.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="Id">The statement's id.</param>
/// <param name="Stored">When it was stored.</param>
/// <param name="VoidedBefore">
/// Did the statement that voids it come before it? One that comes later is met later, and takes it back then. Never a matter of when the log
/// is read, or a view would not be the same when it is built again.
/// </param>
/// <param name="Actor">The number of its actor; null for a group without an identifier.</param>
/// <param name="Verb">The number of its verb.</param>
/// <param name="Activity">The number of the activity that is its object; null when the object is something else.</param>
/// <param name="Statement">What it says.</param>
internal sealed record LogEntry(long Seq, Guid Id, DateTimeOffset Stored, bool VoidedBefore, long? Actor, long Verb, long? Activity, Statement Statement);

/// <summary>
/// A view of the log: applies entries in order, in a transaction that also moves its cursor, so that it can be dropped and
/// rebuilt by replay. It reads the log and its own tables, nothing else.
/// </summary>
internal interface ILogFollower
{
    /// <summary>The cursor's name; for ever.</summary>
    string Name { get; }

    /// <summary>Applies entries, which come in order and once.</summary>
    Task Follow(Work work, IReadOnlyList<LogEntry> entries);

    /// <summary>Removes everything the view holds of the tenant, so that it can be built again from the first entry.</summary>
    Task Forget(Work work);
}

/// <summary>Reads the log for followers.</summary>
internal static class LogEntries
{
    private const string Columns = "SELECT seq, id, stored, voided_by, actor, verb, activity, body FROM statement WHERE tenant = @tenant AND entry = 0";

    /// <summary>The entries after a position, oldest first.</summary>
    public static Task<List<LogEntry>> After(Work work, long seq, int most) =>
        work.All($"{Columns} AND seq > @seq ORDER BY seq LIMIT @most", Read, ("@seq", seq), ("@most", most));

    /// <summary>The entry with this id, if the log has it.</summary>
    public static Task<LogEntry?> Of(Work work, Guid id) => work.One($"{Columns} AND id = @id", Read, ("@id", id));

    /// <summary>The entries with these positions, oldest first.</summary>
    public static Task<List<LogEntry>> At(Work work, long[] positions) =>
        work.All(Sql.In($"{Columns} AND seq", "@seqs", " ORDER BY seq"), Read, ("@seqs", positions));

    private static LogEntry Read(Row row) => new(row.Long(0), row.Guid(1), row.Time(2), row.LongOrNull(3) < row.Long(0), row.LongOrNull(4), row.Long(5), row.LongOrNull(6), StatementReader.ReadStored(row.Bytes(7)));
}
