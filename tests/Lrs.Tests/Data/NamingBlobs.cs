using Lrs.Data.Blobs;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class NamingBlobs
{
    [Theory]
    [InlineData("a")]
    [InlineData("ab/abcdef0123456789")]
    [InlineData("packages/ab/abc-1_2.zip")]
    [InlineData("a..b")]
    public void A_plain_name_is_taken(string name) => Assert.Equal(name, BlobName.Checked(name));

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData(".incoming/a")]
    [InlineData("a.")]
    [InlineData("a./b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("c:a")]
    [InlineData("a\n")]
    [InlineData("a\0b")]
    [InlineData("ä")]
    public async Task A_name_that_could_lead_elsewhere_is_refused_by_every_method(string name)
    {
        await using var blobs = await TestBlobs.Start(BlobProvider.Folder);
        var none = CancellationToken.None;

        await Assert.ThrowsAsync<ArgumentException>(() => blobs.Store.Put(name, Stream.Null, none));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.Store.Open(name, null, none));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.Store.Delete(name, none));
    }

    [Fact]
    public void A_name_of_more_than_200_characters_is_refused() => Assert.Throws<ArgumentException>(() => BlobName.Checked(new string('a', 201)));

    [Theory]
    [InlineData("..")]
    [InlineData("ab/../")]
    [InlineData("/")]
    [InlineData(".incoming")]
    [InlineData("A")]
    public async Task A_listing_of_what_cannot_be_a_name_is_refused(string prefix)
    {
        await using var blobs = await TestBlobs.Start(BlobProvider.Folder);

        Assert.Throws<ArgumentException>(() => blobs.Store.List(prefix, CancellationToken.None));
    }
}
