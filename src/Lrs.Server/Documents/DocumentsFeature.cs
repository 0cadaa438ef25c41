namespace Lrs.Server.Documents;

/// <summary>State and profile documents.</summary>
internal static class DocumentsFeature
{
    public static void AddDocuments(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DocumentStore>();
}
