using Lrs.Server.Settings;

namespace Lrs.Server.Mapping;

/// <summary>AutoMapper, from domain records to the shapes of answers and pages. Each feature keeps one profile beside its shapes; all are found here.</summary>
internal static class MappingFeature
{
    // The category under which AutoMapper says that it has no licence key.
    private const string LicenceLog = "LuckyPennySoftware.AutoMapper.License";

    public static void AddMapping(this WebApplicationBuilder builder)
    {
        builder.Services.AddAutoMapper(
            (services, mapping) =>
            {
                if (services.GetRequiredService<AutoMapperSettings>().LicenseKey is { Length: > 0 } key)
                {
                    mapping.LicenseKey = key;
                }
            },
            typeof(MappingFeature).Assembly);

        // AutoMapper works without a key, under the terms of RPL-1.5, and would warn of it at every start. Whoever runs the server reads of the terms
        // in the README's table of dependencies; where a key is set, what AutoMapper has to say about it is heard.
        builder.Services.AddOptions<LoggerFilterOptions>().Configure<AutoMapperSettings>((filters, settings) =>
        {
            if (settings.LicenseKey.Length == 0)
            {
                filters.AddFilter(LicenceLog, LogLevel.None);
            }
        });
    }
}
