using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>Where a tenant's log ends: every statement up to here is committed and visible, and none will come below.</summary>
internal readonly record struct LogHead(long Seq, DateTimeOffset Stored)
{
    private const string Select = "SELECT seq, stored FROM log_head WHERE tenant = @tenant";

    /// <summary>Reads the head; in the transaction that reads the statements it belongs to.</summary>
    public static Task<LogHead> Read(Work work) => work.One(Select, row => new LogHead(row.Long(0), row.Time(1)), [])!;

    /// <summary>The time as <c>X-Experience-API-Consistent-Through</c> says it (xAPI Communication 2.1.3).</summary>
    public string ConsistentThrough => XapiTime.Format(Stored);
}
