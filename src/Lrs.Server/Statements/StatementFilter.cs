using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>One filter of a query in numbers: the column that says it on PostgreSQL, and the keys that say it elsewhere.</summary>
/// <param name="Column">Column of <c>statement</c>.</param>
/// <param name="Value">The value of the column.</param>
/// <param name="Keys">A statement passes when it has any of these.</param>
internal sealed record StatementFilter(string Column, object Value, long[] Keys)
{
    /// <summary>The filters of a query; null when one names an agent, verb or activity that no statement has.</summary>
    public static async Task<IReadOnlyList<StatementFilter>?> Of(StatementQuery ask, TenantId tenant, Dialect dialect, TermStore terms, CancellationToken cancel)
    {
        var agent = ask.Agent is null ? null : await terms.Find(tenant, new Term(TermKind.Agent, ask.Agent.Key!), cancel);
        var verb = ask.Verb is null ? null : await terms.Find(tenant, new Term(TermKind.Verb, ask.Verb.Text), cancel);
        var activity = ask.Activity is null ? null : await terms.Find(tenant, new Term(TermKind.Activity, ask.Activity.Text), cancel);
        if ((ask.Agent is not null && agent is null) || (ask.Verb is not null && verb is null) || (ask.Activity is not null && activity is null))
        {
            return null;
        }

        var filters = new List<StatementFilter>();
        var paired = dialect is Dialect.Sqlite && agent is not null && verb is not null && !ask.RelatedAgents;
        if (paired)
        {
            var pair = await terms.Find(tenant, LogTerms.Pair(agent!.Value, verb!.Value), cancel);
            if (pair is null)
            {
                return null;
            }

            filters.Add(new StatementFilter("", 0, [LogKey.AgentAndVerb(pair.Value)]));
        }

        if (agent is { } a && !paired)
        {
            filters.Add(new StatementFilter("actor", a, ask.RelatedAgents ? [LogKey.Agent(a), LogKey.RelatedAgent(a)] : [LogKey.Agent(a)]));
        }

        if (verb is { } v && !paired)
        {
            filters.Add(new StatementFilter("verb", v, [LogKey.Verb(v)]));
        }

        if (activity is { } o)
        {
            filters.Add(new StatementFilter("activity", o, ask.RelatedActivities ? [LogKey.Activity(o), LogKey.RelatedActivity(o)] : [LogKey.Activity(o)]));
        }

        if (ask.Registration is { } registration)
        {
            filters.Add(new StatementFilter("registration", registration, [LogKey.Registration(registration)]));
        }

        return filters;
    }

    /// <summary>Does a statement by itself pass all filters of a query? (Time is not asked: it applies to the referrer.)</summary>
    public static bool Passes(StatementQuery ask, Statement statement) => Passes(ask, statement.Keys, statement.Authority?.Key);

    private static bool Passes(StatementQuery ask, StatementKeys keys, string? authority) =>
        (ask.Agent is null || keys.Agents.Contains(ask.Agent.Key!) || (ask.RelatedAgents && (authority == ask.Agent.Key || keys.RelatedAgents.Contains(ask.Agent.Key!))))
        && (ask.Verb is null || keys.Verb == ask.Verb.Text)
        && (ask.Activity is null || keys.Activity == ask.Activity.Text || (ask.RelatedActivities && keys.RelatedActivities.Contains(ask.Activity.Text)))
        && (ask.Registration is null || keys.Registration == ask.Registration);
}
