using System.Text;
using Lrs.Data.Blobs;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class KeepingBlobs
{
    private const string Name = "ab/abcdef0123456789";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryBlobStore]
    public async Task What_was_put_comes_back(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);

        Assert.True(await blobs.Store.Put(Name, Some("Hello"), Cancel));

        Assert.Equal(("Hello", 5L, 0L, 5L), await Read(blobs.Store, null));
    }

    [Theory, EveryBlobStore]
    public async Task An_empty_blob_is_a_blob(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);

        Assert.True(await blobs.Store.Put(Name, Some(""), Cancel));

        Assert.Equal(("", 0L, 0L, 0L), await Read(blobs.Store, null));
        Assert.Equal(("", 0L, 0L, 0L), await Read(blobs.Store, BlobRange.From(0, null)));
    }

    [Theory, EveryBlobStore]
    public async Task A_taken_name_keeps_its_first_content(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        await blobs.Store.Put(Name, Some("first"), Cancel);

        Assert.False(await blobs.Store.Put(Name, Some("second"), Cancel));

        Assert.Equal("first", (await Read(blobs.Store, null)).Text);
    }

    [Theory, EveryBlobStore]
    public async Task Of_many_who_put_at_once_one_is_told_that_it_is_new(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);

        var isNew = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => blobs.Store.Put(Name, Some("the same"), Cancel))));

        Assert.Single(isNew, answer => answer);
        Assert.Equal("the same", (await Read(blobs.Store, null)).Text);
    }

    [Theory, EveryBlobStore]
    public async Task Of_many_who_put_something_large_at_once_one_is_told_that_it_is_new(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        var large = new string('x', 9_000_000);

        var isNew = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => blobs.Store.Put(Name, Some(large), Cancel))));

        Assert.Single(isNew, answer => answer);
        Assert.Equal(large, (await Read(blobs.Store, null)).Text);
    }

    [Theory, EveryBlobStore]
    public async Task An_upload_that_breaks_off_leaves_nothing_and_its_own_error(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);

        // Longer than one block, so that a part has already been sent when the sender goes away.
        var fault = await Assert.ThrowsAsync<IOException>(() => blobs.Store.Put(Name, new BreaksOff(9_000_000), Cancel));

        Assert.Equal(BreaksOff.Reason, fault.Message);
        Assert.Null(await blobs.Store.Open(Name, null, Cancel));
        Assert.Empty(await Names(blobs.Store, ""));
        Assert.True(await blobs.Store.Put(Name, Some("again"), Cancel));
        Assert.Equal("again", (await Read(blobs.Store, null)).Text);
    }

    [Theory, EveryBlobStore]
    public async Task A_large_stream_of_unknown_length_goes_in_and_out_unchanged(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        var bytes = new byte[9_500_001];
        new Random(1).NextBytes(bytes);

        await blobs.Store.Put(Name, new Unseekable(bytes), Cancel);

        await using var content = await blobs.Store.Open(Name, null, Cancel);
        using var read = new MemoryStream();
        await content!.Stream.CopyToAsync(read, Cancel);
        Assert.True(bytes.AsSpan().SequenceEqual(read.ToArray()));
    }

    [Theory, EveryBlobStore]
    public async Task A_range_gives_its_bytes_and_the_whole_length(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        await blobs.Store.Put(Name, Some("0123456789"), Cancel);

        Assert.Equal(("345", 10L, 3L, 3L), await Read(blobs.Store, BlobRange.From(3, 3)));
        Assert.Equal(("789", 10L, 7L, 3L), await Read(blobs.Store, BlobRange.From(7, null)));
        Assert.Equal(("89", 10L, 8L, 2L), await Read(blobs.Store, BlobRange.From(8, 100)));
        Assert.Equal(("6789", 10L, 6L, 4L), await Read(blobs.Store, BlobRange.Last(4)));
        Assert.Equal(("0123456789", 10L, 0L, 10L), await Read(blobs.Store, BlobRange.Last(11)));
    }

    [Theory, EveryBlobStore]
    public async Task A_range_beyond_the_end_is_empty_and_tells_the_length(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        await blobs.Store.Put(Name, Some("0123456789"), Cancel);

        Assert.Equal(("", 10L, 10L, 0L), await Read(blobs.Store, BlobRange.From(10, null)));
        Assert.Equal(("", 10L, 10L, 0L), await Read(blobs.Store, BlobRange.From(99, 1)));
    }

    [Theory, EveryBlobStore]
    public async Task What_is_not_there_is_null_and_cannot_be_deleted(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);

        Assert.Null(await blobs.Store.Open(Name, null, Cancel));
        Assert.Null(await blobs.Store.Open(Name, BlobRange.Last(1), Cancel));
        Assert.False(await blobs.Store.Delete(Name, Cancel));
    }

    [Theory, EveryBlobStore]
    public async Task A_deleted_blob_is_gone_and_its_name_free(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        await blobs.Store.Put(Name, Some("first"), Cancel);

        Assert.True(await blobs.Store.Delete(Name, Cancel));

        Assert.Null(await blobs.Store.Open(Name, null, Cancel));
        Assert.True(await blobs.Store.Put(Name, Some("second"), Cancel));
    }

    [Theory, EveryBlobStore]
    public async Task A_listing_finds_by_the_beginning_of_the_name(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        foreach (var name in new[] { "ab/abc1", "ab/abc2", "ab/abd3", "abc/x", "b" })
        {
            await blobs.Store.Put(name, Some(name), Cancel);
        }

        Assert.Equal(["ab/abc1 7", "ab/abc2 7", "ab/abd3 7", "abc/x 5", "b 1"], await Names(blobs.Store, ""));
        Assert.Equal(["ab/abc1 7", "ab/abc2 7"], await Names(blobs.Store, "ab/abc"));
        Assert.Equal(["ab/abc1 7", "ab/abc2 7", "ab/abd3 7"], await Names(blobs.Store, "ab/"));
        Assert.Equal(["ab/abc1 7", "ab/abc2 7", "ab/abd3 7", "abc/x 5"], await Names(blobs.Store, "ab"));
        Assert.Empty(await Names(blobs.Store, "zz/"));
    }

    [Theory, EveryBlobStore]
    public async Task A_store_opened_again_has_what_was_kept(BlobProvider provider)
    {
        await using var blobs = await TestBlobs.Start(provider);
        await blobs.Store.Put(Name, Some("kept"), Cancel);

        var again = await BlobStore.Open(blobs.Options, Cancel);

        Assert.Equal("kept", (await Read(again, null)).Text);
    }

    private static MemoryStream Some(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<(string Text, long Length, long Offset, long Count)> Read(IBlobStore store, BlobRange? range)
    {
        await using var content = await store.Open(Name, range, Cancel);
        Assert.NotNull(content);
        using var reader = new StreamReader(content.Stream);
        return (await reader.ReadToEndAsync(Cancel), content.Length, content.Offset, content.Count);
    }

    private static async Task<List<string>> Names(IBlobStore store, string prefix)
    {
        var names = new List<string>();
        await foreach (var entry in store.List(prefix, Cancel))
        {
            names.Add($"{entry.Name} {entry.Length}");
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }
}
