using AutoMapper;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class DescribingCourses
{
    [Fact]
    public async Task Every_member_of_an_answer_comes_from_somewhere()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        lrs.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
    }

    [Fact]
    public async Task The_description_of_the_api_knows_packages_and_courses()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);

        var paths = (await lrs.Get("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal("Import a package", paths.GetProperty("/api/packages").GetProperty("post").GetProperty("summary").GetString());
        Assert.True(paths.GetProperty("/api/packages").GetProperty("post").GetProperty("responses").TryGetProperty("201", out _));
        Assert.True(paths.GetProperty("/api/courses").TryGetProperty("get", out _));
        Assert.True(paths.GetProperty("/api/courses/{course}").TryGetProperty("delete", out _));
    }
}
