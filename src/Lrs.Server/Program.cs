using Lrs.Server;
using Lrs.Server.About;
using Lrs.Server.Accounts;
using Lrs.Server.Documents;
using Lrs.Server.Http;
using Lrs.Server.Statements;

return await Startup.Run(args, Compose);

// One line per feature: what it needs, then what it answers.
static WebApplication Compose(WebApplicationBuilder builder)
{
    builder.AddAccounts();
    builder.AddStatements();
    builder.AddDocuments();

    var app = builder.Build();
    app.UseHttp();
    app.UseAccounts();

    app.MapHealth();
    app.MapAbout();
    app.MapStatements();
    app.MapDocuments();
    return app;
}
