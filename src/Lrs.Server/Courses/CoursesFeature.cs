using Lrs.Server.Accounts;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace Lrs.Server.Courses;

/// <summary>Courses: packages in, files out.</summary>
internal static class CoursesFeature
{
    public static void AddCourses(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<CourseStore>()
            .AddSingleton<CourseWriter>()
            .AddSingleton<CourseSettingStore>()
            .AddSingleton<LooseBlobs>()
            .AddSingleton<CourseImport>()
            .AddSingleton<ImportJobs>()
            .AddSingleton<CourseFiles>()
            .AddSingleton<IOriginSource, UnitOrigins>()
            .AddSingleton<Sweeper>()
            .AddHostedService(all => all.GetRequiredService<Sweeper>())
            .AddHostedService<SeedImport>();

        // For forms that are read whole before the endpoint sees them, to find the antiforgery token.
        builder.Services.AddOptions<FormOptions>().Configure<PackageSettings>((forms, packages) => forms.MultipartBodyLengthLimit = packages.MaxUpload);
    }

    public static void MapCourses(this IEndpointRouteBuilder app)
    {
        app.MapPackages();
        app.MapImports();
        app.MapCourseList();
        app.MapCourseSettings();
        app.MapFiles();
    }
}
