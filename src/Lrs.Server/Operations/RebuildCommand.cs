using Lrs.Server.Accounts;
using Lrs.Server.Statements;

namespace Lrs.Server.Operations;

/// <summary>Builds a view of every tenant's log again. On SQLite the server must be stopped; on PostgreSQL it may run.</summary>
internal static class RebuildCommand
{
    public static async Task<int> Run(string[] settings, Func<WebApplicationBuilder, WebApplication> compose, string view, CancellationToken cancel)
    {
        var (builder, read) = Startup.Read(settings);
        await using var server = await Startup.Assemble(builder, read, compose, cancel);
        var all = server.App.Services;
        var followers = all.GetServices<ILogFollower>().ToList();
        if (followers.Find(one => one.Name == view) is not { } follower)
        {
            throw new BackupException($"'{view}' is no view. There are: {string.Join(", ", followers.Select(one => one.Name))}.", null);
        }

        foreach (var tenant in await all.GetRequiredService<TenantStore>().All(cancel))
        {
            var entries = await all.GetRequiredService<ViewRebuild>().Run(tenant.Id, follower, cancel);
            Console.WriteLine($"The view '{view}' of {tenant.Code} is built again from {entries} entries.");
        }

        return Commands.Done;
    }
}
