using Microsoft.AspNetCore.Antiforgery;

namespace Lrs.Server.Pages;

/// <summary>Lets a form in only with the token of the page that showed it, so that no other site can send it for a person.</summary>
internal static class FormToken
{
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : new View(
                "Notice",
                new Notice("This form is out of date", "The page was open for a long time, or cookies are switched off, or somebody signed in or out meanwhile. Nothing was changed. Go back, load the page again and repeat."),
                400);
}
