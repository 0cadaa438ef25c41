using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace Lrs.Data.Blobs;

/// <summary>
/// Blobs as files below a folder. A file is written under <c>.incoming</c>, forced to the disk and only then given its name,
/// so a name always stands for the whole content.
/// </summary>
internal sealed class FolderBlobs : IBlobStore
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string root;
    private readonly string incoming;

    private FolderBlobs(string root)
    {
        this.root = root;
        incoming = Path.Combine(root, ".incoming");
    }

    public static FolderBlobs Open(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new BlobsUnavailableException("The folder for blobs has no name.", null);
        }

        var blobs = new FolderBlobs(Path.GetFullPath(folder));
        return blobs.OnDisk(() =>
        {
            Directory.CreateDirectory(blobs.incoming);
            blobs.Sweep();
            return blobs;
        });
    }

    public async Task<bool> Put(string name, Stream content, CancellationToken cancel)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            return false;
        }

        var draft = Path.Combine(incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            await Write(draft, content, cancel);
            return OnDisk(() => Publish(draft, path));
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Task<BlobContent?> Open(string name, BlobRange? range, CancellationToken cancel)
    {
        var path = PathOf(name);
        return Task.FromResult(OnDisk(() =>
        {
            try
            {
                var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous);
                return Part(file, range);
            }
            catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }));
    }

    public Task<bool> Delete(string name, CancellationToken cancel)
    {
        var path = PathOf(name);
        return Task.FromResult(OnDisk(() =>
        {
            var there = File.Exists(path);
            if (there)
            {
                File.Delete(path);
            }

            return there;
        }));
    }

    public IAsyncEnumerable<BlobEntry> List(string prefix, CancellationToken cancel)
    {
        var checkedPrefix = BlobName.CheckedPrefix(prefix);
        return Listed(checkedPrefix, cancel);
    }

    private async IAsyncEnumerable<BlobEntry> Listed(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var start = Path.Combine(root, prefix[..(prefix.LastIndexOf('/') + 1)]);
        if (!Directory.Exists(start))
        {
            yield break;
        }

        // .incoming is hidden, and hidden entries are left out.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };
        var files = new FileSystemEnumerable<BlobEntry>(start, (ref FileSystemEntry file) => new BlobEntry(NameOf(file.ToFullPath()), file.Length), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry file) => !file.IsDirectory,
        };
        using var walk = files.GetEnumerator();
        while (OnDisk(walk.MoveNext))
        {
            cancel.ThrowIfCancellationRequested();
            if (walk.Current.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return walk.Current;
            }
        }
    }

    private async Task Write(string draft, Stream content, CancellationToken cancel)
    {
        var buffer = new byte[128 * 1024];
        await using var file = OnDisk(() => new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous));
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            try
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw Unavailable(fault);
            }
        }

        OnDisk(() =>
        {
            file.Flush(flushToDisk: true);
            return true;
        });
    }

    // Two may arrive here with one name; one of them is told that it was there.
    private bool Publish(string draft, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var folderIsNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        if (!Disk.MoveUnlessTaken(draft, path))
        {
            return false;
        }

        Disk.FlushFolder(folder);
        while (folderIsNew && folder.Length > root.Length)
        {
            folder = Path.GetDirectoryName(folder)!;
            Disk.FlushFolder(folder);
        }

        return true;
    }

    private static BlobContent Part(FileStream file, BlobRange? range)
    {
        if (range is null)
        {
            return new BlobContent(file, file.Length, 0, file.Length);
        }

        var (offset, count) = range.Within(file.Length);
        file.Position = offset;
        return new BlobContent(new FirstBytes(file, count), file.Length, offset, count);
    }

    // What a process left when it died in the middle of a Put. Another process may be in the middle of one now, hence the age.
    private void Sweep()
    {
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var draft in Directory.EnumerateFiles(incoming).Where(draft => File.GetLastWriteTimeUtc(draft) < oldest))
        {
            File.Delete(draft);
        }
    }

    private string PathOf(string name) => Path.Combine(root, BlobName.Checked(name));

    private string NameOf(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(fault);
        }
    }

    private BlobsUnavailableException Unavailable(Exception fault) => new($"The blob folder '{root}' cannot be used: {fault.Message}", fault);
}
