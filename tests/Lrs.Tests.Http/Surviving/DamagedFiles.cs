using System.Net;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

public sealed class DamagedFiles
{
    [Fact]
    public async Task A_missing_or_changed_blob_is_an_error_of_its_file_alone()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using var server = await place.StartHere();
        using var http = place.Client();
        await Sample.Fill(http);
        var sizes = new Dictionary<string, string>();
        foreach (var blob in Directory.GetFiles(Path.Combine(place.Data, "blobs", "courses"), "*", SearchOption.AllDirectories))
        {
            sizes[new FileInfo(blob).Length switch { 700_000 => "film.mp4", 8 => "notes/readme.txt", < 100 => "index.html", _ => "imsmanifest.xml" }] = blob;
        }

        await Expect("film.mp4", cutOff: false, HttpStatusCode.OK);

        // Changed in the middle, at the same length: a long file is cut off before its end, a short one answered with an error.
        Spoil(sizes["film.mp4"]);
        Spoil(sizes["notes/readme.txt"]);
        await Expect("film.mp4", cutOff: true, HttpStatusCode.OK);
        await Expect("notes/readme.txt", cutOff: false, HttpStatusCode.InternalServerError);
        await Expect("index.html", cutOff: false, HttpStatusCode.OK);

        // Cut short, and gone.
        await File.WriteAllBytesAsync(sizes["film.mp4"], (await File.ReadAllBytesAsync(sizes["film.mp4"]))[..1000]);
        File.Delete(sizes["notes/readme.txt"]);
        await Expect("film.mp4", cutOff: false, HttpStatusCode.InternalServerError);
        await Expect("notes/readme.txt", cutOff: false, HttpStatusCode.InternalServerError);
        await Expect("index.html", cutOff: false, HttpStatusCode.OK);

        async Task Expect(string path, bool cutOff, HttpStatusCode status)
        {
            var address = (await Sample.Files(server)).Single(file => file.Path == path).Address;
            using var browser = new HttpClient { BaseAddress = place.Content };
            var got = await browser.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(status, got.StatusCode);
            if (cutOff)
            {
                await Assert.ThrowsAnyAsync<Exception>(() => got.Content.ReadAsByteArrayAsync());
            }
            else
            {
                await got.Content.ReadAsByteArrayAsync();
            }

            if (status is HttpStatusCode.InternalServerError)
            {
                Assert.Contains("damaged or missing", await got.Content.ReadAsStringAsync());
                Assert.Equal("no-store", got.Headers.CacheControl!.ToString());
                Assert.Null(got.Headers.ETag);
            }
        }
    }

    [Fact]
    public async Task A_database_file_that_is_none_is_said_and_the_right_one_put_back_is_as_it_was()
    {
        await using var place = await Filled();
        var path = Path.Combine(place.Data, "lrs.db");
        var sound = await File.ReadAllBytesAsync(path);
        var rows = await StoredLog.Rows(place);

        await File.WriteAllBytesAsync(path, [.. new byte[4096], .. sound[4096..]]);
        var (code, words) = await ServerProcess.Run(place.Args);
        await File.WriteAllBytesAsync(path, sound);

        Assert.Equal(1, code);
        Assert.Contains($"The database file '{path}' cannot be used", words);
        Assert.DoesNotContain("   at ", words);
        using var again = await place.Start();
        Assert.Equal(rows.Select(row => row.Id), (await StoredLog.Rows(place)).Select(row => row.Id));
    }

    [Fact]
    public async Task Pages_of_the_database_that_were_overwritten_are_an_error_never_a_wrong_answer_and_no_backup_is_made_of_them()
    {
        await using var place = await Filled();
        var path = Path.Combine(place.Data, "lrs.db");
        var sound = await File.ReadAllBytesAsync(path);
        var spoilt = sound.ToArray();
        // Everything but the first pages, which hold the schema.
        spoilt.AsSpan(spoilt.Length / 3).Fill(0xEE);

        await File.WriteAllBytesAsync(path, spoilt);
        var (code, words) = await place.Command("backup", path + ".backup");
        Assert.Equal(1, code);
        Assert.Matches("damaged|malformed", words);
        Assert.False(File.Exists(path + ".backup"));
        using (var server = ServerProcess.Launch(place.Args))
        {
            await Task.WhenAny(server.Ended(), server.Says("Lrs is at"));
            if (server.IsRunning)
            {
                using var http = place.Client();
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/xapi/statements")).StatusCode);
            }
            else
            {
                Assert.Contains($"The database file '{path}' cannot be used", server.Output);
            }
        }

        await File.WriteAllBytesAsync(path, sound);
        using var again = await place.Start();
        using var after = place.Client();
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/xapi/statements")).StatusCode);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_with_a_sentence_and_the_first_goes_on()
    {
        await using var place = await Installation.Make(Dialect.Sqlite);
        await using var elsewhere = await Installation.Make(Dialect.Sqlite, place.Data);
        using var first = await place.Start();

        var (code, words) = await ServerProcess.Run(elsewhere.Args);

        Assert.Equal(1, code);
        Assert.Contains($"Another process uses the database in '{place.Data}'", words);
        using var http = place.Client();
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()))).StatusCode);
        await first.Kill();
        using var second = await elsewhere.Start();
        Assert.Single(await StoredLog.Rows(place));
    }

    private static async Task<Installation> Filled()
    {
        var place = await Installation.Make(Dialect.Sqlite);
        using var server = await place.Start();
        using var http = place.Client();
        await Sample.Fill(http);
        Assert.Equal(0, await server.Stop());
        return place;
    }

    private static void Spoil(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
