using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class UploadingAPackage
{
    [Theory, EveryDatabase]
    public async Task Of_each_kind_makes_a_course(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        foreach (var (package, kind, title, units) in new[]
        {
            (Package.Scorm12, "scorm12", "Old course", 2), (Package.Scorm2004, "scorm2004", "Newer course", 1), (Package.Cmi5, "cmi5", "New course", 1), (Package.TinCan, "xapi", "A story", 1),
        })
        {
            var answer = await lrs.Upload(package.Zip(), "?wait=true");

            Assert.True(answer.StatusCode is HttpStatusCode.Created, $"{kind}: {await answer.Content.ReadAsStringAsync()}");
            var course = await TestLrs.Read(answer);
            Assert.Equal($"/api/courses/{course.GetProperty("id").GetGuid()}", answer.Headers.Location!.ToString());
            Assert.Equal(kind, course.GetProperty("kind").GetString());
            Assert.Equal(title, course.GetProperty("title").GetString());
            Assert.Equal(1, course.GetProperty("version").GetInt32());
            Assert.Equal(Enumerable.Range(0, units), course.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("index").GetInt32()));
            Assert.Equal(JsonValueKind.Array, course.GetProperty("warnings").ValueKind);
            Assert.Equal(course.ToString(), (await lrs.Get(answer.Headers.Location!.ToString())).ToString());
        }

        Assert.Equal(["A story", "New course", "Newer course", "Old course"], (await lrs.Get("/api/courses")).EnumerateArray().Select(course => course.GetProperty("title").GetString()));
    }

    [Theory, EveryDatabase]
    public async Task Gives_units_activities_of_ours_except_in_xapi_packages(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var cmi5 = await lrs.Import(Package.Cmi5);
        var xapi = await lrs.Import(Package.TinCan);

        var iri = $"https://lrs.example/t/default/courses/{cmi5.GetProperty("id").GetGuid()}";
        Assert.Equal(iri, cmi5.GetProperty("activityId").GetString());
        Assert.Equal($"{iri}/units/1", cmi5.GetProperty("units")[0].GetProperty("activityId").GetString());
        Assert.Equal(0.8m, cmi5.GetProperty("units")[0].GetProperty("masteryScore").GetDecimal());
        Assert.Equal("https://example.com/tincan", xapi.GetProperty("units")[0].GetProperty("activityId").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Keeps_what_a_player_needs(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var store = lrs.Services.GetRequiredService<CourseStore>();
        var tenant = TenantId.From(1);

        var old = await store.Current(tenant, (await lrs.Import(Package.Scorm12)).GetProperty("id").GetGuid(), default);
        var newer = await store.Current(tenant, (await lrs.Import(Package.Scorm2004)).GetProperty("id").GetGuid(), default);
        var cmi5 = await store.Current(tenant, (await lrs.Import(Package.Cmi5)).GetProperty("id").GetGuid(), default);

        Assert.Equal(("1.2", 0.8m, "80", "start=1", "index.html"), (old!.Standard, old.Units[0].Mastery, old.Units[0].MasteryText, old.Units[0].DataFromLms, old.Units[0].LaunchPath));
        Assert.Contains("flow=\"true\"", newer!.Structure.Root.Children[0].Children[0].Sequencing);
        Assert.Equal(0, newer.Structure.Root.Children[0].Children[0].Unit);
        Assert.Equal(("https://example.com/block", $"{cmi5!.Course.Activity}/blocks/1"), (cmi5.Blocks[0].Identifier, cmi5.Blocks[0].Activity));
        Assert.Equal(cmi5.Blocks[0].Activity, cmi5.Structure.Root.Children[0].Activity);
        Assert.Equal(("Passed", "AnyWindow"), (cmi5.Units[0].MoveOn, cmi5.Units[0].LaunchMethod));
    }

    [Theory, EveryDatabase]
    public async Task As_a_form_or_as_a_bare_structure_is_the_same(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var form = new MultipartFormDataContent { { new StringContent("first"), "note" }, { Package.Body(Package.Scorm12.Zip()), "file", "course.zip" } };

        var fromForm = await lrs.Http.PostAsync("/api/packages", form);
        var bare = await lrs.Http.PostAsync("/api/packages", new StringContent(Package.Structure("https://content.example.com/au"), Encoding.UTF8, "text/xml"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (fromForm.StatusCode, bare.StatusCode));
        Assert.Equal("cmi5", (await TestLrs.Read(bare)).GetProperty("kind").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Again_makes_a_second_version_with_the_same_ids(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var first = await lrs.Import(Package.Cmi5);

        var second = await lrs.Import(Package.Cmi5.With("cmi5.xml", Package.Structure("index.html", "Part one, mended")));

        Assert.Equal((first.GetProperty("id").GetGuid(), 2), (second.GetProperty("id").GetGuid(), second.GetProperty("version").GetInt32()));
        Assert.Equal(first.GetProperty("units")[0].GetProperty("id").GetGuid(), second.GetProperty("units")[0].GetProperty("id").GetGuid());
        Assert.Equal(first.GetProperty("units")[0].GetProperty("activityId").GetString(), second.GetProperty("units")[0].GetProperty("activityId").GetString());
        Assert.Equal("Part one, mended", second.GetProperty("units")[0].GetProperty("title").GetString());
        Assert.Equal([2, 1], second.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("number").GetInt32()));
        Assert.Contains("course.version", second.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("rule").GetString()));
        var earlier = await lrs.Services.GetRequiredService<CourseStore>().Version(TenantId.From(1), first.GetProperty("versions")[0].GetProperty("id").GetGuid(), default);
        Assert.Equal("Part one", earlier!.Units[0].Title);
        Assert.Single((await lrs.Get("/api/courses")).EnumerateArray());
    }

    [Theory, EveryDatabase]
    public async Task Twice_at_once_makes_two_versions_of_one_course(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => lrs.Import(Package.Scorm12)));

        Assert.Single(answers.Select(course => course.GetProperty("id").GetGuid()).Distinct());
        Assert.Equal([4, 3, 2, 1], (await lrs.Get($"/api/courses/{answers[0].GetProperty("id").GetGuid()}")).GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("number").GetInt32()));
    }

    [Theory, EveryDatabase]
    public async Task Of_identical_files_keeps_their_bytes_once(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Import(Package.Scorm12.With("a.txt", "same").With("b/c.txt", "same").With("empty.txt", ""));
        await lrs.Import(Package.Cmi5.With("d.txt", "same"));

        var names = new List<string>();
        await foreach (var blob in lrs.Services.GetRequiredService<IBlobStore>().List("", default))
        {
            names.Add(blob.Name);
        }

        // index.html, "same", nothing, and two manifests.
        Assert.Equal(5, names.Count);
        Assert.Equal(8, (await lrs.Rows())["package_file"]);
    }

    [Theory, EveryDatabase]
    public async Task That_is_faulty_is_refused_with_every_fault_and_leaves_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var nothing = await lrs.Rows();

        Assert.NotEmpty(await Uploads.Faults(await lrs.Upload("This is no zip."u8.ToArray())));
        Assert.NotEmpty(await Uploads.Faults(await lrs.Upload(Package.Scorm12.Without("imsmanifest.xml").Zip())));
        var twoFaults = Package.Structure("missing.html").Replace("masteryScore=\"0.8\"", "masteryScore=\"8\"", StringComparison.Ordinal);
        Assert.True((await Uploads.Faults(await lrs.Upload(Package.Cmi5.With("cmi5.xml", twoFaults).Zip()))).Length >= 2);
        Assert.NotEmpty(await Uploads.Faults(await lrs.Upload(Damaged())));
        Assert.NotEmpty(await Uploads.Faults(await lrs.Upload([])));

        Assert.Equal(nothing, await lrs.Rows());
        Assert.Empty((await lrs.Get("/api/courses")).EnumerateArray());
        Assert.Empty(Directory.GetFiles(UploadFile.Folder(lrs.Services.GetRequiredService<Lrs.Server.Settings.LrsSettings>())));
    }

    [Theory, EveryDatabase]
    public async Task That_is_too_long_is_answered_413_however_it_is_sent(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Packages:MaxUpload=100000");
        var large = new byte[100_001];

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await lrs.Upload(large)).StatusCode);
        using var unannounced = new HttpRequestMessage(HttpMethod.Post, "/api/packages") { Content = Package.Body(large) };
        unannounced.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await lrs.Http.SendAsync(unannounced)).StatusCode);
        using var form = new MultipartFormDataContent { { Package.Body(large), "file", "course.zip" } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await lrs.Http.PostAsync("/api/packages", form)).StatusCode);
        Assert.Equal(0, (await lrs.Rows())["course"]);
    }

    [Theory, EveryDatabase]
    public async Task That_is_no_upload_is_told_what_would_be_one(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        using var without = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Contains("'file'", await Detail(await lrs.Http.PostAsync("/api/packages", without), 400), StringComparison.Ordinal);
        Assert.Contains("application/zip", await Detail(await lrs.Http.PostAsync("/api/packages", TestLrs.Json("{}")), 415), StringComparison.Ordinal);
        Assert.Contains("scorm12", await Detail(await lrs.Upload(Package.Scorm12.Zip(), "?kind=scorm13"), 400), StringComparison.Ordinal);
        var broken = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\nPK"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Contains("broken", await Detail(await lrs.Http.PostAsync("/api/packages", broken), 400), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Needs_a_credential_that_may_do_everything(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (key, secret) = await lrs.Services.GetRequiredService<Lrs.Server.Accounts.CredentialStore>()
            .Add(await lrs.FirstTenant(), "reader", Lrs.Server.Accounts.Scopes.ReadAll, null, null, default);

        Assert.Equal(HttpStatusCode.Unauthorized, (await lrs.ClientWith(null, "").PostAsync("/api/packages", Package.Body(Package.Scorm12.Zip()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lrs.ClientWith(key, secret).PostAsync("/api/packages", Package.Body(Package.Scorm12.Zip()))).StatusCode);
        Assert.Equal(0, (await lrs.Rows())["course"]);
    }

    private static async Task<string> Detail(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        return (await TestLrs.Read(answer)).GetProperty("detail").GetString()!;
    }

    // One stored byte of a file is another than its checksum says.
    private static byte[] Damaged()
    {
        var marker = Encoding.ASCII.GetBytes(new string('#', 3) + "marker");
        using var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in Package.Scorm12.With("note.txt", marker).Files)
            {
                using var stream = zip.CreateEntry(path, System.IO.Compression.CompressionLevel.NoCompression).Open();
                stream.Write(content);
            }
        }

        var bytes = memory.ToArray();
        bytes[bytes.AsSpan().IndexOf(marker)] ^= 1;
        return bytes;
    }
}
