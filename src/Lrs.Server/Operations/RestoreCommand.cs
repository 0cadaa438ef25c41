using System.Globalization;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Settings;

namespace Lrs.Server.Operations;

/// <summary>
/// Puts a backup in place: 1 take the data folder, 2 check all of the backup, 3 put the blobs, 4 swap the database. Up to the last step the old
/// database is as it was; blobs are only added, or mended.
/// </summary>
internal static class RestoreCommand
{
    public static async Task<int> Run((WebApplicationBuilder Builder, LrsSettings Settings) read, string file, bool replace, CancellationToken cancel)
    {
        var options = read.Settings.DatabaseOptions(read.Builder.Configuration);
        BackupCommand.RefusePostgres(options, "restore");
        using var backup = await BackupReader.Open(file, cancel);

        // :: 1 take the data folder
        using var restore = SqliteRestore.Begin(options.DataPath);
        if (!replace)
        {
            RefuseStatements(restore, options.DataPath);
        }

        // :: 2 check all of the backup
        await using (var draft = new FileStream(restore.Draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await backup.CopyDatabase(draft, cancel);
            draft.Flush(flushToDisk: true);
        }

        SqliteCopy.Check(restore.Draft);
        foreach (var blob in backup.Contents.Blobs)
        {
            await backup.CheckBlob(blob, cancel);
        }

        // :: 3 put the blobs
        var blobs = await BlobStore.Open(read.Settings.BlobOptions(read.Builder.Configuration), cancel);
        foreach (var blob in backup.Contents.Blobs)
        {
            await Put(blobs, backup, blob, cancel);
        }

        // :: 4 swap the database
        restore.Finish();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"'{options.DataPath}' is as it was on {backup.Contents.Made:yyyy-MM-dd HH:mm:ss}Z: the database and {backup.Contents.Blobs.Count} blobs. Start the server."));
        return Commands.Done;
    }

    private static void RefuseStatements(SqliteRestore restore, string folder)
    {
        bool has;
        try
        {
            has = restore.HasStatements();
        }
        catch (DatabaseUnavailableException fault)
        {
            throw new BackupException($"{fault.Message} To put the backup in its place, say --replace.", fault);
        }

        if (has)
        {
            throw new BackupException($"The database in '{folder}' holds statements, and they would be lost. To put the backup in its place, say --replace.", null);
        }
    }

    // A blob that is there keeps its place if it is sound; one that has gone bad is what one restores for.
    private static async Task Put(IBlobStore blobs, BackupReader backup, BackupEntry blob, CancellationToken cancel)
    {
        try
        {
            await using (var content = await backup.OpenBlob(blob, cancel))
            {
                if (await blobs.Put(blob.Name, content, cancel))
                {
                    return;
                }
            }

            await using (var there = await blobs.Open(blob.Name, null, cancel))
            {
                if (there is not null && await Hashed.Copy(there.Stream, Stream.Null, cancel) == (blob.Length, blob.Sha256))
                {
                    return;
                }
            }

            await blobs.Delete(blob.Name, cancel);
            await using var again = await backup.OpenBlob(blob, cancel);
            await blobs.Put(blob.Name, again, cancel);
        }
        catch (ArgumentException fault)
        {
            throw new BackupException($"The backup holds a blob with an impossible name: {fault.Message}", fault);
        }
    }
}
