namespace Lrs.Server.Statements;

/// <summary>The log of statements, and the resource that writes and reads it.</summary>
internal static class StatementsFeature
{
    public static void AddStatements(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<TermStore>()
        .AddSingleton<LogSignal>()
        .AddSingleton<LogTail>()
        .AddSingleton<LogMeters>()
        .AddSingleton<LogState>()
        .AddSingleton<LogWriter>()
        .AddSingleton<LogReader>()
        .AddSingleton<Freshness>()
        .AddSingleton<FollowerRunner>()
        .AddSingleton<ViewRebuild>()
        .AddSingleton<AttachmentBlobs>()
        .AddSingleton<MultipartReading>()
        .AddSingleton<MultipartAnswer>()
        .AddSingleton<StatementIntake>()
        .AddSingleton<ILogFollower, CanonicalFollower>()
        .AddSingleton<CanonicalReader>()
        .AddSingleton<StatementFormats>()
        .AddSingleton<StatementAnswers>()
        .AddSingleton<IdleHead>()
        .AddHostedService(all => all.GetRequiredService<IdleHead>())
        .AddHostedService(all => all.GetRequiredService<FollowerRunner>())
        .AddHostedService<ReferenceRunner>()
        .AddSingleton<AttachmentSweeper>()
        .AddHostedService(all => all.GetRequiredService<AttachmentSweeper>());
}
