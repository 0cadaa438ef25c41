using System.Security.Cryptography;
using Lrs.Data.Blobs;
using Lrs.Server.Settings;

namespace Lrs.Server.Courses;

/// <summary>An upload on disk: a zip is read from its end, so it has to be there whole. Closing it removes the file.</summary>
/// <param name="Content">Readable and seekable, at its start.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
internal sealed record UploadFile(FileStream Content, string Hash) : IDisposable
{
    /// <summary>The folder where uploads lie while they are read.</summary>
    public static string Folder(LrsSettings settings) => Path.Combine(Paths.Resolve(settings.DataPath), "uploads");

    /// <summary>Keeps a stream in a file of its own.</summary>
    /// <param name="upload">The stream.</param>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="received">Called with the bytes so far, again and again.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The file; null when the stream has more than <paramref name="limit"/> bytes.</returns>
    /// <exception cref="UploadBrokenException">The stream ended before it should.</exception>
    /// <exception cref="BlobsUnavailableException">The folder cannot be written, or the disk is full.</exception>
    public static async Task<UploadFile?> Keep(Stream upload, string folder, long limit, Action<long> received, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return await KeepIn(folder, upload, limit, received, cancel);
        }
        catch (Exception fault) when (fault is IOException and not BadHttpRequestException or UnauthorizedAccessException)
        {
            throw new BlobsUnavailableException($"The folder for uploads '{folder}' cannot be used: {fault.Message}", fault);
        }
    }

    private static async Task<UploadFile?> KeepIn(string folder, Stream upload, long limit, Action<long> received, CancellationToken cancel)
    {
        var file = Create(folder);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[128 * 1024];
            int read;
            while ((read = await Read(upload, buffer, cancel)) > 0)
            {
                if (file.Length + read > limit)
                {
                    await file.DisposeAsync();
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                received(file.Length);
            }

            await file.FlushAsync(cancel);
            file.Position = 0;
            return new UploadFile(file, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await Close(file);
            throw;
        }
    }

    // What could not be written is tried once more by closing, and fails once more; the first fault is the one to tell.
    private static async Task Close(FileStream file)
    {
        try
        {
            await file.DisposeAsync();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Removes what a power cut left behind; anything younger than <paramref name="age"/> may still be in use.</summary>
    public static void Sweep(string folder, TimeSpan age, DateTimeOffset now)
    {
        if (Directory.Exists(folder))
        {
            foreach (var old in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < (now - age).UtcDateTime))
            {
                File.Delete(old);
            }
        }
    }

    public void Dispose() => Content.Dispose();

    private static FileStream Create(string folder)
    {
        var path = Path.Combine(folder, Guid.CreateVersion7().ToString("N"));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Windows removes it even when the process is killed; elsewhere a file without a name does the same.
            File.Delete(path);
        }

        return file;
    }

    private static async ValueTask<int> Read(Stream upload, byte[] buffer, CancellationToken cancel)
    {
        try
        {
            return await upload.ReadAsync(buffer, cancel);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new UploadBrokenException(fault);
        }
    }
}

/// <summary>The body of an upload is not what its headers announce: cut short, or no multipart form.</summary>
internal sealed class UploadBrokenException(Exception inner) : Exception($"The upload is broken: {inner.Message}", inner);
