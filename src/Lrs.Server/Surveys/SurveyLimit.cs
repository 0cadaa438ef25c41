using System.Threading.RateLimiting;

namespace Lrs.Server.Surveys;

/// <summary>Holds back whoever fills a survey by program: so many submissions a minute for one survey, from wherever. Addresses of clients are not looked at.</summary>
internal sealed class SurveyLimit : IDisposable
{
    private const int MostInAMinute = 300;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>May one more come in?</summary>
    public bool Lets(string address)
    {
        using var lease = limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
