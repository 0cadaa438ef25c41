using Lrs.Data;

namespace Lrs.Server.Settings;

/// <summary>Hands each feature its own section; none of them sees the configuration.</summary>
internal static class SettingsFeature
{
    public static void AddSettings(this WebApplicationBuilder builder, LrsSettings settings) => builder.Services
        .AddSingleton(settings)
        .AddSingleton(settings.Bootstrap)
        .AddSingleton(settings.Content)
        .AddSingleton(settings.Statements)
        .AddSingleton(settings.Packages)
        .AddSingleton(settings.Reports)
        .AddSingleton(settings.AutoMapper);

    /// <summary>Which database, and where.</summary>
    public static DatabaseOptions DatabaseOptions(this LrsSettings settings, IConfiguration configuration) => new(
        settings.Database.Engine is "postgres" ? Dialect.Postgres : Dialect.Sqlite,
        configuration.GetConnectionString("Lrs"),
        Paths.Resolve(settings.DataPath));
}
