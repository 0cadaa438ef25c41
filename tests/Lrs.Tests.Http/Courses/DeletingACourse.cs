using System.Net;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Courses;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

public sealed class DeletingACourse
{
    [Theory, EveryDatabase]
    public async Task Takes_it_and_its_files_out_of_sight_and_keeps_what_records_refer_to(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Import(Package.Cmi5);
        var (id, version) = (course.GetProperty("id").GetGuid(), course.GetProperty("versions")[0].GetProperty("id").GetGuid());
        var key = await lrs.Services.GetRequiredService<CourseFiles>().KeyFor(TenantId.From(1), Guid.NewGuid(), version, default);

        Assert.Equal(HttpStatusCode.NoContent, (await lrs.Http.DeleteAsync($"/api/courses/{id}")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.GetAsync($"/api/courses/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.DeleteAsync($"/api/courses/{id}")).StatusCode);
        Assert.Empty((await lrs.Get("/api/courses")).EnumerateArray());
        using var content = new HttpClient { BaseAddress = lrs.Content };
        Assert.Equal(HttpStatusCode.NotFound, (await content.GetAsync($"/f/{key}/index.html")).StatusCode);
        var store = lrs.Services.GetRequiredService<CourseStore>();
        Assert.Null(await store.Current(TenantId.From(1), id, default));
        Assert.NotNull((await store.Version(TenantId.From(1), version, default))!.Course.Deleted);
    }

    [Theory, EveryDatabase]
    public async Task Lets_the_same_package_come_in_again_as_another_course(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Import(Package.Cmi5)).GetProperty("id").GetGuid();
        await lrs.Http.DeleteAsync($"/api/courses/{id}");

        var again = await lrs.Import(Package.Cmi5);

        Assert.NotEqual(id, again.GetProperty("id").GetGuid());
        Assert.Equal(1, again.GetProperty("version").GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task Of_another_tenant_is_not_possible(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var id = (await lrs.Import(Package.Cmi5)).GetProperty("id").GetGuid();
        var other = await lrs.Services.GetRequiredService<Lrs.Server.Accounts.TenantStore>().Add("kent", "Kent", "https://lrs.example/t/kent", default);
        var (key, secret) = await lrs.Services.GetRequiredService<Lrs.Server.Accounts.CredentialStore>().Add(other, "all", Lrs.Server.Accounts.Scopes.All, null, null, default);
        using var kent = lrs.ClientWith(key, secret);

        Assert.Equal("[]", await kent.GetStringAsync("/api/courses"));
        Assert.Equal(HttpStatusCode.NotFound, (await kent.GetAsync($"/api/courses/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await kent.DeleteAsync($"/api/courses/{id}")).StatusCode);
        Assert.Single((await lrs.Get("/api/courses")).EnumerateArray());
    }
}

public sealed class SweepingBlobs
{
    [Theory, EveryDatabase]
    public async Task Removes_after_a_day_what_no_course_refers_to_and_nothing_else(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        await lrs.Import(Package.Cmi5);
        var blobs = lrs.Services.GetRequiredService<IBlobStore>();
        var tenant = TenantId.From(1);
        var orphan = BlobNames.For(tenant, new string('a', 64));
        var loose = lrs.Services.GetRequiredService<LooseBlobs>();
        await loose.Claim(tenant, [orphan], default);
        await blobs.Put(orphan, new MemoryStream("left over"u8.ToArray()), default);

        Assert.Equal(0, await loose.Sweep(tenant, default));
        await Age(lrs);
        Assert.Equal(1, await loose.Sweep(tenant, default));

        Assert.Null(await blobs.Open(orphan, null, default));
        Assert.Equal(2, await blobs.List("", default).CountAsync());
        Assert.Equal(0, (await lrs.Rows())["loose_blob"]);
    }

    [Theory, EveryDatabase]
    public async Task Spares_what_another_import_is_about_to_use(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var tenant = TenantId.From(1);
        var loose = lrs.Services.GetRequiredService<LooseBlobs>();
        var blob = BlobNames.For(tenant, new string('b', 64));
        await loose.Claim(tenant, [blob], default);
        await Age(lrs);
        await loose.Claim(tenant, [blob], default);

        Assert.Equal(0, await loose.Sweep(tenant, default));
        Assert.Equal(1, (await lrs.Rows())["loose_blob"]);
    }

    private static Task<int> Age(TestLrs lrs) => lrs.Services.GetRequiredService<Database>().Write(
        TenantId.From(1),
        work => work.Run("UPDATE loose_blob SET since = @then WHERE tenant = @tenant", ("@then", DateTimeOffset.UtcNow - LooseBlobs.Age - TimeSpan.FromMinutes(1))),
        default);
}
