using Lrs.Server.About;
using Lrs.Server.Accounts;
using Lrs.Server.Activities;
using Lrs.Server.Agents;
using Lrs.Server.Courses;
using Lrs.Server.Documents;
using Lrs.Server.Http;
using Lrs.Server.Mapping;
using Lrs.Server.Metrics;
using Lrs.Server.Operations;
using Lrs.Server.Pages;
using Lrs.Server.People;
using Lrs.Server.Player;
using Lrs.Server.Reports;
using Lrs.Server.Statements;
using Lrs.Server.Surveys;

namespace Lrs.Server;

/// <summary>The server: one line per feature, what it needs and then what it answers.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => Commands.Has(args) ? Commands.Run(args, Compose, CancellationToken.None) : Startup.Run(args, Compose);

    /// <summary>Puts the features together.</summary>
    internal static WebApplication Compose(WebApplicationBuilder builder)
    {
        builder.AddAccounts();
        builder.AddStatements();
        builder.AddDocuments();
        builder.AddReports();
        builder.AddDirectory();
        builder.AddMapping();
        builder.AddCourses();
        builder.AddPlayer();
        builder.AddSurveys();
        builder.AddPages();
        builder.AddReadings();

        var app = builder.Build();
        app.UseHttp();
        app.UsePages();
        app.UseAccounts();
        app.UsePlayer();

        app.MapHealth();
        app.MapReadings();
        app.MapOpenApi();
        app.MapAccounts();
        app.MapAbout();
        app.MapStatements();
        app.MapActivities();
        app.MapAgents();
        app.MapDocuments();
        app.MapReports();
        app.MapDirectory();
        app.MapCourses();
        app.MapPlayerFeature();
        app.MapSurveys();
        app.MapPages();
        return app;
    }
}
