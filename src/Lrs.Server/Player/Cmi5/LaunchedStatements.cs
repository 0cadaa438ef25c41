using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// What launched units may store, decided statement by statement in the log's order, and what follows from it in the same commit.
/// </summary>
internal sealed class LaunchedStatements(SessionViews sessions, TimeProvider clock) : IStatementRule
{
    /// <inheritdoc/>
    public Admission? For(Caller caller) => caller.Session is { } session ? (work, fresh) => Admit(work, caller.Tenant, session, fresh) : null;

    private async Task<Verdict> Admit(Work work, Tenant tenant, Guid session, IReadOnlyList<NewStatement> fresh)
    {
        var now = Micros.Cut(clock.GetUtcNow());
        var view = await sessions.Find(work, tenant, session) ?? throw new InvalidDataException($"A credential stands for session {session}, which is none.");
        var before = view.Progress;
        foreach (var entry in fresh)
        {
            if (Check(view, entry, now) is { } refusal)
            {
                return new Verdict.Refused(refusal);
            }

            view = view.Kind is PackageKind.Cmi5 ? Cmi5Progress.After(view, entry.Statement, now) : XapiProgress.After(view, entry.Statement, now);
        }

        await SessionRows.Update(work, view.Session);
        var follows = await Settle(work, before, view, now);
        return view.Registration.IsPreview ? new Verdict.Heard() : new Verdict.Accepted(follows);
    }

    private static Refusal? Check(SessionView view, NewStatement entry, DateTimeOffset now) => view.Kind is PackageKind.Cmi5
        ? Cmi5Gate.Check(view, entry.Statement, entry.IdIsGiven, now)
        : XapiProgress.Check(view, entry.Statement);

    private static async Task<IReadOnlyList<NewStatement>> Settle(Work work, IReadOnlyList<RegistrationUnit> before, SessionView view, DateTimeOffset now)
    {
        if (view.Kind is PackageKind.Cmi5)
        {
            return ReferenceEquals(before, view.Progress) ? [] : await Cmi5Progress.Settle(work, before, view, now);
        }

        await RegistrationRows.Update(work, view.UnitProgress);
        await RegistrationRows.Update(work, ScormRollup.Of(view.Registration, view.Progress, view.Settings, now));
        return [];
    }
}
