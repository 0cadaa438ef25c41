using Lrs.Data.Blobs;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>Puts the files of a package into the blob store.</summary>
internal static class BlobUpload
{
    // A course is often thousands of small files, each of which waits for a disk or a network; large ones fill the line by themselves.
    private const int AtOnce = 8;
    private const int Small = 256 * 1024;

    /// <summary>Puts every content under its name; done when all are durable. The package is read on one thread, as it must be.</summary>
    /// <exception cref="BlobsUnavailableException">The store cannot be reached or written.</exception>
    public static async Task Put(IBlobStore blobs, CoursePackage package, IReadOnlyDictionary<string, PackageFile> files, ImportProgress progress, CancellationToken cancel)
    {
        var running = new List<Task>(AtOnce);
        try
        {
            var (put, all) = (0L, files.Values.Sum(file => file.Length));
            foreach (var (blob, file) in files)
            {
                progress.Stored(put, all);
                put += file.Length;
                await using var content = package.Open(file);
                if (file.Length > Small)
                {
                    await blobs.Put(blob, content, cancel);
                    continue;
                }

                var bytes = new byte[file.Length];
                await content.ReadExactlyAsync(bytes, cancel);
                if (running.Count == AtOnce)
                {
                    var done = await Task.WhenAny(running);
                    running.Remove(done);
                    await done;
                }

                // On a thread of its own: a folder's last step, forcing the file to the disk, does not give its thread back.
                running.Add(Task.Run(() => blobs.Put(blob, new MemoryStream(bytes), cancel), cancel));
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }
}
