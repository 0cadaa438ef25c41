using System.IO.Compression;
using System.Text.Json;

namespace Lrs.Server.Operations;

/// <summary>An opened backup.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly string file;
    private readonly ZipArchive zip;

    private BackupReader(string file, ZipArchive zip, BackupContents contents) => (this.file, this.zip, Contents) = (file, zip, contents);

    public BackupContents Contents { get; }

    /// <summary>Opens a backup and reads what it says it holds.</summary>
    /// <exception cref="BackupException">It is missing, cut short, something else, or of a later layout.</exception>
    public static async Task<BackupReader> Open(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            throw new BackupException($"There is no file '{file}'.", null);
        }

        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(file, cancel);
            await using var last = await (zip.GetEntry(BackupContents.EntryName) ?? throw new InvalidDataException("It has no contents.json.")).OpenAsync(cancel);
            var contents = await JsonSerializer.DeserializeAsync<BackupContents>(last, BackupContents.Json, cancel);
            return contents switch
            {
                null or { Database: null } or { Blobs: null } => throw new InvalidDataException("Its contents.json is not one of a backup."),
                { Format: not BackupContents.Known } => throw new BackupException($"'{file}' has layout {contents.Format}, and this program knows {BackupContents.Known}: it was written by a newer version.", null),
                _ => new BackupReader(file, zip, contents),
            };
        }
        catch (Exception fault)
        {
            zip?.Dispose();
            throw fault is InvalidDataException or JsonException ? new BackupException($"'{file}' is no backup of Lrs, or it is cut short: {fault.Message}", fault) : fault;
        }
    }

    /// <summary>Copies the database out.</summary>
    public Task CopyDatabase(Stream target, CancellationToken cancel) => Copy(Contents.Database, BackupContents.DatabaseName, target, cancel);

    /// <summary>Reads a blob to its end and compares it with what the backup says of it.</summary>
    public Task CheckBlob(BackupEntry blob, CancellationToken cancel) => Copy(blob, BackupContents.BlobFolder + blob.Name, Stream.Null, cancel);

    /// <summary>A blob's content.</summary>
    public Task<Stream> OpenBlob(BackupEntry blob, CancellationToken cancel) => Entry(BackupContents.BlobFolder + blob.Name).OpenAsync(cancel);

    public void Dispose() => zip.Dispose();

    private async Task Copy(BackupEntry said, string name, Stream target, CancellationToken cancel)
    {
        try
        {
            await using var content = await Entry(name).OpenAsync(cancel);
            if (await Hashed.Copy(content, target, cancel) != (said.Length, said.Sha256))
            {
                throw Damaged(name, null);
            }
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(name, fault);
        }
    }

    private ZipArchiveEntry Entry(string name) => zip.GetEntry(name) ?? throw new BackupException($"'{file}' lacks {name}, which it says it holds.", null);

    private BackupException Damaged(string name, Exception? fault) => new($"'{file}' is damaged: {name} is not what was put in.", fault);
}
