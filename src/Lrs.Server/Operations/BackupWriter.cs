using System.IO.Compression;
using System.Text.Json;
using Lrs.Data.Blobs;

namespace Lrs.Server.Operations;

/// <summary>Writes a backup: a zip with the database, the blobs, and last what it holds. Nothing is held in memory whole.</summary>
internal static class BackupWriter
{
    /// <summary>Writes the file and forces it to the disk.</summary>
    public static async Task<BackupContents> Write(string file, string database, IBlobStore blobs, CancellationToken cancel)
    {
        var made = new DateTimeOffset(File.GetLastWriteTimeUtc(database), TimeSpan.Zero);
        await using var target = PrivateFile.Create(file);
        BackupContents contents;
        await using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var copy = File.OpenRead(database);
            var first = await Add(zip, BackupContents.DatabaseName, BackupContents.DatabaseName, copy, cancel);
            contents = new BackupContents(BackupContents.Known, made, first, await AddAll(zip, blobs, cancel));
            await using var last = await zip.CreateEntry(BackupContents.EntryName, CompressionLevel.Fastest).OpenAsync(cancel);
            await JsonSerializer.SerializeAsync(last, contents, BackupContents.Json, cancel);
        }

        target.Flush(flushToDisk: true);
        return contents;
    }

    private static async Task<List<BackupEntry>> AddAll(ZipArchive zip, IBlobStore blobs, CancellationToken cancel)
    {
        var all = new List<BackupEntry>();
        await foreach (var blob in blobs.List("", cancel))
        {
            // One that was removed since it was listed is gone on purpose, or is missed afterwards.
            await using var content = await blobs.Open(blob.Name, null, cancel);
            if (content is not null)
            {
                all.Add(await Add(zip, blob.Name, BackupContents.BlobFolder + blob.Name, content.Stream, cancel));
            }
        }

        return all;
    }

    private static async Task<BackupEntry> Add(ZipArchive zip, string name, string entry, Stream content, CancellationToken cancel)
    {
        await using var target = await zip.CreateEntry(entry, CompressionLevel.Fastest).OpenAsync(cancel);
        var (length, hash) = await Hashed.Copy(content, target, cancel);
        return new BackupEntry(name, length, hash);
    }
}
