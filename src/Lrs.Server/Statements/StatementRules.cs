using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>A feature's say over who may store which statements, decided in the writer's transaction.</summary>
internal interface IStatementRule
{
    /// <summary>The admission for statements of this caller; null when the rule does not concern it.</summary>
    Admission? For(Caller caller);
}

/// <summary>The rules that concern a caller.</summary>
internal static class StatementRules
{
    /// <summary>The admission for a caller's statements; null for none.</summary>
    public static Admission? For(IEnumerable<IStatementRule> rules, Caller caller) => rules.Select(rule => rule.For(caller)).SingleOrDefault(admission => admission is not null);
}
