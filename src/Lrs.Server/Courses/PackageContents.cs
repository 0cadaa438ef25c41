using System.Security.Cryptography;
using Lrs.Data;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>The files of a package with what their content tells: its hash, and what kind of file it is.</summary>
/// <param name="Rows">One for each file.</param>
/// <param name="Blobs">One file for each distinct content, by its name in the blob store.</param>
internal sealed record PackageContents(IReadOnlyList<StoredFile> Rows, IReadOnlyDictionary<string, PackageFile> Blobs)
{
    // As far as browsers look for a declared charset, with room to spare.
    private const int Head = 4096;

    /// <summary>Reads every file once. A file that is damaged is a fault.</summary>
    public static PackageContents Read(CoursePackage package, TenantId tenant, List<PackageFault> faults, ImportProgress progress, CancellationToken cancel)
    {
        var rows = new List<StoredFile>(package.Files.Count);
        var blobs = new SortedDictionary<string, PackageFile>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var (read, all) = (0L, package.Files.Sum(file => file.Length));
        foreach (var file in package.Files)
        {
            progress.Read(read, all);
            read += file.Length;
            try
            {
                var head = Hash(package, file, hash, buffer, cancel);
                var blob = BlobNames.For(tenant, Convert.ToHexStringLower(hash.GetHashAndReset()));
                rows.Add(new StoredFile(file.Path, blob, file.Length, MediaTypes.Of(file.Path, head)));
                blobs.TryAdd(blob, file);
            }
            catch (PackageFaultException damaged)
            {
                hash.GetHashAndReset();
                faults.Add(damaged.Fault);
            }
        }

        return new PackageContents(rows, blobs);
    }

    private static byte[] Hash(CoursePackage package, PackageFile file, IncrementalHash hash, byte[] buffer, CancellationToken cancel)
    {
        using var content = package.Open(file);
        byte[]? head = null;
        int read;
        while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            head ??= buffer[..Math.Min(read, Head)];
            hash.AppendData(buffer, 0, read);
        }

        return head ?? [];
    }
}
