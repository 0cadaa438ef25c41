using Microsoft.Data.Sqlite;

namespace Lrs.Data;

/// <summary>Copies of a SQLite database, made while a server may be writing to it, and what can be said of a copy.</summary>
public static class SqliteCopy
{
    /// <summary>
    /// Copies the database of a data folder as it is at one moment into an empty or new file. The original is opened for reading only, beside the
    /// server that may hold it, and writers go on meanwhile; the copy is one file without a log beside it.
    /// </summary>
    /// <param name="folder">The folder that holds <c>lrs.db</c>.</param>
    /// <param name="target">The file to make; empty if it exists.</param>
    /// <param name="cancel">Stops before the copying starts, which is one step.</param>
    /// <exception cref="DatabaseUnavailableException">There is no database, it cannot be read, it is damaged, or the disk is full.</exception>
    public static Task Make(string folder, string target, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "lrs.db");
        return !File.Exists(path)
            ? throw new DatabaseUnavailableException($"There is no database in '{folder}' (no lrs.db).", null)
            : Task.Run(() => Copy(path, target), cancel);
    }

    /// <summary>Reads a copy from end to end and compares its schema steps with this program's.</summary>
    /// <exception cref="DatabaseUnavailableException">It is damaged, no database of this product, or of a newer version.</exception>
    public static void Check(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            if (One(connection, "PRAGMA integrity_check(1)") is not "ok" and var fault)
            {
                throw new DatabaseUnavailableException($"The database is damaged: {fault}.", null);
            }

            Migrations.Check(Applied(connection), Dialect.Sqlite);
        }
        catch (SqliteException fault)
        {
            throw new DatabaseUnavailableException($"This is no database of Lrs, or it is damaged: {fault.Message}", fault);
        }
    }

    /// <summary>The first column of a query's rows, as text, from a copy that nobody else uses.</summary>
    public static IReadOnlyList<string> Texts(string path, string sql)
    {
        using var connection = Open(path, SqliteOpenMode.ReadWrite);
        return Rows(connection, sql, reader => reader.GetString(0));
    }

    /// <summary>Does the database in this file hold a statement?</summary>
    /// <exception cref="DatabaseUnavailableException">That cannot be told: the file is damaged or something else.</exception>
    internal static bool HasStatements(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            return One(connection, "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'statement')") is 1L
                && One(connection, "SELECT EXISTS (SELECT 1 FROM statement)") is 1L;
        }
        catch (SqliteException fault)
        {
            throw new DatabaseUnavailableException($"The database '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    private static void Copy(string path, string target)
    {
        try
        {
            using var from = Open(path, SqliteOpenMode.ReadOnly);
            using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
            // Whoever wants it on the disk for good forces it there when it is whole.
            One(to, "PRAGMA synchronous = OFF");
            from.BackupDatabase(to);
            One(to, "PRAGMA journal_mode = DELETE");
            if (One(to, "PRAGMA quick_check(1)") is not "ok" and var fault)
            {
                throw new DatabaseUnavailableException($"The database '{path}' is damaged: {fault}.", null);
            }
        }
        catch (SqliteException fault)
        {
            throw new DatabaseUnavailableException($"The database '{path}' cannot be copied to '{target}': {fault.Message}", fault);
        }
    }

    private static Dictionary<string, string> Applied(SqliteConnection connection) =>
        Rows(connection, "SELECT name, checksum FROM migration", reader => (reader.GetString(0), reader.GetString(1))).ToDictionary();

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static object? One(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text comes from constants of ours (style rule 8)
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            SqliteFunctions.Register(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
