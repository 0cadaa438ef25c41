using System.Net;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Settings;
using Lrs.Server.Statements;
using Microsoft.AspNetCore.Authorization;

namespace Lrs.Server.Metrics;

/// <summary><c>/metrics</c>: what an operator watches, for Prometheus to fetch.</summary>
internal static class MetricsFeature
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly DateTimeOffset Started = System.Diagnostics.Process.GetCurrentProcess().StartTime;

    public static void AddReadings(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Readings>();

    public static void MapReadings(this WebApplication app)
    {
        // Made now, so that it hears everything from the first request on.
        app.Services.GetRequiredService<Readings>();
        app.MapGet("/metrics", Read).RequireAuthorization(MayRead(app.Services.GetRequiredService<MetricsSettings>())).ExcludeFromDescription();
    }

    private static async Task<IResult> Read(HttpContext context, Readings readings, LogState log, CancellationToken cancel)
    {
        var text = new PrometheusText();
        readings.Write(text);
        text.Gauge("process_start_time_seconds", "Start of the process, in seconds since 1970.", [([], Started.ToUnixTimeMilliseconds() / 1000.0)]);
        var logs = await Logs(log, cancel);
        text.Gauge("lrs_database_up", "Did the database answer within three seconds? (1 yes, 0 no)", [([], logs is null ? 0 : 1)]);

        // A tenant's credential hears of its own log; how many others there are is for who runs the installation.
        logs = [.. (logs ?? []).Where(one => Caller.Of(context) is not { Installation: false } caller || one.Tenant.Id == caller.TenantId)];
        text.Gauge("lrs_log_position", "Position of the newest entry of a tenant's log.", [.. logs.Select(one => (Labels(one), (double)one.Seq))]);
        text.Gauge(
            "lrs_log_references_waiting",
            "Items in the queue of references: keys that statements are still to inherit from what they refer to. Counted up to 100000.",
            [.. logs.Select(one => (Labels(one), (double)one.ReferencesWaiting))]);
        var views = logs.SelectMany(one => one.Followers.Select(view => (Labels: Labels(one, ("follower", view.Follower)), View: view))).ToList();
        text.Gauge("lrs_follower_lag_entries", "Entries of the log that a view has not taken in.", [.. views.Select(one => (one.Labels, (double)one.View.Entries))]);
        text.Gauge("lrs_follower_lag_seconds", "Age of the oldest entry of the log that a view has not taken in.", [.. views.Select(one => (one.Labels, one.View.Lag.TotalSeconds))]);
        return TypedResults.Text(text.ToString(), PrometheusText.ContentType);
    }

    // A database that is away is something to be told, not a reason to tell nothing.
    private static async Task<IReadOnlyList<TenantLogState>?> Logs(LogState log, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await log.Read(patience.Token);
        }
        catch (DatabaseUnavailableException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static (string, string)[] Labels(TenantLogState log, params (string, string)[] more) => [("tenant", log.Tenant.Code), .. more];

    // A credential that may read everything; or, unless the setting forbids it, a program on this machine. What a proxy on this machine brings from elsewhere
    // says so in its headers.
    private static AuthorizationPolicy MayRead(MetricsSettings settings) => new AuthorizationPolicyBuilder(BasicAuthentication.Name)
        .RequireAssertion(context => context.Resource is HttpContext http
            && ((settings.Loopback && IsLocal(http)) || Caller.Of(http)?.May(Scopes.ReadAll) is true))
        .Build();

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded")
        && !http.Request.Headers.ContainsKey("Via");
}
