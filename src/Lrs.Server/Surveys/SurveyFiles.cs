using System.Text.Json;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Courses;

namespace Lrs.Server.Surveys;

/// <summary>The surveys that course versions bring with them.</summary>
internal sealed class SurveyFiles(CourseStore store, IBlobStore blobs)
{
    private const int MostBytes = 256 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>A survey and the text that defines it; null when the version has none by that name, is no longer served, or the file is no survey.</summary>
    public async Task<(Survey Survey, string Definition)?> Find(TenantId tenant, Guid version, string id, CancellationToken cancel)
    {
        if (!await store.IsServed(tenant, version, cancel) || await store.File(tenant, version, $"surveys/{id}.json", cancel) is not { Length: <= MostBytes } file)
        {
            return null;
        }

        using var text = new MemoryStream();
        await using (var content = await SoundCopy.Open(blobs, file, null, cancel))
        {
            await SoundCopy.Whole(content.Stream, file, text, cancel);
        }

        var definition = System.Text.Encoding.UTF8.GetString(text.ToArray());
        return Read(definition) is { IsUsable: true } survey && survey.Questionnaire.Id == id ? (survey, definition) : null;
    }

    /// <summary>A definition that was stored; null when the text is none.</summary>
    public static Survey? Read(string definition)
    {
        try
        {
            return JsonSerializer.Deserialize<Survey>(definition, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
