namespace Lrs.Server.Documents;

/// <summary>A document as kept.</summary>
internal sealed record Document(string ContentType, string ETag, DateTimeOffset Updated, byte[] Body);
