using Lrs.Server.Accounts;
using Lrs.Server.Documents;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// Which documents may be read and changed with a launch-scoped credential: states of its own actor, in its own registration, of the chosen activities; its own
/// actor's profile; profiles of the chosen activities only to read, because other learners' content reads them too.
/// </summary>
internal sealed class ScopedDocuments : IDocumentRule
{
    /// <inheritdoc/>
    public Refusal? Check(DocumentRequest request) => request.Caller.Launch is { } scope ? Check(scope, request.Query, request.Method) : null;

    private static Refusal? Check(LaunchScope scope, DocumentQuery query, DocumentMethod method) =>
        query.Kind is not DocumentKind.ActivityProfile && !scope.Is(query.Agent) ? ScopedStatements.Forbidden("actor", "The agent is not the actor of the launch.")
        : query.Kind is not DocumentKind.AgentProfile && !scope.Covers(query.ActivityId) ? ScopedStatements.Forbidden("activity", $"The activity {query.ActivityId} is not one of this launch.")
        : query.Kind is DocumentKind.ActivityProfile && method is not DocumentMethod.Get ? ScopedStatements.Forbidden("profile", "A launch only reads profiles of activities; others depend on them too.")
        : query.Kind is DocumentKind.State && query.Registration != scope.Registration ? ScopedStatements.Forbidden("registration", $"The registration is not {scope.Registration}, the one of the launch.")
        : null;
}
