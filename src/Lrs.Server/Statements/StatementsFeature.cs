namespace Lrs.Server.Statements;

/// <summary>The log of statements, and the resource that writes and reads it.</summary>
internal static class StatementsFeature
{
    public static void AddStatements(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<TermStore>()
        .AddSingleton<LogSignal>()
        .AddSingleton<LogMeters>()
        .AddSingleton<LogState>()
        .AddSingleton<LogWriter>()
        .AddSingleton<LogReader>()
        .AddSingleton<Freshness>()
        .AddSingleton<FollowerRunner>()
        .AddSingleton<ViewRebuild>()
        .AddHostedService(all => all.GetRequiredService<FollowerRunner>())
        .AddHostedService<ReferenceRunner>();
}
