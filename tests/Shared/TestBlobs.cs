using Azure.Storage.Blobs;
using Lrs.Data.Blobs;
using Xunit;

namespace Lrs.Tests;

/// <summary>A fresh, empty blob store for one test: a folder, or a container of its own on the Azurite that <c>LRS_TEST_AZURITE</c> names.</summary>
internal sealed class TestBlobs : IAsyncDisposable
{
    private readonly TestFolder folder;

    private TestBlobs(TestFolder folder, BlobOptions options, IBlobStore store) => (this.folder, Options, Store) = (folder, options, store);

    /// <summary>What a server needs to be told to use this store.</summary>
    public BlobOptions Options { get; }

    public IBlobStore Store { get; }

    public static async Task<TestBlobs> Start(BlobProvider provider)
    {
        var azurite = Environment.GetEnvironmentVariable("LRS_TEST_AZURITE");
        Assert.SkipWhen(provider is BlobProvider.Azure && string.IsNullOrEmpty(azurite), "LRS_TEST_AZURITE names no Azurite; tests/run.sh starts one.");
        var folder = new TestFolder();
        var options = new BlobOptions(provider, folder["blobs"], azurite, $"test-{Guid.NewGuid():N}");
        return new TestBlobs(folder, options, await BlobStore.Open(options, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        if (Options.Provider is BlobProvider.Azure)
        {
            await new BlobContainerClient(Options.ConnectionString, Options.Container).DeleteAsync();
        }

        folder.Dispose();
    }
}
