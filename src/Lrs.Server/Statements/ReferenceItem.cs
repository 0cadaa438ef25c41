using System.Runtime.InteropServices;
using System.Buffers.Binary;
using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>Keys on their way from a statement to its referrers.</summary>
/// <param name="Id">Its place in the queue.</param>
/// <param name="Source">The statement that is referred to.</param>
/// <param name="After">Referrers up to this position have them.</param>
/// <param name="Keys">The keys, at most <see cref="MostKeys"/>; null for those that the source itself inherited, above <paramref name="FromKey"/>.</param>
/// <param name="FromKey">See <paramref name="Keys"/>; keys are positive.</param>
internal sealed record ReferenceItem(Guid Id, Guid Source, long After, long[]? Keys, long FromKey)
{
    /// <summary>Keys in one item.</summary>
    public const int MostKeys = 1_000;

    private const string Insert = "INSERT INTO reference_queue (tenant, id, source, after, keys, from_key) VALUES (@tenant, @id, @source, @after, @keys, @from)";

    private const string TakeOldest = """
        DELETE FROM reference_queue WHERE tenant = @tenant AND id IN (SELECT id FROM reference_queue WHERE tenant = @tenant ORDER BY id LIMIT @most)
        RETURNING id, source, after, keys, from_key
        """;

    /// <summary>These keys, in as many items as they need.</summary>
    public static IEnumerable<ReferenceItem> Of(Guid source, long after, long[] keys) =>
        keys.Chunk(MostKeys).Select(some => new ReferenceItem(Guid.CreateVersion7(), source, after, some, 0));

    /// <summary>Whatever the source has inherited.</summary>
    public static ReferenceItem Inherited(Guid source, long after) => new(Guid.CreateVersion7(), source, after, null, 0);

    /// <summary>Takes the oldest items out of the tenant's queue.</summary>
    public static async Task<IEnumerable<ReferenceItem>> Take(Work work, int most) =>
        (await work.All(TakeOldest, Read, ("@most", most))).OrderBy(item => item.Id);

    /// <summary>Is there anything in the tenant's queue?</summary>
    public static Task<bool> AnyWaits(Work work) => work.Any("SELECT 1 FROM reference_queue WHERE tenant = @tenant LIMIT 1");

    /// <summary>Puts the item into the tenant's queue.</summary>
    public Task Save(Work work) => work.Run(Insert, ("@id", Id), ("@source", Source), ("@after", After), ("@keys", Keys is null ? null : Pack(Keys)), ("@from", FromKey));

    private static ReferenceItem Read(Row row) => new(row.Guid(0), row.Guid(1), row.Long(2), row.BytesOrNull(3) is { } bytes ? Unpack(bytes) : null, row.Long(4));

    private static byte[] Pack(long[] keys)
    {
        var big = keys.Select(key => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(key) : key).ToArray();
        return MemoryMarshal.AsBytes(big.AsSpan()).ToArray();
    }

    private static long[] Unpack(byte[] bytes) =>
        [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(i * 8)))];
}
