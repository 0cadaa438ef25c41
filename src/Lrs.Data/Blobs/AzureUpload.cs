using System.Buffers;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Lrs.Data.Blobs;

/// <summary>
/// One upload that creates a blob or finds its name taken. What fits into one block goes in one request; anything longer
/// is staged block by block and appears when the list of blocks is committed. Blocks never committed are removed by Azure after a week.
/// </summary>
internal sealed class AzureUpload(BlockBlobClient blob, CancellationToken cancel)
{
    private const int BlockSize = 4 * 1024 * 1024;

    private static readonly BlobRequestConditions OnlyWhenNew = new() { IfNoneMatch = ETag.All };

    // Of this upload alone, so that two that run at once cannot mix their blocks.
    private readonly string blocks = Guid.CreateVersion7().ToString("N");
    private readonly List<string> staged = [];

    public async Task<bool> Send(Stream content)
    {
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            return await Send(content, block.AsMemory(0, BlockSize));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private async Task<bool> Send(Stream content, Memory<byte> block)
    {
        var read = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel);
        if (read < block.Length)
        {
            return await AtOnce(block[..read]) || await Remaining(block[..read]);
        }

        // Asked first, rather than send a large file only to be told at its end that it is there.
        if (await blob.ExistsAsync(cancel))
        {
            return false;
        }

        for (; read > 0; read = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel))
        {
            await Stage(block[..read]);
        }

        return await Commit();
    }

    private async Task<bool> AtOnce(ReadOnlyMemory<byte> content)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content).ToStream(), new BlobUploadOptions { Conditions = OnlyWhenNew }, cancel);
            return true;
        }
        catch (RequestFailedException fault) when (IsTaken(fault))
        {
            return false;
        }
    }

    // The emulator takes a name for taken when an upload that broke off has left blocks there; committing blocks of our own gets past them.
    private async Task<bool> Remaining(ReadOnlyMemory<byte> content)
    {
        if (await blob.ExistsAsync(cancel))
        {
            return false;
        }

        if (!content.IsEmpty)
        {
            await Stage(content);
        }

        return await Commit();
    }

    private async Task Stage(ReadOnlyMemory<byte> block)
    {
        var id = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{blocks}{staged.Count:D6}"));
        await blob.StageBlockAsync(id, BinaryData.FromBytes(block).ToStream(), cancellationToken: cancel);
        staged.Add(id);
    }

    private async Task<bool> Commit()
    {
        try
        {
            await blob.CommitBlockListAsync(staged, new CommitBlockListOptions { Conditions = OnlyWhenNew }, cancel);
            return true;
        }
        catch (RequestFailedException fault) when (IsTaken(fault))
        {
            return false;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // Another upload of this name was committed, which drops all other blocks staged for it.
            if (!await blob.ExistsAsync(cancel))
            {
                throw;
            }

            return false;
        }
    }

    private static bool IsTaken(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.ConditionNotMet;
}
