using Lrs.Data;
using Lrs.Data.Blobs;

namespace Lrs.Server.Settings;

/// <summary>Hands each feature its own section; none of them sees the configuration.</summary>
internal static class SettingsFeature
{
    public static void AddSettings(this WebApplicationBuilder builder, LrsSettings settings) => builder.Services
        .AddSingleton(settings)
        .AddSingleton(settings.Bootstrap)
        .AddSingleton(settings.Content)
        .AddSingleton(settings.SignIn)
        .AddSingleton(settings.Issuers)
        .AddSingleton(settings.Cors)
        .AddSingleton(settings.Statements)
        .AddSingleton(settings.Packages)
        .AddSingleton(settings.Reports)
        .AddSingleton(settings.Surveys)
        .AddSingleton(settings.Metrics)
        .AddSingleton(settings.AutoMapper);

    /// <summary>Which database, and where.</summary>
    public static DatabaseOptions DatabaseOptions(this LrsSettings settings, IConfiguration configuration) => new(
        settings.Database.Engine is "postgres" ? Dialect.Postgres : Dialect.Sqlite,
        configuration.GetConnectionString("Lrs"),
        Paths.Resolve(settings.DataPath));

    /// <summary>Where blobs lie.</summary>
    public static BlobOptions BlobOptions(this LrsSettings settings, IConfiguration configuration) => new(
        settings.Blobs.Provider is "azure" ? BlobProvider.Azure : BlobProvider.Folder,
        Path.Combine(Paths.Resolve(settings.DataPath), "blobs"),
        configuration.GetConnectionString("Blobs"),
        settings.Blobs.Container);
}
