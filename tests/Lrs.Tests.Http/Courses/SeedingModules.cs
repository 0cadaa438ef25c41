using System.Net;
using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class SeedingModules
{
    [Theory, EveryDatabase]
    public async Task Every_module_comes_in_every_format_once(Dialect dialect)
    {
        using var content = Modules();
        await using var lrs = await TestLrs.Start(dialect, $"Lrs:Content:SeedFolder={content.Path}");
        var courses = await WhenReady(lrs);

        Assert.Equal(["cmi5", "scorm12", "scorm2004", "xapi"], courses.Select(course => course.GetProperty("kind").GetString()).Order());
        Assert.Single(courses.Select(course => course.GetProperty("module").GetString()).Distinct());
        Assert.Single(courses.Select(course => course.GetProperty("title").GetString()).Distinct());
        Assert.All(courses, course => Assert.Equal("en-GB", course.GetProperty("language").GetString()));
        Assert.All(courses, course => Assert.NotEmpty(course.GetProperty("publisher").GetString()!));

        await lrs.Restart();
        Assert.Equal([1, 1, 1, 1], (await WhenReady(lrs)).Select(course => course.GetProperty("version").GetInt32()));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_module_becomes_a_new_version_and_a_deleted_one_stays_deleted(Dialect dialect)
    {
        using var content = Modules();
        await using var lrs = await TestLrs.Start(dialect, $"Lrs:Content:SeedFolder={content.Path}");
        var cmi5 = (await WhenReady(lrs)).Single(course => course.GetProperty("kind").GetString() == "cmi5").GetProperty("id").GetGuid();
        await lrs.Http.DeleteAsync($"/api/courses/{cmi5}");
        var module = Path.Combine(content.Path, "cyber-introduction", "module.yaml");
        await File.WriteAllTextAsync(module, (await File.ReadAllTextAsync(module)).Replace("title: \"", "title: \"Mended. ", StringComparison.Ordinal));

        await lrs.Restart();

        var courses = await WhenReady(lrs);
        Assert.Equal(["scorm12 2", "scorm2004 2", "xapi 2"], courses.Select(course => $"{course.GetProperty("kind").GetString()} {course.GetProperty("version").GetInt32()}").Order(StringComparer.Ordinal));
        Assert.All(courses, course => Assert.StartsWith("Mended", course.GetProperty("title").GetString(), StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_faulty_module_stops_neither_the_server_nor_the_others(Dialect dialect)
    {
        using var content = Modules();
        Directory.CreateDirectory(content["aaa-faulty"]);
        await File.WriteAllTextAsync(Path.Combine(content["aaa-faulty"], "module.yaml"), "nonsense: [");
        await using var lrs = await TestLrs.Start(dialect, $"Lrs:Content:SeedFolder={content.Path}");

        Assert.Equal(4, (await WhenReady(lrs)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_folder_that_is_not_there_is_no_reason_not_to_be_ready(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Content:SeedFolder=nowhere-at-all");

        Assert.Empty(await WhenReady(lrs));
    }

    // The first look must find the server not ready or done: never an answer before it listens, never ready with half of the modules.
    private static async Task<IReadOnlyList<JsonElement>> WhenReady(TestLrs lrs)
    {
        for (var tries = 0; ; tries++)
        {
            var ready = await lrs.Http.GetAsync("/health/ready");
            if (ready.StatusCode is HttpStatusCode.OK)
            {
                return [.. (await lrs.Get("/api/courses")).EnumerateArray()];
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("modules", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(tries < 600, "The modules were not imported in a minute.");
            await Task.Delay(100);
        }
    }

    private static TestFolder Modules()
    {
        var folder = new TestFolder();
        var source = Repository.Path("content/cyber-introduction");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder["cyber-introduction"], Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
