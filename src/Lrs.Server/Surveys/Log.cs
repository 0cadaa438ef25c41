namespace Lrs.Server.Surveys;

/// <summary>What this feature says to the log: never when an answer came, nor to what.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Released {Count} anonymous answers into the log of tenant {Tenant}.")]
    public static partial void Released(this ILogger log, int count, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "Anonymous answers that are due could not be released; it is tried again in an hour.")]
    public static partial void ReleaseFailed(this ILogger log, Exception fault);
}
