using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>Names in the blob store. A content is there once for each tenant and hash function, under the hash that statements know it by.</summary>
internal static class AttachmentNames
{
    /// <summary>The name for the data with this SHA-2 hash (lower-case hexadecimal).</summary>
    public static string For(TenantId tenant, string hash) => $"attachments/{tenant.Value}/{hash[..2]}/{hash}";

    /// <summary>The hash that an attachment names, in lower case; statements may write it either way.</summary>
    public static string HashOf(Lrs.Xapi.Attachment attachment) => attachment.Sha2.ToLowerInvariant();
}
