using System.Data.Common;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Connections;

namespace Lrs.Server;

/// <summary>From the command line to a running server; whatever stops it on the way is said in one sentence.</summary>
internal static partial class Startup
{
    /// <summary>Runs the server until it is told to stop.</summary>
    /// <returns>The exit code: 0 after a clean stop, 1 when the start failed.</returns>
    public static async Task<int> Run(string[] args, Func<WebApplicationBuilder, WebApplication> compose)
    {
        try
        {
            await using var server = await Start(args, compose, CancellationToken.None);
            await server.App.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"Lrs cannot start: {sentence}");
            return 1;
        }
    }

    /// <summary>A server that answers; tests start the same one.</summary>
    internal static async Task<RunningServer> Start(string[] args, Func<WebApplicationBuilder, WebApplication> compose, CancellationToken cancel)
    {
        var (builder, settings) = Read(args);

        // Before anything is made: a start that must fail leaves nothing behind, least of all an administrator whose password nobody saw.
        foreach (var address in new Origins(settings).Listen)
        {
            Listener.Check(address);
        }

        var server = await Assemble(builder, settings, compose, cancel);
        try
        {
            if (await ActivatorUtilities.CreateInstance<Bootstrap>(server.App.Services).Run(cancel) is { } first)
            {
                Show(first);
            }

            await server.App.StartAsync(cancel);
            Announce(server.App, server.App.Services.GetRequiredService<Origins>());
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings, and a builder that has them.</summary>
    internal static (WebApplicationBuilder Builder, LrsSettings Settings) Read(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // A challenge is an ordinary answer, not news; the framework logs each.
        builder.Logging.AddFilter(typeof(BasicAuthentication).FullName, LogLevel.Warning).AddFilter(typeof(BearerAuthentication).FullName, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("System", LogLevel.Warning);
        return (builder, SettingsReader.Read(builder.Configuration));
    }

    /// <summary>The features on the opened database, not listening yet.</summary>
    internal static async Task<RunningServer> Assemble(WebApplicationBuilder builder, LrsSettings settings, Func<WebApplicationBuilder, WebApplication> compose, CancellationToken cancel)
    {
        builder.AddSettings(settings);
        builder.AddHttp(settings);
        var database = await Database.Open(settings.DatabaseOptions(builder.Configuration), cancel);
        try
        {
            builder.Services.AddSingleton(database).AddSingleton(await BlobStore.Open(settings.BlobOptions(builder.Configuration), cancel));
            return new RunningServer(compose(builder), database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    // Not through the log: secrets are shown once, to whoever started the server, and kept nowhere.
    private static void Show(Bootstrap.FirstStart first) => Console.WriteLine($"""
        First start. These are shown only now:
          administrator  {first.AdminEmail}  password {first.AdminPassword}
          LRS credential key {first.Key}  secret {first.Secret}
        """);

    private static void Announce(WebApplication app, Origins origins)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Lrs");
        if (origins.ShareHost)
        {
            LogSharedHost(log, origins.App, origins.Content);
        }

        Console.WriteLine($"Lrs is at {origins.App} (pages, /xapi, /odata, /api); courses play at {origins.Content}.");
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        SettingsException or BlobsUnavailableException => fault.Message,
        DatabaseUnavailableException { InnerException: DbException { InnerException: not null } } => $"{fault.Message} See ConnectionStrings:Lrs.",
        DatabaseUnavailableException => fault.Message,
        // A wrong password or a database that does not exist: the server answers, and says no.
        DbException => $"The database refuses: {fault.Message} See ConnectionStrings:Lrs.",
        // Taken since it was checked.
        IOException { InnerException: AddressInUseException } => $"{fault.Message} Another program listens there.",
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "UNSAFE: Lrs:AppUrl {App} and Lrs:ContentUrl {Content} have one host name, so course content can reach the session cookies of the application. Give them two host names.")]
    private static partial void LogSharedHost(ILogger log, string app, string content);
}

/// <summary>A started server with its database.</summary>
internal sealed class RunningServer(WebApplication app, Database database) : IAsyncDisposable
{
    public WebApplication App => app;

    public async ValueTask DisposeAsync()
    {
        // A server that never started has nothing to stop.
        if (app.Lifetime.ApplicationStarted.IsCancellationRequested)
        {
            await app.StopAsync();
        }

        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
