using Lrs.Data;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Lrs.Benchmarks;

/// <summary>The floor on SQLite: prepared statements through the C interface, with the settings of the product.</summary>
internal sealed class BareSqlite : BareLog
{
    private const string InsertStatement = """
        INSERT INTO statement (tenant, seq, entry, id, stored, happened, actor, verb, activity, registration, authority, refers_to, voids, body)
        VALUES (1, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, ?)
        """;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt begin, commit, insert, insertKey, moveHead, insertTerm;
    private readonly string file;
    private readonly byte[] guid = new byte[16];

    public BareSqlite(string folder, SampleTerms terms)
        : base(terms)
    {
        file = Path.Combine(folder, "lrs.db");
        Batteries_V2.Init();
        Check(sqlite3_open(file, out connection));
        Run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 10000; PRAGMA temp_store = MEMORY;");
        Run("INSERT INTO log_head (tenant, seq, stored, term) VALUES (1, 0, 0, 0) ON CONFLICT DO NOTHING");
        (begin, commit) = (Prepare("BEGIN IMMEDIATE"), Prepare("COMMIT"));
        insert = Prepare(InsertStatement);
        insertKey = Prepare("INSERT OR IGNORE INTO statement_key (tenant, key, seq) VALUES (1, ?, ?)");
        moveHead = Prepare("UPDATE log_head SET seq = ?, stored = ?, term = ? WHERE tenant = 1");
        insertTerm = Prepare("INSERT INTO term (tenant, id, kind, hash, text) VALUES (1, ?, ?, ?, ?)");
        using var head = Prepare("SELECT seq, stored FROM log_head WHERE tenant = 1");
        sqlite3_step(head);
        (Seq, Stored) = (sqlite3_column_int64(head, 0), Micros.ToTime(sqlite3_column_int64(head, 1)));
    }

    public override void Write(ReadOnlySpan<SampleRow> rows)
    {
        Step(begin);
        var now = Micros.Cut(DateTimeOffset.UtcNow);
        foreach (var row in rows)
        {
            Seq++;
            Numbers(insert, (1, Seq), (3, Micros.Of(Next(now))), (4, Micros.Of(row.Happened)), (5, row.Actor), (6, row.Verb), (7, row.Activity), (9, row.Authority));
            Blob(insert, 2, row.Body.Id);
            Blob(insert, 8, row.Body.Registration);
            sqlite3_bind_blob(insert, 10, row.Body.Json);
            Step(insert);
            foreach (var key in row.Keys)
            {
                Key(key);
            }

            Key(row.RegistrationKey);
        }

        Numbers(moveHead, (1, Seq), (2, Micros.Of(Stored)), (3, Terms.Last));
        Step(moveHead);
        Step(commit);
    }

    public override void WriteTerms()
    {
        Step(begin);
        foreach (var (term, id) in Terms.Fresh)
        {
            Numbers(insertTerm, (1, id), (2, (long)term.Kind));
            sqlite3_bind_blob(insertTerm, 3, term.Hash());
            sqlite3_bind_text(insertTerm, 4, term.Text);
            Step(insertTerm);
        }

        Terms.Fresh.Clear();
        Step(commit);
    }

    public override void Load(ReadOnlySpan<SampleRow> rows)
    {
        WriteTerms();
        Write(rows);
    }

    public override void PassFollowers() => Run($"INSERT INTO follower (tenant, name, seq) VALUES (1, 'reports', {Seq}) ON CONFLICT (tenant, name) DO UPDATE SET seq = excluded.seq");

    public override long Settle()
    {
        Run("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(file).Length;
    }

    public override void Dispose()
    {
        foreach (var statement in new[] { begin, commit, insert, insertKey, moveHead, insertTerm })
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void Key(long key)
    {
        Numbers(insertKey, (1, key), (2, Seq));
        Step(insertKey);
    }

    private void Blob(sqlite3_stmt statement, int at, Guid value)
    {
        value.TryWriteBytes(guid, bigEndian: true, out _);
        sqlite3_bind_blob(statement, at, guid);
    }

    private static void Numbers(sqlite3_stmt statement, params ReadOnlySpan<(int At, long Value)> values)
    {
        foreach (var (at, value) in values)
        {
            sqlite3_bind_int64(statement, at, value);
        }
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(sqlite3_prepare_v2(connection, sql, out var statement));
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        Check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }

    private void Run(string sql) => Check(sqlite3_exec(connection, sql));

    private void Check(int code)
    {
        if (code is not (SQLITE_OK or SQLITE_DONE or SQLITE_ROW))
        {
            throw new InvalidOperationException($"SQLite says {code}: {sqlite3_errmsg(connection).utf8_to_string()}");
        }
    }
}
