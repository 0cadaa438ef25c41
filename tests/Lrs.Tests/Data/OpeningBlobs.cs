using Lrs.Data.Blobs;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class OpeningBlobs
{
    [Theory]
    [InlineData(null, "ConnectionStrings:Blobs is empty")]
    [InlineData("nonsense", "ConnectionStrings:Blobs is neither")]
    [InlineData("AccountName=a;AccountKey=not:secretsecret", "ConnectionStrings:Blobs is neither")]
    [InlineData("http://storage.example.org/", "not https")]
    public async Task A_wrong_connection_is_refused_with_the_setting_named(string? connection, string says)
    {
        var fault = await Assert.ThrowsAsync<BlobsUnavailableException>(() => Open(BlobProvider.Azure, "", connection, "courses"));

        Assert.Contains(says, fault.Message);
        Assert.DoesNotContain("secretsecret", fault.Message);
    }

    [Theory]
    [InlineData("Courses")]
    [InlineData("ab")]
    [InlineData("a--b")]
    [InlineData("-ab")]
    [InlineData("")]
    public async Task A_container_that_Azure_would_not_take_is_refused(string container)
    {
        var fault = await Assert.ThrowsAsync<BlobsUnavailableException>(() => Open(BlobProvider.Azure, "", "UseDevelopmentStorage=true", container));

        Assert.Contains("is not a container name", fault.Message);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named_and_its_key_is_not()
    {
        const string Nobody = "AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/a;";

        var fault = await Assert.ThrowsAsync<BlobsUnavailableException>(() => Open(BlobProvider.Azure, "", Nobody, "courses"));

        Assert.Contains("http://127.0.0.1:1/a/courses", fault.Message);
        Assert.DoesNotContain("c2VjcmV0", fault.Message);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["file"], "");

        var fault = await Assert.ThrowsAsync<BlobsUnavailableException>(() => Open(BlobProvider.Folder, folder["file"], null, ""));

        Assert.Contains(folder["file"], fault.Message);
    }

    [Fact]
    public async Task What_a_dead_process_left_half_written_is_removed_after_a_day()
    {
        await using var blobs = await TestBlobs.Start(BlobProvider.Folder);
        var (old, fresh) = (Draft("old"), Draft("fresh"));
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-25));

        await BlobStore.Open(blobs.Options, CancellationToken.None);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(fresh));

        string Draft(string name)
        {
            var path = Path.Combine(blobs.Options.Folder, ".incoming", name);
            File.WriteAllText(path, "half");
            return path;
        }
    }

    private static Task<IBlobStore> Open(BlobProvider provider, string folder, string? connection, string container) =>
        BlobStore.Open(new BlobOptions(provider, folder, connection, container), CancellationToken.None);
}
