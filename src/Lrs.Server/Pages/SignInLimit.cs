using System.Threading.RateLimiting;

namespace Lrs.Server.Pages;

/// <summary>
/// Holds back whoever tries passwords in numbers: thirty in a minute from one network address. A single login has its own lock; many people
/// may share one address, so it is not tight.
/// </summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";
    public const int Most = 30;

    private static readonly Notice TooMany = new("Too many sign-ins", "There were many sign-ins from your network in the last minute. Wait a minute, then try again.");

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromMinutes(1) }));
        limiter.RejectionStatusCode = 429;
        limiter.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await PageFailures.Show(rejected.HttpContext, TooMany, 429);
        };
    });
}
