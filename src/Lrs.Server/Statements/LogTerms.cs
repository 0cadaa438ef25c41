using System.Collections.Concurrent;
using System.Text;
using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>Which texts of a statement become numbers, and which keys it is found under.</summary>
internal static class LogTerms
{
    /// <summary>Agents, verbs and activities of a statement.</summary>
    public static IEnumerable<Term> Single(LogRow row) => Single(row.Keys, row.Authority);

    /// <summary>Agents, verbs and activities of a statement, and its authority.</summary>
    public static IEnumerable<Term> Single(StatementKeys keys, string? authority) =>
        authority is null ? Single(keys) : Single(keys).Append(new Term(TermKind.Agent, authority));

    /// <summary>Agents, verbs and activities of a statement.</summary>
    public static IEnumerable<Term> Single(StatementKeys keys)
    {
        yield return new Term(TermKind.Verb, keys.Verb);
        foreach (var agent in keys.Agents.Concat(keys.RelatedAgents))
        {
            yield return new Term(TermKind.Agent, agent);
        }

        if (keys.Actor is not null)
        {
            yield return new Term(TermKind.Agent, keys.Actor);
        }

        foreach (var activity in keys.RelatedActivities)
        {
            yield return new Term(TermKind.Activity, activity);
        }

        if (keys.Activity is not null)
        {
            yield return new Term(TermKind.Activity, keys.Activity);
        }
    }

    /// <summary>The pairs of agent and verb, as terms made of both numbers.</summary>
    public static IEnumerable<Term> Pairs(StatementKeys keys, IReadOnlyDictionary<Term, long> single)
    {
        var verb = single[new Term(TermKind.Verb, keys.Verb)];
        return keys.Agents.Select(agent => Pair(single[new Term(TermKind.Agent, agent)], verb));
    }

    /// <summary>An agent and a verb as one term.</summary>
    public static Term Pair(long agent, long verb) => new(TermKind.AgentAndVerb, $"{agent} {verb}");

    /// <summary>
    /// The keys written beside a statement. SQLite finds everything by keys; PostgreSQL has columns for actor, verb, activity and
    /// registration, and keys for the rest.
    /// </summary>
    public static IEnumerable<long> Keys(LogRow row, Dialect dialect, IReadOnlyDictionary<Term, long> single, IReadOnlyDictionary<Term, long> pairs)
    {
        var own = All(row.Keys, row.Authority, single, pairs).ToHashSet();
        if (dialect is Dialect.Postgres)
        {
            own.ExceptWith(Columns(row.Keys, single));
        }

        return own;
    }

    /// <summary>Every key of a statement; its authority is found with related agents.</summary>
    public static IEnumerable<long> All(StatementKeys keys, string? authority, IReadOnlyDictionary<Term, long> single, IReadOnlyDictionary<Term, long> pairs) =>
        authority is null ? All(keys, single, pairs) : All(keys, single, pairs).Append(LogKey.RelatedAgent(single[new Term(TermKind.Agent, authority)]));

    private static IEnumerable<long> All(StatementKeys keys, IReadOnlyDictionary<Term, long> single, IReadOnlyDictionary<Term, long> pairs)
    {
        foreach (var column in Columns(keys, single))
        {
            yield return column;
        }

        foreach (var agent in keys.Agents)
        {
            yield return LogKey.Agent(single[new Term(TermKind.Agent, agent)]);
        }

        foreach (var agent in keys.RelatedAgents.Except(keys.Agents))
        {
            yield return LogKey.RelatedAgent(single[new Term(TermKind.Agent, agent)]);
        }

        foreach (var activity in keys.RelatedActivities.Where(activity => activity != keys.Activity))
        {
            yield return LogKey.RelatedActivity(single[new Term(TermKind.Activity, activity)]);
        }

        if (pairs.Count > 0)
        {
            foreach (var pair in Pairs(keys, single))
            {
                yield return LogKey.AgentAndVerb(pairs[pair]);
            }
        }
    }

    private static IEnumerable<long> Columns(StatementKeys keys, IReadOnlyDictionary<Term, long> single)
    {
        yield return LogKey.Verb(single[new Term(TermKind.Verb, keys.Verb)]);
        if (keys.Actor is not null)
        {
            yield return LogKey.Agent(single[new Term(TermKind.Agent, keys.Actor)]);
        }

        if (keys.Activity is not null)
        {
            yield return LogKey.Activity(single[new Term(TermKind.Activity, keys.Activity)]);
        }

        if (keys.Registration is { } registration)
        {
            yield return LogKey.Registration(registration);
        }
    }
}

/// <summary>Authorities; a credential's is the same for every statement, so it is read once.</summary>
internal static class AuthorityTexts
{
    private static readonly ConcurrentDictionary<string, Actor?> Known = new();

    /// <summary>The canonical text of the agent in this JSON; null when it is a group without an identifier.</summary>
    public static string? Of(ReadOnlyMemory<byte> json) => Read(json)?.Key;

    /// <summary>The agent or group in this JSON.</summary>
    public static Actor? Read(ReadOnlyMemory<byte> json)
    {
        var text = Encoding.UTF8.GetString(json.Span);
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (Known.Count > 10_000)
        {
            Known.Clear();
        }

        return Known[text] = Actor.Read(json, XapiVersion.V1, new Faults());
    }
}
