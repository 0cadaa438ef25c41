using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Surviving;
using Xunit;
using Installation = Lrs.Tests.Http.Surviving.Installation;

namespace Lrs.Tests.Http.Courses;

/// <summary>A package with videos: what it costs the server, which must not hold it in memory. 300 MB in the ordinary run, 2 GB with <c>LRS_TEST_LONG=1</c>.</summary>
public sealed class ImportingALargePackage
{
    private const long Megabyte = 1024 * 1024;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("LRS_TEST_LONG") is "1";

    [Fact]
    public async Task It_takes_less_than_200_MB_of_memory_and_shows_its_progress_from_the_first_byte()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process holds is read from /proc.");
        await using var place = await Installation.Make(Dialect.Sqlite);
        using var server = await place.Start();
        using var http = place.Client();
        http.Timeout = TimeSpan.FromMinutes(10);
        using var folder = new TestFolder();
        var zip = MakeZip(folder["large.zip"], IsLong ? 7 : 3, IsLong ? 290 : 100);
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsync("/api/packages?wait=true", Package.Body(Package.Cmi5.Zip()))).StatusCode);
        var idle = Anonymous(server.Id);
        var id = Guid.NewGuid();

        var importing = Task.Run(async () =>
        {
            await using var file = File.OpenRead(zip);
            return await http.PostAsync($"/api/packages?wait=true&import={id}", new StreamContent(file, (int)Megabyte) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } });
        });
        var (most, percents) = await Watch(http, id, server.Id, importing);

        var answer = await importing;
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        Assert.Equal(100, (await TestLrs.Read(await http.GetAsync($"/api/imports/{id}"))).GetProperty("percent").GetInt32());
        Assert.Equal(percents.Order(), percents);
        Assert.True(most - idle < 200, $"The server held {most} MB while it imported {new FileInfo(zip).Length / Megabyte} MB, and {idle} MB before.");
        TestContext.Current.SendDiagnosticMessage($"{new FileInfo(zip).Length / Megabyte} MB: {idle} MB idle, {most} MB at most, percentages {string.Join(' ', percents)}");
    }

    [Fact]
    public async Task While_bytes_are_on_their_way_the_job_says_how_many()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var id = Guid.NewGuid();
        var zip = Package.Scorm12.With("video.mp4", Noise(512 * 1024)).Zip();
        var rest = new TaskCompletionSource();

        var importing = lrs.Http.PostAsync($"/api/packages?wait=true&import={id}&name=kurs.zip", new HaltingContent(zip, zip.Length * 4 / 5, rest.Task));
        var job = await Until(lrs, id, one => one.GetProperty("percent").GetInt32() >= 30);
        Assert.Equal("running", job.GetProperty("state").GetString());
        Assert.InRange(job.GetProperty("percent").GetInt32(), 30, 50);
        Assert.Equal(HttpStatusCode.Conflict, (await lrs.Upload(zip, $"?import={id}")).StatusCode);
        rest.SetResult();

        var answer = await importing;
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        Assert.Equal("done", (await lrs.Get($"/api/imports/{id}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_is_an_import_that_failed()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var (broken, notTaken) = (Guid.NewGuid(), Guid.NewGuid());
        var zip = Package.Scorm12.Zip();

        using var leave = new CancellationTokenSource();
        var importing = lrs.Http.PostAsync($"/api/packages?import={broken}", new HaltingContent(zip, zip.Length / 2, Task.Delay(Timeout.Infinite, leave.Token)), leave.Token);
        await Until(lrs, broken, _ => true);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => importing);
        var refused = await lrs.Http.PostAsync($"/api/packages?import={notTaken}", Package.Body(zip, "image/png"));

        var job = await Until(lrs, broken, one => one.GetProperty("state").GetString() is not "running");
        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("did not arrive whole", job.GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.Equal("failed", (await lrs.Get($"/api/imports/{notTaken}")).GetProperty("state").GetString());
        Assert.Empty((await lrs.Get("/api/courses")).EnumerateArray());
    }

    // Every tenth of a second what the server holds, and how far it says it is.
    private static async Task<(long Most, List<int> Percents)> Watch(HttpClient http, Guid id, int process, Task importing)
    {
        var (most, percents) = (0L, new List<int>());
        while (!importing.IsCompleted)
        {
            most = Math.Max(most, Anonymous(process));
            if (await http.GetAsync($"/api/imports/{id}") is { StatusCode: HttpStatusCode.OK } answer)
            {
                percents.Add((await TestLrs.Read(answer)).GetProperty("percent").GetInt32());
            }

            await Task.Delay(100);
        }

        return (most, percents);
    }

    private static async Task<JsonElement> Until(TestLrs lrs, Guid id, Func<JsonElement, bool> reached)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var answer = await lrs.Http.GetAsync($"/api/imports/{id}");
            if (answer.StatusCode is HttpStatusCode.OK && await TestLrs.Read(answer) is var job && reached(job))
            {
                return job;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The import never came so far.");
    }

    // Memory that is the process's own, in MB: what files of the system's cache take does not count.
    private static long Anonymous(int process) =>
        long.Parse(File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "").Trim()) / 1024;

    // Bytes that cannot be packed, as videos are.
    private static string MakeZip(string path, int videos, int megabytes)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in Package.Scorm12.Files)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }

        var random = new Random(5);
        var buffer = new byte[Megabyte];
        for (var video = 0; video < videos; video++)
        {
            using var stream = zip.CreateEntry($"video{video}.mp4", CompressionLevel.NoCompression).Open();
            for (var written = 0; written < megabytes; written++)
            {
                random.NextBytes(buffer);
                stream.Write(buffer);
            }
        }

        return path;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    // Sends some of its bytes, and the rest when it may.
    private sealed class HaltingContent : HttpContent
    {
        private readonly byte[] bytes;
        private readonly int halt;
        private readonly Task rest;

        public HaltingContent(byte[] bytes, int halt, Task rest)
        {
            (this.bytes, this.halt, this.rest) = (bytes, halt, rest);
            Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, halt));
            await stream.FlushAsync();
            await rest;
            await stream.WriteAsync(bytes.AsMemory(halt));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
