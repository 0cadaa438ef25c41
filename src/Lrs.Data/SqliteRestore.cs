using Lrs.Data.Blobs;
using Microsoft.Data.Sqlite;

namespace Lrs.Data;

/// <summary>
/// Puts another database file in the place of the one in a data folder, while no server uses it. What was there stays whole until
/// the last step, which is one renaming: a process that dies on the way leaves the old database, or the new one.
/// </summary>
public sealed class SqliteRestore : IDisposable
{
    private readonly SqliteLock held;
    private readonly string folder;

    private SqliteRestore(SqliteLock held, string folder) => (this.held, this.folder) = (held, folder);

    /// <summary>Where the new database file is to be written before <see cref="Finish"/>.</summary>
    public string Draft => Path.Combine(folder, "lrs.db.restoring");

    private string Current => Path.Combine(folder, "lrs.db");

    /// <summary>Takes the data folder, which is made when it is missing.</summary>
    /// <exception cref="DatabaseUnavailableException">A server uses it, or it cannot be written.</exception>
    public static SqliteRestore Begin(string folder)
    {
        var restore = new SqliteRestore(SqliteLock.Take(folder), folder);
        File.Delete(restore.Draft);
        return restore;
    }

    /// <summary>Is there a database with at least one statement?</summary>
    /// <exception cref="DatabaseUnavailableException">There is a file, and it cannot be read.</exception>
    public bool HasStatements() => File.Exists(Current) && SqliteCopy.HasStatements(Current);

    /// <summary>Makes the draft the database.</summary>
    /// <exception cref="DatabaseUnavailableException">The folder cannot be written.</exception>
    public void Finish()
    {
        try
        {
            DropLog();
            File.Move(Draft, Current, overwrite: true);
            Disk.FlushFolder(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The restored database cannot be put into '{folder}': {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(Draft);
        held.Dispose();
    }

    // A log that a killed server left beside the old file would be applied to the new one. It is brought into the old file first, where
    // that can be done, so that the old one stays whole if the next step fails.
    private void DropLog()
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Current, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // There is none, or it is past reading: whoever restores over it has said that it may go.
        }

        File.Delete(Current + "-wal");
        File.Delete(Current + "-shm");
        File.Delete(Current + "-journal");
    }
}
