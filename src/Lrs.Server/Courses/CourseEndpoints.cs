using AutoMapper;
using Lrs.Data.Blobs;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authorization;

namespace Lrs.Server.Courses;

/// <summary><c>/api/courses</c>: what has been imported.</summary>
internal static class CourseEndpoints
{
    public static void MapCourseList(this IEndpointRouteBuilder app)
    {
        var courses = app.MapGroup("/api/courses").NeedsAuthor().WithTags("Courses");

        courses.MapGet("/", List).WithSummary("All courses, by title").Produces<List<CourseInList>>();
        courses.MapGet("/{course:guid}", Get).WithSummary("A course with its units and versions").Produces<CourseShape>().ProducesProblem(404);
        courses.MapDelete("/{course:guid}", Delete)
            .WithSummary("Delete a course")
            .WithDescription("It can no longer be launched and its files are no longer served; what was recorded stays.")
            .Produces(204)
            .ProducesProblem(404);
    }

    /// <summary>A credential with scope <c>all</c>, or a signed-in administrator or author (with the antiforgery header when something changes).</summary>
    public static TBuilder NeedsAuthor<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints
        .RequireAuthorization(new AuthorizationPolicyBuilder(BasicAuthentication.Name, SessionCookie.Scheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.Resource is HttpContext http && Caller.Of(http) is { } caller && (caller.May(Scopes.All) || caller.Role is "author"))
            .Build())
        .WithMetadata(new AntiforgeryNeeded());

    private static async Task<IResult> List(Caller caller, CourseStore store, IMapper mapper, CancellationToken cancel) =>
        TypedResults.Ok(mapper.Map<List<CourseInList>>(await store.List(caller.TenantId, cancel)));

    private static async Task<IResult> Get(Guid course, Caller caller, CourseStore store, IMapper mapper, CancellationToken cancel) =>
        await store.Find(caller.TenantId, course, cancel) is { } found ? TypedResults.Ok(mapper.Map<CourseShape>(found)) : None(course);

    private static async Task<IResult> Delete(Guid course, Caller caller, CourseStore store, CancellationToken cancel) =>
        await store.Delete(caller.TenantId, course, cancel) ? TypedResults.NoContent() : None(course);

    private static IResult None(Guid course) => Problem.Of(404, "course", $"There is no course {course}.");
}

/// <summary>Answers 503 when the files cannot be reached or stored, and 500 when one is damaged.</summary>
internal sealed class BlobFailures(ILogger<BlobFailures> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DamagedFileException fault)
        {
            log.BlobsUnavailable(fault.Message);
            if (!context.HttpContext.Response.HasStarted)
            {
                return Problem.Of(500, "file.damaged", "This file of the course is damaged or missing on the server. Its administrator can restore it from a backup.");
            }

            // Half of it has gone out; cut off, it cannot be taken for the whole.
            context.HttpContext.Abort();
            return Results.Empty;
        }
        catch (BlobsUnavailableException fault) when (!context.HttpContext.Response.HasStarted)
        {
            log.BlobsUnavailable(fault.Message);
            return Problem.Busy("The store of course files does not answer at the moment. Try again.", 5);
        }
    }
}
