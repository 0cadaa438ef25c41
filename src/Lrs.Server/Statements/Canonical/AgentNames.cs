using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>The names under which statements know an agent (xAPI Communication 2.4).</summary>
internal static class AgentNames
{
    // The newest hundred: an agent that everybody names differently is no person.
    private const string Select = "SELECT name FROM agent_name WHERE tenant = @tenant AND hash = @hash ORDER BY seq DESC, name LIMIT 100";

    private static readonly PerDialect Insert = new(
        Sqlite: "INSERT OR IGNORE INTO agent_name (tenant, hash, name_hash, name, seq) VALUES (@tenant, @hash, @name_hash, @name, @seq)",
        Postgres: "INSERT INTO agent_name (tenant, hash, name_hash, name, seq) SELECT @tenant, t.* FROM unnest(@hash, @name_hash, @name, @seq) AS t ON CONFLICT DO NOTHING");

    /// <summary>The names of the agent with this canonical text, newest first.</summary>
    public static Task<List<string>> Of(Work work, string agent) => work.All(Select, row => row.Text(0), ("@hash", CanonicalActivities.Hash(agent)));

    /// <summary>Takes in what statements call their agents.</summary>
    public static Task Take(Work work, IEnumerable<LogEntry> entries)
    {
        var names = entries
            .SelectMany(entry => entry.Statement.Actors().Where(actor => actor is { Key: not null, Name.Length: > 0 }).Select(actor => (Key: actor.Key!, Name: actor.Name!, entry.Seq)))
            .DistinctBy(told => (told.Key, told.Name))
            .ToList();
        return work.Many(
            Insert,
            names.Count,
            ("@hash", names.Select(told => CanonicalActivities.Hash(told.Key)).ToArray()),
            ("@name_hash", names.Select(told => CanonicalActivities.Hash(told.Name)).ToArray()),
            ("@name", names.Select(told => told.Name).ToArray()),
            ("@seq", names.Select(told => told.Seq).ToArray()));
    }
}
