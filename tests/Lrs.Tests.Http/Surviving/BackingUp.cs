using System.IO.Compression;
using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

public sealed class BackingUp : IDisposable
{
    private readonly TestFolder folder = new();

    private string Backup => folder["lrs.backup"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_running_server_held_is_there_in_another_place_after_the_restore()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using var other = await Installation.Make(Dialect.Sqlite);
        await using var server = await place.StartHere();
        using var http = place.Client();
        await Sample.Fill(http);
        await Survivors.Followed(place);
        var before = await Sample.Picture(place, server);

        var (made, words) = await place.Command("backup", Backup);
        Assert.True(made is 0, words);
        await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()));
        var (restored, saying) = await other.Command("restore", Backup);

        Assert.True(restored is 0, saying);
        await using var again = await other.StartHere();
        Assert.Equal(before, await Sample.Picture(other, again));
        Assert.Equal([Backup], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_backup_under_writers_holds_every_statement_that_was_acknowledged_before_it_and_no_half_batch()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using var other = await Installation.Make(Dialect.Sqlite);
        await using var server = await place.StartHere();
        var ledger = new Ledger();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 4).Select(number => Task.Run(() => new Writer(number, number, place.Client(), ledger).Run(stop.Token))).ToList();
        await Task.Delay(500);
        var sure = ledger.Requests.Where(request => request.IsAcknowledged).ToList();

        var (made, words) = await place.Command("backup", Backup);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        Assert.True(made is 0, words);
        Assert.Equal(0, (await other.Command("restore", Backup)).Code);

        Assert.NotEmpty(sure);
        var there = (await StoredLog.Rows(other)).Select(row => row.Id).ToHashSet();
        Assert.All(sure, request => Assert.All(request.Ids, id => Assert.Contains(id, there)));
        Assert.All(ledger.Requests, request => Assert.True(request.Ids.All(there.Contains) || !request.Ids.Any(there.Contains)));
        Assert.Equal(there.Count, (await StoredLog.Head(other)).Seq);
    }

    [Fact]
    public async Task Statements_are_overwritten_only_when_that_is_said_and_damaged_blobs_are_mended()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        SortedDictionary<string, string> before;
        await using (var server = await place.StartHere())
        {
            using var http = place.Client();
            await Sample.Fill(http);
            await Survivors.Followed(place);
            before = await Sample.Picture(place, server);
            Assert.Equal(0, (await place.Command("backup", Backup)).Code);
            await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()));

            var (held, sentence) = await place.Command("restore", Backup, "--replace");
            Assert.Equal(1, held);
            Assert.Contains("Another process uses the database", sentence);
        }

        var blobs = Blobs(place);
        await File.WriteAllTextAsync(blobs[0], "rot");
        File.Delete(blobs[1]);

        var (refused, words) = await place.Command("restore", Backup);
        var (replaced, saying) = await place.Command("restore", Backup, "--replace");

        Assert.Equal(1, refused);
        Assert.Contains("holds statements, and they would be lost", words);
        Assert.True(replaced is 0, saying);
        await using var again = await place.StartHere();
        Assert.Equal(before, await Sample.Picture(place, again));
    }

    [Fact]
    public async Task A_log_that_a_killed_server_left_does_not_leak_into_the_restored_database()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        using (var server = await place.Start())
        {
            using var http = place.Client();
            await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(id: $"{Sample.Id(1)}")));
            Assert.Equal(0, (await place.Command("backup", Backup)).Code);
            await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(id: $"{Sample.Id(2)}")));
            await server.Kill();
        }

        Assert.True(new FileInfo(Path.Combine(place.Data, "lrs.db-wal")).Length > 0);
        Assert.Equal(0, (await place.Command("restore", Backup, "--replace")).Code);

        using var again = await place.Start();
        Assert.Equal([Sample.Id(1)], (await StoredLog.Rows(place)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_blob_that_is_missing_is_named_and_the_exit_code_says_incomplete()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using (await place.StartHere())
        {
            using var http = place.Client();
            await Sample.Fill(http);
        }

        var lost = Blobs(place)[0];
        File.Delete(lost);

        var (code, words) = await place.Command("backup", Backup);

        Assert.Equal(3, code);
        Assert.Contains(Path.GetFileName(lost), words);
        Assert.True(File.Exists(Backup));
    }

    [Fact]
    public async Task A_backup_that_is_damaged_cut_short_or_something_else_changes_nothing()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using (await place.StartHere())
        {
            using var http = place.Client();
            await Sample.Fill(http);
            Assert.Equal(0, (await place.Command("backup", Backup)).Code);
        }

        var sound = await File.ReadAllBytesAsync(Backup);
        var before = (await StoredLog.Rows(place)).Count;
        await Refused("is no backup of Lrs, or it is cut short", sound[..(sound.Length / 2)]);
        await Refused("is no backup of Lrs, or it is cut short", "hello"u8.ToArray());
        await Refused("is damaged: ", Spoilt());
        await Refused("has layout 2, and this program knows 1", Edited("\"format\": 1", "\"format\": 2"));
        await Refused("lacks blobs/", Without("blobs/"));
        await Refused("is no backup of Lrs", Without("contents.json"));
        Assert.Equal(before, (await StoredLog.Rows(place)).Count);

        async Task Refused(string sentence, byte[] bytes)
        {
            await File.WriteAllBytesAsync(Backup, bytes);
            var (code, words) = await place.Command("restore", Backup, "--replace");
            Assert.Contains(sentence, words);
            Assert.Equal(1, code);
        }

        byte[] Spoilt()
        {
            // In the middle of the first entry, the database.
            var copy = sound.ToArray();
            copy.AsSpan(5000, 8).Fill(0xA5);
            return copy;
        }

        byte[] Edited(string old, string now) => Changed(zip =>
        {
            var entry = zip.GetEntry("contents.json")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            Assert.Contains(old, text);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("contents.json").Open());
            writer.Write(text.Replace(old, now, StringComparison.Ordinal));
        });

        byte[] Without(string start) => Changed(zip => zip.Entries.First(entry => entry.FullName.StartsWith(start, StringComparison.Ordinal)).Delete());

        byte[] Changed(Action<ZipArchive> change)
        {
            using var memory = new MemoryStream();
            memory.Write(sound);
            using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
            {
                change(zip);
            }

            return memory.ToArray();
        }
    }

    [Fact]
    public async Task Each_fault_of_the_place_is_a_sentence()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await Fails("There is no database in", "backup", Backup);
        await using (await place.StartHere())
        {
            await Fails("There is no folder", "backup", folder["none/lrs.backup"]);
            await File.WriteAllTextAsync(Backup, "older");
            await Fails("exists already; a backup never overwrites", "backup", Backup);
        }

        await Fails("There is no file", "restore", folder["none"]);
        Assert.Equal("older", await File.ReadAllTextAsync(Backup));

        async Task Fails(string sentence, params string[] words)
        {
            var (code, output) = await place.Command(words);
            Assert.Contains(sentence, output);
            Assert.Equal(1, code);
        }
    }

    [Fact]
    public async Task On_PostgreSQL_it_says_what_to_use()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);

        var (code, words) = await ServerProcess.Run("backup", Backup, "--Lrs:Database:Engine=postgres", "--ConnectionStrings:Lrs=Host=127.0.0.1", $"--Lrs:DataPath={place.Data}");

        Assert.Equal(1, code);
        Assert.Contains("pg_dump", words);
        Assert.Contains("## Backup and restore", await File.ReadAllTextAsync(Repository.Path("infra/README.md")));
    }

    private static string[] Blobs(Installation place) =>
        [.. Directory.GetFiles(Path.Combine(place.Data, "blobs", "courses"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
