using System.Net;
using System.Text;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

public sealed class DisksThatFail
{
    [Fact]
    public async Task A_full_disk_is_said_reading_goes_on_and_with_room_again_so_does_writing()
    {
        using var disk = SmallDisk.Mount(64);
        await using var place = await Installation.Make(Dialect.Sqlite, Path.Combine(disk.Path, "data"));
        using var server = await place.Start();
        using var http = place.Client();
        await Sample.Fill(http);
        var before = (await StoredLog.Rows(place)).Count;

        // The key that signs links to further pages is made when the first one is needed, and that is a write.
        await http.GetAsync("/xapi/statements?limit=1");
        disk.Fill();

        // A log that was written and folded in keeps its file, so a small statement may still find room; a large batch does not.
        var batch = $"[{string.Join(',', Enumerable.Range(0, 400).Select(number => Large(1000 + number)))}]";
        var refused = await http.PostAsync("/xapi/statements", TestLrs.Json(batch));
        for (var tries = 0; refused.IsSuccessStatusCode && tries < 20; tries++)
        {
            before += 400;
            batch = $"[{string.Join(',', Enumerable.Range(0, 400).Select(number => Large((2000 * (tries + 1)) + number)))}]";
            refused = await http.PostAsync("/xapi/statements", TestLrs.Json(batch));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var document = await http.PutAsync(Writer.Document(5, 5), new StringContent(new string('x', 4_000_000), Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, document.StatusCode);
        var upload = await http.PostAsync("/api/packages", Package.Body(Package.Cmi5.With("noise.bin", Noise(3_000_000)).Zip()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, upload.StatusCode);
        foreach (var address in new[] { "/xapi/statements?limit=1", Sample.Documents[0] })
        {
            var read = await http.GetAsync(address);
            Assert.True(read.StatusCode is HttpStatusCode.OK, $"{address}: {(int)read.StatusCode} {await read.Content.ReadAsStringAsync()}\n{server.Output}");
        }

        Assert.Contains("cannot be used", server.Output);
        Assert.Equal(before, (await StoredLog.Rows(place)).Count);

        disk.Free();

        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/xapi/statements", TestLrs.Json(batch))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsync(Writer.Document(5, 5), new StringContent("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsync("/api/packages", Package.Body(Package.Cmi5.Zip()))).StatusCode);
        await Survivors.Followed(place);
        Assert.Equal(0, await server.Stop());
        Assert.Equal("ok", (await StoredLog.Query(place, "PRAGMA integrity_check", row => row.GetString(0))).Single());
        var (code, words) = await place.Command("rebuild", "reports");
        Assert.True(code is 0, words);
    }

    [Fact]
    public async Task A_start_on_a_full_disk_fails_with_a_sentence_and_leaves_nothing_in_the_way_of_the_next()
    {
        using var disk = SmallDisk.Mount(8);
        await using var place = await Installation.Make(Dialect.Sqlite, Path.Combine(disk.Path, "data"));
        disk.Fill();

        var (code, words) = await ServerProcess.Run(place.Args);

        Assert.Equal(1, code);
        Assert.Contains("Lrs cannot start: ", words);
        Assert.Contains(disk.Path, words);
        Assert.DoesNotContain("   at ", words);
        disk.Free();
        using var server = await place.Start();
        Assert.Contains("First start.", server.Output);
    }

    [Fact]
    public async Task A_read_only_disk_is_said_at_the_start_and_what_it_holds_is_there_when_it_can_be_written_again()
    {
        using var disk = SmallDisk.Mount(24);
        await using var place = await Installation.Make(Dialect.Sqlite, Path.Combine(disk.Path, "data"));
        using (var server = await place.Start())
        {
            using var http = place.Client();
            await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement(id: $"{Sample.Id(1)}")));
            await server.Kill();
        }

        disk.Remount("ro");
        var (code, words) = await ServerProcess.Run(place.Args);
        disk.Remount("rw");

        Assert.Equal(1, code);
        Assert.Contains($"The data folder '{place.Data}' cannot be written", words);
        using var again = await place.Start();
        Assert.Equal([Sample.Id(1)], (await StoredLog.Rows(place)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_backup_onto_a_full_disk_fails_with_a_sentence_and_leaves_no_file()
    {
        using var disk = SmallDisk.Mount(1);
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using (await place.StartHere())
        {
            using var http = place.Client();
            await Sample.Fill(http);
            Assert.Equal(HttpStatusCode.Created, (await http.PostAsync("/api/packages", Package.Body(Package.Cmi5.With("noise.bin", Noise(2_000_000)).Zip()))).StatusCode);
        }

        var (code, words) = await place.Command("backup", Path.Combine(disk.Path, "lrs.backup"));

        Assert.Equal(1, code);
        Assert.StartsWith("backup failed: ", words);
        Assert.Empty(Directory.GetFiles(disk.Path));
    }

    private static string Large(int number) => Some.Statement(activity: $"https://example.org/{new string('a', 9_000)}/{number}", id: $"{Sample.Id(number)}");

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
