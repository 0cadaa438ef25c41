using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>
/// What tells that a row changed: on the log a position, in the views the time of the entry that changed it, which grows with the
/// position. So a delta link names one point of the log, whatever set it belongs to.
/// </summary>
internal static class ReportChanges
{
    /// <summary>The parameter with the last position that the reader knows.</summary>
    public const string SinceSeq = "@since_seq";

    /// <summary>The parameter with the time of that position.</summary>
    public const string SinceTime = "@since_time";

    /// <summary>Statements are new, or voided by a newer one; an erased one leaves an entry of another kind with its id.</summary>
    public static ODataChanges OfTheLog { get; } = new(
        $"{{t}}.seq > {SinceSeq} OR {{t}}.voided_by > {SinceSeq}",
        $"SELECT e.id FROM statement e WHERE e.tenant = @tenant AND e.entry <> 0 AND e.seq > {SinceSeq}");

    /// <summary>Rows of a view that belong to a <c>person</c>, of whom the directory may say something else than before.</summary>
    /// <param name="table">The view's table, as <c>report_removed</c> names it.</param>
    public static ODataChanges OfPeople(string table) => new(
        $"{{t}}.updated > {SinceTime} OR {{t}}.person IN (SELECT p.id FROM person p WHERE p.tenant = @tenant AND p.updated > {SinceTime})",
        OfView(table).Removed);

    /// <summary>Rows of a view, and those that have left it.</summary>
    /// <param name="table">The view's table, as <c>report_removed</c> names it.</param>
    public static ODataChanges OfView(string table) => new(
        $"{{t}}.updated > {SinceTime}",
        $"SELECT r.id FROM report_removed r WHERE r.tenant = @tenant AND r.kind = '{table}' AND r.at > {SinceTime}");
}
