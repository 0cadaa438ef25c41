namespace Lrs.Data.Blobs;

/// <summary>The kinds of places where blobs can lie.</summary>
public enum BlobProvider
{
    /// <summary>A folder of this machine, or one that all server processes share.</summary>
    Folder,

    /// <summary>Azure Blob Storage, or anything that speaks its protocol.</summary>
    Azure,
}

/// <summary>Where blobs lie.</summary>
/// <param name="Provider">Folder or Azure.</param>
/// <param name="Folder">For the folder: its path. Not used by Azure.</param>
/// <param name="ConnectionString">
/// For Azure: a storage connection string; or the service's address, <c>https://NAME.blob.core.windows.net</c>, which is then
/// used with the identity of the machine or developer (or with the shared access signature in the address). Not used by the folder.
/// </param>
/// <param name="Container">For Azure: the container, made when it is missing. Not used by the folder.</param>
public sealed record BlobOptions(BlobProvider Provider, string Folder, string? ConnectionString, string Container);

/// <summary>Opens the blob store that the options name.</summary>
public static class BlobStore
{
    /// <summary>Opens the store and makes its folder or container when it is missing.</summary>
    /// <exception cref="BlobsUnavailableException">It cannot be reached or made, or the options are wrong; the message names the fault.</exception>
    public static async Task<IBlobStore> Open(BlobOptions options, CancellationToken cancel) => options.Provider is BlobProvider.Folder
        ? FolderBlobs.Open(options.Folder)
        : await AzureBlobs.Open(options.ConnectionString, options.Container, cancel);
}
