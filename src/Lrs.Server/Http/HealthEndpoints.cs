using Lrs.Data;

namespace Lrs.Server.Http;

/// <summary>Probes: <c>/health/live</c> answers while the process does; <c>/health/ready</c> when it can serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").On(Origin.Any);
        health.MapGet("/live", () => TypedResults.Text("live"));
        health.MapGet("/ready", Ready);
    }

    private static async Task<IResult> Ready(Database database, Readiness readiness, CancellationToken cancel)
    {
        if (readiness.Waiting is { } waiting)
        {
            return Problem.Busy(waiting, 1);
        }

        await database.ReadReference(work => work.Any("SELECT 1"), cancel);
        return TypedResults.Text("ready");
    }
}

/// <summary>What the server still has to do before it is ready.</summary>
internal sealed class Readiness
{
    private string? waiting;

    /// <summary>What is waited for, as a sentence; null when nothing is.</summary>
    public string? Waiting => Volatile.Read(ref waiting);

    /// <summary>Says what is waited for; null when it is done.</summary>
    public void Set(string? sentence) => Volatile.Write(ref waiting, sentence);
}
