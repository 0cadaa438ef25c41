namespace Lrs.Server.People;

/// <summary>Who the people are that learn, as the personnel system tells it.</summary>
internal static class DirectoryFeature
{
    public static void AddDirectory(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DirectoryLoad>().AddSingleton<DirectoryStore>();
}
