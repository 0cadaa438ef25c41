namespace Lrs.Server.Courses;

/// <summary>A file of a version.</summary>
/// <param name="Path">Spelt as in the package.</param>
/// <param name="Blob">Where its bytes lie in the blob store.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="ContentType">Media type, with a charset only where the file itself declares one.</param>
internal sealed record StoredFile(string Path, string Blob, long Length, string ContentType)
{
    /// <summary>SHA-256 of the content in hex.</summary>
    public string Hash => BlobNames.HashIn(Blob);

    /// <summary>What a path is looked up by, so that upper and lower case do not matter.</summary>
    public static string Key(string path) => path.ToLowerInvariant();
}

/// <summary>How course files are named in the blob store: by tenant and content, so that identical files lie there once.</summary>
internal static class BlobNames
{
    private const int HashLength = 64;

    /// <summary>The name for content with this SHA-256 (lower-case hex).</summary>
    public static string For(Lrs.Data.TenantId tenant, string hash) => $"courses/{tenant.Value}/{hash[..2]}/{hash}";

    /// <summary>The SHA-256 in a name.</summary>
    public static string HashIn(string blob) => blob[^HashLength..];
}
