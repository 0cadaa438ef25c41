using System.Globalization;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Settings;

namespace Lrs.Server.Operations;

/// <summary>
/// Writes one file with everything: 1 a copy of the database as of one moment, 2 all blobs. Blobs never change, so those that came after the
/// moment do no harm. The file gets its name when it is whole and on the disk.
/// </summary>
internal static class BackupCommand
{
    public static async Task<int> Run((WebApplicationBuilder Builder, LrsSettings Settings) read, string file, CancellationToken cancel)
    {
        var options = read.Settings.DatabaseOptions(read.Builder.Configuration);
        RefusePostgres(options, "backup");
        if (Path.Exists(file))
        {
            throw new BackupException($"'{file}' exists already; a backup never overwrites. Give another name.", null);
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new BackupException($"There is no folder '{Path.GetDirectoryName(file)}'.", null);
        }

        var (draft, copy) = (file + ".part", file + ".part.db");
        Remove(draft, copy, copy + "-wal", copy + "-shm");
        try
        {
            // :: 1 a copy of the database
            await PrivateFile.Create(copy).DisposeAsync();
            await SqliteCopy.Make(options.DataPath, copy, cancel);

            // :: 2 all blobs
            var contents = await BackupWriter.Write(draft, copy, await BlobStore.Open(read.Settings.BlobOptions(read.Builder.Configuration), cancel), cancel);
            var missing = await CourseBlobs.Missing(copy, contents, cancel);
            File.Move(draft, file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"'{file}' holds the database ({contents.Database.Length} bytes) and {contents.Blobs.Count} blobs ({contents.Blobs.Sum(blob => blob.Length)} bytes)."));
            missing.ForEach(blob => Console.Error.WriteLine($"INCOMPLETE: the blob {blob}, a file of a course, is not in the blob store."));
            return missing.Count == 0 ? Commands.Done : Commands.Incomplete;
        }
        finally
        {
            // SQLite leaves its log beside a copy that it could not finish.
            Remove(draft, copy, copy + "-wal", copy + "-shm");
        }
    }

    /// <summary>PostgreSQL has better means of its own.</summary>
    public static void RefusePostgres(DatabaseOptions options, string command)
    {
        if (options.Dialect is Dialect.Postgres)
        {
            throw new BackupException(
                $"The database is PostgreSQL, and {command} is for SQLite. Use pg_dump and pg_restore, or continuous archiving for recovery to any moment; infra/README.md, 'Backup and restore', says how.", null);
        }
    }

    private static void Remove(params string[] files)
    {
        foreach (var file in files)
        {
            File.Delete(file);
        }
    }
}
