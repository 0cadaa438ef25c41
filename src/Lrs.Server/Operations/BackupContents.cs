using System.Text.Json;

namespace Lrs.Server.Operations;

/// <summary>What a backup holds: its last entry, <c>contents.json</c>.</summary>
/// <param name="Format">Version of this layout; 1.</param>
/// <param name="Made">When the database was copied.</param>
/// <param name="Database">The database file.</param>
/// <param name="Blobs">The blobs.</param>
internal sealed record BackupContents(int Format, DateTimeOffset Made, BackupEntry Database, IReadOnlyList<BackupEntry> Blobs)
{
    /// <summary>The layout that this program writes and reads.</summary>
    public const int Known = 1;

    /// <summary>Name of the entry that holds this.</summary>
    public const string EntryName = "contents.json";

    /// <summary>Name of the entry with the database.</summary>
    public const string DatabaseName = "lrs.db";

    /// <summary>What stands before the names of blobs.</summary>
    public const string BlobFolder = "blobs/";

    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}

/// <summary>One thing in a backup.</summary>
/// <param name="Name">The database's file name, or the blob's name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Hash of the content, in lower-case hexadecimal.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256);
