using Lrs.Server.Statements;

namespace Lrs.Server.Reports;

/// <summary>Questions about the records: views that follow the log, and OData over them.</summary>
internal static class ReportsFeature
{
    public static void AddReports(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<ILogFollower, ReportsFollower>()
        .AddSingleton<ReportReader>()
        .AddSingleton<Replies>()
        .AddSingleton<BatchRunner>();
}
