using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Lrs.Data.Blobs;

/// <summary>Blobs in one container of Azure Blob Storage, which shows a blob only when all of it is there.</summary>
internal sealed class AzureBlobs : IBlobStore
{
    private readonly BlobContainerClient container;

    private AzureBlobs(BlobContainerClient container) => this.container = container;

    public static async Task<AzureBlobs> Open(string? connectionString, string container, CancellationToken cancel)
    {
        var blobs = new AzureBlobs(AzureConnection.Container(connectionString, container));
        await blobs.Ask(async () =>
        {
            // Asked first, because a signature may allow to use the container and not to make one.
            return await blobs.container.ExistsAsync(cancel) || await blobs.container.CreateIfNotExistsAsync(cancellationToken: cancel) is not null;
        });
        return blobs;
    }

    public Task<bool> Put(string name, Stream content, CancellationToken cancel)
    {
        var blob = container.GetBlockBlobClient(BlobName.Checked(name));
        return Ask(() => new AzureUpload(blob, cancel).Send(content));
    }

    public Task<BlobContent?> Open(string name, BlobRange? range, CancellationToken cancel)
    {
        var blob = container.GetBlobClient(BlobName.Checked(name));
        return Ask(async () =>
        {
            try
            {
                return range is null ? await Whole(blob, cancel) : await Part(blob, range, cancel);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        });
    }

    public Task<bool> Delete(string name, CancellationToken cancel)
    {
        var blob = container.GetBlobClient(BlobName.Checked(name));
        return Ask(async () => (await blob.DeleteIfExistsAsync(cancellationToken: cancel)).Value);
    }

    public IAsyncEnumerable<BlobEntry> List(string prefix, CancellationToken cancel)
    {
        var checkedPrefix = BlobName.CheckedPrefix(prefix);
        return Listed(checkedPrefix, cancel);
    }

    private async IAsyncEnumerable<BlobEntry> Listed(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var walk = container.GetBlobsAsync(prefix: prefix, cancellationToken: cancel).GetAsyncEnumerator(cancel);
        while (await Ask(() => walk.MoveNextAsync().AsTask()))
        {
            yield return new BlobEntry(walk.Current.Name, walk.Current.Properties.ContentLength ?? 0);
        }
    }

    private static async Task<BlobContent?> Whole(BlobClient blob, CancellationToken cancel)
    {
        BlobDownloadStreamingResult answer = await blob.DownloadStreamingAsync(cancellationToken: cancel);
        return new BlobContent(answer.Content, answer.Details.ContentLength, 0, answer.Details.ContentLength);
    }

    // The length comes first: a range beyond the end is an error to Azure, and one that counts from the end it does not know.
    private static async Task<BlobContent?> Part(BlobClient blob, BlobRange range, CancellationToken cancel)
    {
        BlobProperties about = await blob.GetPropertiesAsync(cancellationToken: cancel);
        var (offset, count) = range.Within(about.ContentLength);
        if (count == 0)
        {
            return new BlobContent(Stream.Null, about.ContentLength, offset, 0);
        }

        BlobDownloadStreamingResult answer = await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(offset, count) }, cancel);
        return new BlobContent(answer.Content, about.ContentLength, offset, count);
    }

    private async Task<T> Ask<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (AzureConnection.IsFault(fault))
        {
            throw AzureConnection.Unavailable(container, fault);
        }
    }
}
