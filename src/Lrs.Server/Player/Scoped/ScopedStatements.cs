using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// Which statements may be stored with a launch-scoped credential, whose content somebody else launches: its own actor in its own registration,
/// about the chosen activities, by the chosen verbs.
/// </summary>
internal sealed class ScopedStatements : IStatementRule
{
    private const string Clause = "Lrs launch scope";

    /// <inheritdoc/>
    public Admission? For(Caller caller) => caller.Launch is { } scope ? (_, fresh) => Task.FromResult(Judge(scope, fresh)) : null;

    private static Verdict Judge(LaunchScope scope, IReadOnlyList<NewStatement> fresh)
    {
        foreach (var entry in fresh)
        {
            if (Check(scope, entry.Statement) is { } refusal)
            {
                return new Verdict.Refused(refusal);
            }
        }

        return Verdict.Accepted.Plain;
    }

    private static Refusal? Check(LaunchScope scope, Statement statement) =>
        !scope.Is(statement.Actor) ? Forbidden("actor", "The actor is not the one of the launch.")
        : statement.Context?.Registration is not { } registration ? Forbidden("registration", $"The statement has no context.registration; it needs {scope.Registration}, the one of the launch.")
        : registration != scope.Registration ? Forbidden("registration", $"context.registration is not {scope.Registration}, the one of the launch.")
        : statement.Verb.Id.Text == Verb.Voided ? Forbidden("voiding", "A launched unit may not void statements.")
        : !scope.Allows(statement.Verb.Id) ? Forbidden("verb", $"The verb {statement.Verb.Id} is not one that this launch may use.")
        : statement.Object is not Activity activity ? Forbidden("object", "The object is not an activity; this launch speaks of activities only.")
        : !scope.Covers(activity.Id) ? Forbidden("activity", $"The activity {activity.Id} is not one that this launch may speak of.")
        : null;

    /// <summary>403 with the rule that this launch is held to.</summary>
    internal static Refusal Forbidden(string rule, string message) => new(403, $"launch.{rule}", Clause, message);
}
