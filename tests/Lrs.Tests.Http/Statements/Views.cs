using Lrs.Data;
using Lrs.Server.Statements;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests.Http.Statements;

/// <summary>Views of the log in a server that runs.</summary>
internal static class Views
{
    /// <summary>Builds a view of the first tenant again.</summary>
    public static Task Rebuild(TestLrs lrs, string name) =>
        lrs.Services.GetRequiredService<ViewRebuild>().Run(TenantId.From(1), lrs.Services.GetServices<ILogFollower>().Single(one => one.Name == name), CancellationToken.None);
}
