using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Server.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class ServingFiles
{
    private static readonly byte[] Video = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    private static readonly Package Course = Package.Scorm12
        .With("media/Film.MP4", Video)
        .With("a b/ü.txt", "umlaut")
        .With("empty.css", "")
        .With("game/build.wasm.gz", [31, 139, 8, 0])
        .With("notes.tar.gz", [31, 139, 8, 0])
        .With("run.php", "<?php echo 1;");

    [Theory, EveryDatabase]
    public async Task A_file_comes_as_it_was_with_its_type_and_tag(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course);

        var answer = await http.GetAsync($"{root}/media/Film.MP4");

        Assert.Equal(Video, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(Video))}\"", answer.Headers.ETag!.ToString());
        Assert.Equal("private, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control").SelectMany(value => value.Split(", ")).OrderBy(value => Array.IndexOf(["private", "max-age=31536000", "immutable"], value))));
        Assert.Equal("bytes", answer.Headers.AcceptRanges.Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory, EveryDatabase]
    public async Task Parts_of_a_file_can_be_asked_for(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course);
        var film = $"{root}/media/Film.MP4";

        await Part("bytes=0-1", Video[..2], "bytes 0-1/100000");
        await Part("bytes=99990-", Video[99990..], "bytes 99990-99999/100000");
        await Part("bytes=-5", Video[^5..], "bytes 99995-99999/100000");
        await Part("bytes=10-999999", Video[10..], "bytes 10-99999/100000");

        var beyond = await Ask(http, film, ("Range", "bytes=100000-"));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */100000"), (beyond.StatusCode, beyond.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await Ask(http, film, ("Range", "bytes=0-1,5-6"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(http, film, ("Range", "bytes=0-1"), ("If-Range", "\"another\""))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(http, $"{root}/empty.css", ("Range", "bytes=0-"))).StatusCode);

        async Task Part(string range, byte[] bytes, string contentRange)
        {
            var answer = await Ask(http, film, ("Range", range));
            Assert.Equal((HttpStatusCode.PartialContent, contentRange), (answer.StatusCode, answer.Content.Headers.ContentRange!.ToString()));
            Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, EveryDatabase]
    public async Task Head_says_what_get_would_and_a_known_tag_saves_the_bytes(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course);
        var film = $"{root}/media/Film.MP4";

        var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, film));
        Assert.Equal((HttpStatusCode.OK, 100_000L, "video/mp4"), (head.StatusCode, head.Content.Headers.ContentLength!.Value, head.Content.Headers.ContentType!.ToString()));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());

        var known = await Ask(http, film, ("If-None-Match", head.Headers.ETag!.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, 0), (known.StatusCode, (await known.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.OK, (await Ask(http, film, ("If-None-Match", "\"another\""))).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Names_are_found_whatever_their_case_and_the_exact_one_first(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course.With("Two.txt", "upper").With("two.txt", "lower"));

        Assert.Equal("umlaut", await http.GetStringAsync($"{root}/A%20B/%C3%9C.TXT"));
        Assert.Equal("upper", await http.GetStringAsync($"{root}/Two.txt"));
        Assert.Equal("lower", await http.GetStringAsync($"{root}/two.txt"));
    }

    [Theory, EveryDatabase]
    public async Task Types_are_right_and_charsets_only_what_a_file_declares(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var files = new (string Path, byte[] Content, string Type)[]
        {
            ("a.vtt", "WEBVTT"u8.ToArray(), "text/vtt"),
            ("a.woff2", [1], "font/woff2"),
            ("a.svg", "<svg/>"u8.ToArray(), "image/svg+xml"),
            ("a.mjs", "1"u8.ToArray(), "text/javascript"),
            ("a.js", [0xEF, 0xBB, 0xBF, 0x31], "text/javascript; charset=utf-8"),
            ("a.wasm", [0], "application/wasm"),
            ("a.json", "{}"u8.ToArray(), "application/json"),
            ("a.xml", "<a/>"u8.ToArray(), "text/xml"),
            ("a.swf", [0], "application/x-shockwave-flash"),
            ("a.html", "<meta charset=\"Windows-1252\">"u8.ToArray(), "text/html; charset=windows-1252"),
            ("b.html", "<p>charset=utf-8"u8.ToArray(), "text/html"),
            ("c.html", "<META http-equiv='Content-Type' content='text/html; charset=utf-8'>"u8.ToArray(), "text/html; charset=utf-8"),
            ("a.php", "<?php"u8.ToArray(), "application/octet-stream"),
            ("noending", [1], "application/octet-stream"),
        };
        var (http, root, _) = await Serve(lrs, files.Aggregate(Package.Scorm12, (package, file) => package.With(file.Path, file.Content)));

        foreach (var (path, _, type) in files)
        {
            Assert.Equal((path, type), (path, (await http.GetAsync($"{root}/{path}")).Content.Headers.ContentType!.ToString()));
        }
    }

    [Theory, EveryDatabase]
    public async Task Files_packed_in_advance_say_so_to_who_understands(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course);

        var packed = await Ask(http, $"{root}/game/build.wasm.gz", ("Accept-Encoding", "gzip, br"));
        Assert.Equal(("application/wasm", "gzip"), (packed.Content.Headers.ContentType!.ToString(), packed.Content.Headers.ContentEncoding.Single()));
        Assert.Empty((await Ask(http, $"{root}/game/build.wasm.gz")).Content.Headers.ContentEncoding);
        Assert.Empty((await Ask(http, $"{root}/notes.tar.gz", ("Accept-Encoding", "gzip"))).Content.Headers.ContentEncoding);
    }

    [Theory, EveryDatabase]
    public async Task Only_files_of_the_keys_version_can_be_reached(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course.With("secret.txt", "first"));
        var (_, other, _) = await Serve(lrs, Package.Cmi5.With("other.txt", "other"));
        var (_, second, _) = await Serve(lrs, Course);

        Assert.Equal("first", await http.GetStringAsync($"{root}/secret.txt"));
        foreach (var address in new[] { $"{second}/secret.txt", $"{root}/other.txt", $"{root}/", root, $"{root}/media", $"{root}/media/", "/f/default-00000000000000000000000000000000/index.html", "/f/x/index.html", "/f/" })
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await http.GetAsync(address)).StatusCode));
        }

        Assert.Equal("other", await http.GetStringAsync($"{other}/other.txt"));
    }

    [Theory, EveryDatabase]
    public async Task No_path_leads_out_of_the_version(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (_, root, _) = await Serve(lrs, Course.With("secret.txt", "first"));
        var (_, second, _) = await Serve(lrs, Course);
        var key = root.Split('/')[^1];

        foreach (var path in new[]
        {
            $"{second}/../{key[..^1]}x/secret.txt", $"{second}/..%2f{key}%2fsecret.txt", $"{second}/%2e%2e%2f{key}/secret.txt", $"{second}/..\\{key}\\secret.txt", $"{second}/%00", $"{second}/%5c..%5csecret.txt",
            $"{second}/../../../../etc/passwd", $"{second}//etc/passwd", $"{second}/%2e%2e/%2e%2e/lrs.db", $"{second}/secret.txt%00.html",
        })
        {
            var status = await Raw(lrs.Content, path);
            Assert.True(status is "400" or "404", $"{path}: {status}");
        }
    }

    [Theory, EveryDatabase]
    public async Task The_application_serves_no_course_files_and_a_course_installs_no_service_worker(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (http, root, _) = await Serve(lrs, Course);

        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"{root}/index.html")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(http, $"{root}/index.html", ("Service-Worker", "script"))).StatusCode);
        Assert.True((await http.PostAsync($"{root}/run.php", null)).StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound);
        Assert.Equal("<?php echo 1;", await http.GetStringAsync($"{root}/run.php"));
    }

    [Theory, EveryDatabase]
    public async Task A_key_is_the_same_at_every_launch_and_after_a_restart_and_anothers_is_another(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var registration = Guid.NewGuid();
        var (http, root, version) = await Serve(lrs, Course, registration);
        var key = root.Split('/')[^1];

        Assert.StartsWith("default-", key, StringComparison.Ordinal);
        Assert.Equal(key, await Files(lrs).KeyFor(TenantId.From(1), registration, version, default));
        Assert.NotEqual(key, await Files(lrs).KeyFor(TenantId.From(1), Guid.NewGuid(), version, default));
        await lrs.Restart();
        Assert.Equal(key, await Files(lrs).KeyFor(TenantId.From(1), registration, version, default));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{root}/index.html")).StatusCode);
    }

    private static CourseFiles Files(TestLrs lrs) => lrs.Services.GetRequiredService<CourseFiles>();

    private static async Task<(HttpClient Http, string Root, Guid Version)> Serve(TestLrs lrs, Package package, Guid? registration = null)
    {
        var version = (await lrs.Import(package)).GetProperty("versions")[0].GetProperty("id").GetGuid();
        var key = await Files(lrs).KeyFor(TenantId.From(1), registration ?? Guid.NewGuid(), version, default);
        return (new HttpClient { BaseAddress = lrs.Content }, $"/f/{key}", version);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient http, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return http.SendAsync(request);
    }

    // HttpClient tidies paths up before it sends them.
    private static async Task<string> Raw(Uri server, string path)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(tcp.GetStream());
        return (await reader.ReadLineAsync())!.Split(' ')[1];
    }
}
