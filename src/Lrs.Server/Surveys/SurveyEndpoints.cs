using System.Text.Json;
using Lrs.Server.Courses;
using Lrs.Server.Http;

namespace Lrs.Server.Surveys;

/// <summary>
/// Anonymous surveys on the content origin. A module that is played here asks for the door of a survey when it opens, which every learner's page does whether they
/// answer or not; answers then go to an address that is the same for all, without cookie, credential or referrer.
/// </summary>
internal static class SurveyEndpoints
{
    private const int MostBytes = 64 * 1024;

    // Counting requests by route and time would tell when answers come.
    public static void MapSurveys(this IEndpointRouteBuilder app)
    {
        app.MapGet("/f/{key}/surveys/{survey}/door", Door).On(Origin.Content).DisableHttpMetrics().AddEndpointFilter<BlobFailures>();
        app.MapPost("/s/{address}", Answer).On(Origin.Content).DisableHttpMetrics().AddEndpointFilter<BlobFailures>();
    }

    private static async Task<IResult> Door(HttpContext context, string key, string survey, CourseFiles files, SurveyFiles surveys, SurveyAddresses addresses, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await files.Resolve(key, cancel) is not { } opened || await surveys.Find(opened.Tenant, opened.Version, survey, cancel) is null)
        {
            return Problem.Of(404, "survey", "There is no such survey.");
        }

        var address = await addresses.Make(opened.Tenant, opened.Version, survey, cancel);
        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["answers"] = $"/s/{address}" }), "application/json");
    }

    private static async Task<IResult> Answer(
        HttpContext context, string address, SurveyAddresses addresses, SurveyFiles surveys, WaitingAnswers waiting, SurveyLimit limit, CancellationToken cancel)
    {
        if (await addresses.Read(address, cancel) is not { } asked || await surveys.Find(asked.Tenant.Id, asked.Version, asked.Survey, cancel) is not { } found)
        {
            return Problem.Of(404, "survey", "There is no such survey.");
        }

        // A page of another site can post a form here, but not this type.
        if (context.Request.GetTypedHeaders().ContentType?.MediaType != "application/json")
        {
            return Problem.Of(415, "content-type", "Answers come as application/json.");
        }

        if (!limit.Lets(address))
        {
            context.Response.Headers.RetryAfter = "60";
            return Problem.Of(429, "survey-limit", "Many answers came in the last minute. Try again in a minute.");
        }

        var (answers, fault) = Submission.Read((await Body.ReadAll(context.Request, MostBytes, cancel)).Span, found.Survey);
        if (answers is null)
        {
            return Problem.Of(400, "survey-answers", fault!);
        }

        await waiting.Add(asked.Tenant.Id, found.Survey, found.Definition, answers, cancel);
        return TypedResults.NoContent();
    }
}
