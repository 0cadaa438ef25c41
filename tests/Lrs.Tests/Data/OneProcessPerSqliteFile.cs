using System.Diagnostics;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class OneProcessPerSqliteFile
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_opening_in_this_process_is_refused_with_a_sentence()
    {
        await using var fresh = await TestDatabase.Empty(Dialect.Sqlite);
        await fresh.Open();

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(fresh.Open);

        Assert.Contains($"Another process uses the database in '{fresh.Options.DataPath}'", fault.Message);
        Assert.Contains("use PostgreSQL to run several", fault.Message);
    }

    [Fact]
    public async Task A_file_that_another_process_holds_is_refused_until_that_process_ends()
    {
        await using var fresh = await TestDatabase.Empty(Dialect.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(fresh.Options.DataPath, "lrs.lock"), "", Cancel);
        using (var other = Hold(Path.Combine(fresh.Options.DataPath, "lrs.lock")))
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync(Cancel));

            var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(fresh.Open);

            Assert.Contains("Another process", fault.Message);
            other.Kill();
            await other.WaitForExitAsync(Cancel);
        }

        await fresh.Open();
    }

    [Fact]
    public async Task Closing_frees_the_folder()
    {
        await using var fresh = await TestDatabase.Empty(Dialect.Sqlite);
        await (await Database.Open(fresh.Options, Cancel)).DisposeAsync();

        await fresh.Open();
    }

    [Fact]
    public async Task A_start_that_failed_frees_the_folder()
    {
        await using var fresh = await TestDatabase.Empty(Dialect.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(fresh.Options.DataPath, "lrs.db"), new string('x', 5000), Cancel);
        await Assert.ThrowsAnyAsync<Exception>(fresh.Open);

        File.Delete(Path.Combine(fresh.Options.DataPath, "lrs.db"));

        await fresh.Open();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await using var fresh = await TestDatabase.Empty(Dialect.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(fresh.Options.DataPath, "lrs.db"), new string('x', 5000), Cancel);

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(fresh.Open);

        Assert.Contains("lrs.db", fault.Message);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["file"], "", Cancel);

        var fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Database.Open(new DatabaseOptions(Dialect.Sqlite, null, folder["file"]), Cancel));

        Assert.Contains($"'{folder["file"]}'", fault.Message);
    }

    [Theory]
    [InlineData(DriveType.Fixed, "ext4", false)]
    [InlineData(DriveType.Unknown, "overlay", false)]
    [InlineData(DriveType.Ram, "tmpfs", false)]
    [InlineData(DriveType.Network, "anything", true)]
    [InlineData(DriveType.Unknown, "fuse.sshfs", true)]
    [InlineData(DriveType.Unknown, "9p", true)]
    [InlineData(DriveType.Fixed, "smb3", true)]
    [InlineData(DriveType.Fixed, "NFS4", true)]
    public void Network_file_systems_are_told_from_local_ones(DriveType type, string format, bool network) =>
        Assert.Equal(network, SqliteLock.IsNetwork(type, format));

    // A real second process that holds the file as this product does. The shell's flock takes the same kind of lock.
    private static Process Hold(string path)
    {
        var start = new ProcessStartInfo("flock") { RedirectStandardOutput = true };
        foreach (var word in new[] { "--exclusive", "--no-fork", path, "sh", "-c", "echo held; exec sleep 60" })
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
