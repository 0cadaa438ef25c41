using System.Runtime.CompilerServices;
using System.Text;
using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;

namespace Lrs.Server.Player;

/// <summary>What is known of the launch that a caller comes from.</summary>
/// <param name="LearnerKey">Whose records it may touch.</param>
/// <param name="Registration">And in which registration.</param>
/// <param name="IsCmi5">Do the rules of cmi5 hold?</param>
/// <param name="IsOver">Has the session ended, and the time in which late statements are taken?</param>
internal sealed record CallersLaunch(string LearnerKey, Guid Registration, bool IsCmi5, bool IsOver);

/// <summary>
/// Launched units as callers of the record store: key and secret are given out once per session (cmi5 8.2) and open this learner's
/// documents and statements in this registration, nothing else.
/// </summary>
internal sealed class LaunchedCallers(Database database, LaunchTokens tokens, SessionViews sessions, TimeProvider clock) : ICallerSource
{
    private const string KeyPrefix = "launch-";

    // Beside the caller, because what a caller is belongs to another feature; an entry goes when its request does.
    private static readonly ConditionalWeakTable<Caller, CallersLaunch> Launches = [];

    /// <summary>The launch that a caller comes from; null for any other caller.</summary>
    public static CallersLaunch? LaunchOf(Caller caller) => Launches.TryGetValue(caller, out var launch) ? launch : null;

    /// <summary>A new secret for a session, kept as part of a larger transaction; what Basic takes, in base64 (cmi5 8.2.1).</summary>
    public async Task<string> Give(Work work, Tenant tenant, Guid session)
    {
        var (key, secret) = (KeyPrefix + session.ToString("N"), LaunchTokens.Make(tenant));
        await tokens.Keep(work, Joined(key, secret), TokenPurpose.Record, session);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}"));
    }

    /// <inheritdoc/>
    public async ValueTask<Caller?> Find(string key, string secret, CancellationToken cancel)
    {
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal) || await tokens.Find(Joined(key, secret), TokenPurpose.Record, cancel) is not { } found)
        {
            return null;
        }

        if (await database.Read(found.Tenant.Id, work => sessions.Find(work, found.Tenant, found.Session), cancel) is not { } view)
        {
            return null;
        }

        var launch = new CallersLaunch(view.Registration.LearnerKey, view.Registration.Id, view.Kind is PackageKind.Cmi5, IsOver(view.Session));

        // Writing stays open for an ended session, so that the statement rule can say why it refuses; reading does not.
        var scopes = Scopes.WriteStatements | Scopes.State | Scopes.Profile | (launch.IsOver ? Scopes.None : Scopes.ReadMine);
        var caller = new Caller(found.Tenant, scopes, AuthorityOf(found.Tenant, view.Registration.Id), key) { Session = found.Session };
        Launches.Add(caller, launch);
        return caller;
    }

    private bool IsOver(LaunchSession session) =>
        session.State is SessionState.Abandoned || (session.State is SessionState.Terminated && clock.GetUtcNow() - session.Ended > Cmi5Gate.Grace);

    // One authority for a registration: "mine" is then what was said in this registration, and no other learner's.
    private static byte[] AuthorityOf(Tenant tenant, Guid registration) => Encoding.UTF8.GetBytes(Authority.Account($"{tenant.Iri}/launches", registration.ToString()));

    private static string Joined(string key, string secret) => $"{key}:{secret}";
}
