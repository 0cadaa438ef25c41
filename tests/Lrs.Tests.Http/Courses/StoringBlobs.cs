using System.Net;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server;
using Lrs.Server.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class StoringBlobs
{
    [Fact]
    public async Task In_azure_a_course_comes_in_and_its_files_and_their_parts_go_out()
    {
        await using var azure = await TestBlobs.Start(BlobProvider.Azure);
        await using var lrs = await TestLrs.Start(
            Dialect.Sqlite, "Lrs:Blobs:Provider=azure", $"ConnectionStrings:Blobs={azure.Options.ConnectionString}", $"Lrs:Blobs:Container={azure.Options.Container}");
        var version = (await lrs.Import(Package.Cmi5.With("a.txt", "0123456789"))).GetProperty("versions")[0].GetProperty("id").GetGuid();
        var key = await lrs.Services.GetRequiredService<CourseFiles>().KeyFor(TenantId.From(1), Guid.NewGuid(), version, default);
        using var http = new HttpClient { BaseAddress = lrs.Content };

        Assert.Equal("0123456789", await http.GetStringAsync($"/f/{key}/a.txt"));
        http.DefaultRequestHeaders.Add("Range", "bytes=3-5");
        var part = await http.GetAsync($"/f/{key}/a.txt");
        Assert.Equal((HttpStatusCode.PartialContent, "345"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task With_a_wrong_connection_string_the_server_does_not_start_and_says_why()
    {
        using var folder = new TestFolder();
        var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            Assert.Equal(1, await Startup.Run([$"--Lrs:DataPath={folder.Path}", "--Lrs:Blobs:Provider=azure", "--ConnectionStrings:Blobs=nonsense"], Program.Compose));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.StartsWith("Lrs cannot start: ConnectionStrings:Blobs is neither", error.ToString(), StringComparison.Ordinal);
    }
}
