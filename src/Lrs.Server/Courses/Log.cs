namespace Lrs.Server.Courses;

/// <summary>What this feature says to the log.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} blobs of tenant {Tenant} that no course refers to.")]
    public static partial void Swept(this ILogger log, int count, string tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removing what unfinished imports left behind failed; it is tried again in an hour.")]
    public static partial void SweepFailed(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Imported {Seed}, version {Version}.")]
    public static partial void Seeded(this ILogger log, string seed, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The module in {Folder} was not imported: {Fault}")]
    public static partial void ModuleFaulty(this ILogger log, string folder, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The module in {Folder} was not imported.")]
    public static partial void SeedFailed(this ILogger log, Exception fault, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lrs:Content:SeedFolder is {Folder}, and there is no such folder; no modules are imported.")]
    public static partial void NoSeedFolder(this ILogger log, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Detail}")]
    public static partial void BlobsUnavailable(this ILogger log, string detail);
}
