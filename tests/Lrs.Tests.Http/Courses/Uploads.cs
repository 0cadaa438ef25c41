using System.Net;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Courses;

/// <summary>What tests of courses do again and again.</summary>
internal static class Uploads
{
    public static Task<HttpResponseMessage> Upload(this TestLrs lrs, byte[] zip, string query = "") => lrs.Http.PostAsync($"/api/packages{query}", Package.Body(zip));

    /// <summary>Uploads a package that must be taken; gives the course.</summary>
    public static async Task<JsonElement> Import(this TestLrs lrs, Package package, string query = "")
    {
        var answer = await lrs.Upload(package.Zip(), query);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await TestLrs.Read(answer);
    }

    /// <summary>The codes of the rules that an upload was refused for.</summary>
    public static async Task<string[]> Faults(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.ToString());
        var faults = (await TestLrs.Read(answer)).GetProperty("faults").EnumerateArray().ToList();
        Assert.All(faults, fault => Assert.NotEmpty(fault.GetProperty("message").GetString()!));
        Assert.All(faults, fault => Assert.NotNull(fault.GetProperty("where").GetString()));
        return [.. faults.Select(fault => fault.GetProperty("rule").GetString()!)];
    }

    /// <summary>How many rows the first tenant has in each table of courses.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> Rows(this TestLrs lrs)
    {
        var database = lrs.Services.GetRequiredService<Database>();
        var counts = new Dictionary<string, long>();
        foreach (var table in new[] { "course", "course_version", "unit", "block", "package_file", "loose_blob" })
        {
            counts[table] = await database.Read(TenantId.From(1), work => work.One($"SELECT COUNT(*) FROM {table} WHERE tenant = @tenant", row => row.Long(0)), CancellationToken.None);
        }

        return counts;
    }

    public static async Task<Tenant> FirstTenant(this TestLrs lrs) => (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0];
}
