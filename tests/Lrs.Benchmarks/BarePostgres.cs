using System.Globalization;
using Lrs.Data;
using Npgsql;
using NpgsqlTypes;

namespace Lrs.Benchmarks;

/// <summary>The floor on PostgreSQL: head, statements and keys in one prepared batch, which is one transaction and one round trip.</summary>
internal sealed class BarePostgres : BareLog
{
    private const string MoveHead = "UPDATE log_head SET seq = $1, stored = $2, term = $3 WHERE tenant = 1";

    private const string InsertStatements = """
        INSERT INTO statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, registration, authority, voids, body)
        SELECT 1, t.seq, 0, t.id, t.stored, t.happened, t.actor, t.verb, t.activity, t.registration, t.authority, false, t.body
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS t(seq, id, stored, happened, actor, verb, activity, registration, authority, body)
        """;

    private const string InsertKeys = "INSERT INTO statement_key (tenant, key, seq) SELECT 1, t.* FROM unnest($1, $2) AS t ON CONFLICT DO NOTHING";

    private const NpgsqlDbType Times = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz;

    private readonly NpgsqlConnection connection;

    public BarePostgres(string connectionString, SampleTerms terms)
        : base(terms)
    {
        connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ToString());
        connection.Open();
        Run("INSERT INTO log_head (tenant, seq, stored, term) VALUES (1, 0, '1970-01-01Z', 0) ON CONFLICT DO NOTHING");
        using var head = new NpgsqlCommand("SELECT seq, stored FROM log_head WHERE tenant = 1", connection);
        using var row = head.ExecuteReader();
        row.Read();
        (Seq, Stored) = (row.GetInt64(0), new DateTimeOffset(row.GetDateTime(1)));
    }

    public override void Write(ReadOnlySpan<SampleRow> rows)
    {
        var all = rows.ToArray();
        var (seqs, stored) = Places(all.Length);
        using var batch = new NpgsqlBatch(connection);
        Add(batch, MoveHead, Seq, Stored.UtcDateTime, Terms.Last);
        Add(
            batch,
            InsertStatements,
            seqs,
            Array.ConvertAll(all, row => row.Body.Id),
            new NpgsqlParameter { Value = stored, NpgsqlDbType = Times },
            new NpgsqlParameter { Value = Array.ConvertAll(all, row => row.Happened.UtcDateTime), NpgsqlDbType = Times },
            Array.ConvertAll(all, row => row.Actor),
            Array.ConvertAll(all, row => row.Verb),
            Array.ConvertAll(all, row => row.Activity),
            Array.ConvertAll(all, row => row.Body.Registration),
            Array.ConvertAll(all, row => row.Authority),
            Array.ConvertAll(all, row => row.Body.Json));
        var keys = all.SelectMany((row, at) => row.Keys.Select(key => (Key: key, Seq: seqs[at]))).ToArray();
        Add(batch, InsertKeys, Array.ConvertAll(keys, key => key.Key), Array.ConvertAll(keys, key => key.Seq));
        batch.ExecuteNonQuery();
    }

    public override void WriteTerms()
    {
        var fresh = Terms.Fresh;
        using var batch = new NpgsqlBatch(connection);
        Add(
            batch,
            "INSERT INTO term (tenant, id, kind, hash, text) SELECT 1, t.* FROM unnest($1, $2, $3, $4) AS t",
            fresh.ConvertAll(term => term.Id),
            fresh.ConvertAll(term => (short)term.Term.Kind),
            fresh.ConvertAll(term => term.Term.Hash()),
            fresh.ConvertAll(term => term.Term.Text));
        batch.ExecuteNonQuery();
        fresh.Clear();
    }

    public override void Load(ReadOnlySpan<SampleRow> rows)
    {
        WriteTerms();
        var all = rows.ToArray();
        var (seqs, stored) = Places(all.Length);
        using (var copy = connection.BeginBinaryImport("COPY statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, registration, authority, voids, body) FROM STDIN (FORMAT BINARY)"))
        {
            for (var at = 0; at < all.Length; at++)
            {
                var row = all[at];
                copy.WriteRow(1, seqs[at], (short)0, row.Body.Id, stored[at], row.Happened.UtcDateTime, row.Actor, row.Verb, row.Activity, row.Body.Registration, row.Authority, false, row.Body.Json);
            }

            copy.Complete();
        }

        using (var copy = connection.BeginBinaryImport("COPY statement_key (tenant, key, seq) FROM STDIN (FORMAT BINARY)"))
        {
            for (var at = 0; at < all.Length; at++)
            {
                foreach (var key in all[at].Keys)
                {
                    copy.WriteRow(1, key, seqs[at]);
                }
            }

            copy.Complete();
        }

        using var batch = new NpgsqlBatch(connection);
        Add(batch, MoveHead, Seq, Stored.UtcDateTime, Terms.Last);
        batch.ExecuteNonQuery();
    }

    public override void PassFollowers() => Run($"INSERT INTO follower (tenant, name, seq) VALUES (1, 'reports', {Seq}) ON CONFLICT (tenant, name) DO UPDATE SET seq = excluded.seq");

    public override long Settle()
    {
        Run("VACUUM ANALYZE");
        using var command = new NpgsqlCommand("SELECT pg_total_relation_size('statement') + pg_total_relation_size('statement_key') + pg_total_relation_size('term')", connection);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public override void Dispose() => connection.Dispose();

    private (long[] Seqs, DateTime[] Stored) Places(int count)
    {
        var now = Micros.Cut(DateTimeOffset.UtcNow);
        var seqs = new long[count];
        var stored = new DateTime[count];
        for (var at = 0; at < count; at++)
        {
            (seqs[at], stored[at]) = (++Seq, Next(now).UtcDateTime);
        }

        return (seqs, stored);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
