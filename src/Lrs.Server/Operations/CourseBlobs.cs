using Lrs.Data;

namespace Lrs.Server.Operations;

/// <summary>The blobs that a database needs, compared with those that a backup has.</summary>
internal static class CourseBlobs
{
    /// <summary>Names of blobs that files of courses refer to and that the backup lacks.</summary>
    public static Task<List<string>> Missing(string database, BackupContents contents, CancellationToken cancel)
    {
        var there = contents.Blobs.Select(blob => blob.Name).ToHashSet(StringComparer.Ordinal);
        return Task.Run(() => SqliteCopy.Texts(database, "SELECT DISTINCT blob FROM package_file ORDER BY blob").Where(blob => !there.Contains(blob)).ToList(), cancel);
    }
}
