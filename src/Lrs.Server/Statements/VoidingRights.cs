using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Http;

namespace Lrs.Server.Statements;

/// <summary>
/// Who may declare what void (xAPI Data 2.3.2; Communication 3.2: 403): scope <c>all</c> anything, even before it comes; whoever else may write,
/// only what the log has from the same authority. So a credential that leaks into a course cannot take back other people's records.
/// </summary>
internal static class VoidingRights
{
    private static readonly PerDialect Own = Sql.InBlobs(
        "SELECT s.id FROM statement s JOIN term t ON t.tenant = @tenant AND t.id = s.authority WHERE s.tenant = @tenant AND t.text = @authority AND s.id", "@ids", "");

    /// <summary>The admission for a caller's statements, after any other of its admissions; null when there is nothing to ask.</summary>
    /// <param name="other">What else must be asked in the writer's transaction.</param>
    public static Admission? After(Admission? other, Caller caller, IReadOnlyList<NewStatement> entries)
    {
        if (caller.May(Scopes.All) || !entries.Any(Voids))
        {
            return other;
        }

        var authority = AuthorityTexts.Of(caller.Authority);
        return async (work, fresh) =>
            await Foreign(work, authority, fresh) is { } foreign
                ? new Verdict.Refused(new Refusal(403, "voiding.foreign", "Data 2.3.2 · 9274.1.1 4.2.5", $"This credential may void only statements that it stored itself, and {foreign} is none. Nothing was stored."))
                : other is null ? Verdict.Accepted.Plain : await other(work, fresh);
    }

    private static async Task<Guid?> Foreign(Work work, string? authority, IReadOnlyList<NewStatement> fresh)
    {
        var targets = fresh.Where(Voids).Select(one => one.Statement.Keys.RefersTo!.Value).Except(fresh.Select(one => one.Id)).ToArray();
        if (targets.Length == 0)
        {
            return null;
        }

        var own = (await work.All(Own, row => row.Guid(0), ("@authority", authority), ("@ids", targets))).ToHashSet();
        return targets.Where(target => !own.Contains(target)).Select(target => (Guid?)target).FirstOrDefault();
    }

    private static bool Voids(NewStatement one) => one.Statement.Keys is { Voids: true, RefersTo: not null };
}
