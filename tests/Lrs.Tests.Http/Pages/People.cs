using System.Net;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests.Http.Pages;

/// <summary>What tests of pages need of the server besides its pages.</summary>
internal static class People
{
    /// <summary>Makes a login in the first tenant.</summary>
    public static async Task AddLogin(this TestLrs lrs, string email, string name, string role, string password)
    {
        var tenant = (await lrs.Services.GetRequiredService<TenantStore>().All(CancellationToken.None))[0];
        await lrs.Services.GetRequiredService<LoginStore>().Add(tenant, email, name, role, password, CancellationToken.None);
    }

    /// <summary>Waits, a minute at most, until the first import is done.</summary>
    public static async Task Ready(this TestLrs lrs)
    {
        using var most = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await lrs.Http.GetAsync("/health/ready", most.Token)).StatusCode is not HttpStatusCode.OK)
        {
            await Task.Delay(100, most.Token);
        }
    }
}
