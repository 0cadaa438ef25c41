using Lrs.Server.Accounts;
using Lrs.Server.Documents;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>Taking courses: launches, the player, what content records, registrations.</summary>
internal static class PlayerFeature
{
    public static void AddPlayer(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<CourseVersions>()
        .AddSingleton<SessionViews>()
        .AddSingleton<LaunchTokens>()
        .AddSingleton<LaunchWriter>()
        .AddSingleton<Launcher>()
        .AddSingleton<Registrations>()
        .AddSingleton<ScormStarts>()
        .AddSingleton<ScormCommits>()
        .AddSingleton<ScormWaits>()
        .AddSingleton<RunTimeCalls>()
        .AddSingleton<CallNotes>()
        .AddHostedService(all => all.GetRequiredService<CallNotes>())
        .AddSingleton<LaunchedRequests>()
        .AddSingleton<FrameAncestors>()
        .AddSingleton<PlayerDoor>()
        .AddSingleton<SessionSweeper>()
        .AddHostedService(all => all.GetRequiredService<SessionSweeper>())
        .AddSingleton<LaunchedCallers>()
        .AddSingleton<ICallerSource>(all => all.GetRequiredService<LaunchedCallers>())
        .AddSingleton<IStatementRule, LaunchedStatements>()
        .AddSingleton<IDocumentRule, LaunchedDocuments>()
        .AddSingleton<IStatementRule, ScopedStatements>()
        .AddSingleton<IDocumentRule, ScopedDocuments>();

    /// <summary>What stands around requests of launched units; goes behind authentication.</summary>
    public static void UsePlayer(this WebApplication app)
    {
        var requests = app.Services.GetRequiredService<LaunchedRequests>();
        app.Use(next => context => requests.Around(context, next));
    }

    public static void MapPlayerFeature(this IEndpointRouteBuilder app)
    {
        app.MapLaunch();
        app.MapRegistrations();
        app.MapPlayer();
        app.MapRunTime();
        app.MapContents();
        app.MapRunTimeCalls();
        app.MapPlayerFiles();
    }
}
