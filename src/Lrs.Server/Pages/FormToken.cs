using Microsoft.AspNetCore.Antiforgery;

namespace Lrs.Server.Pages;

/// <summary>Lets a form in only with the token of the page that showed it, so that no other site can send it for a person.</summary>
internal static class FormToken
{
    private static readonly Notice OutOfDate = new(
        "This form is out of date",
        "The page was open for a long time, or cookies are switched off, or somebody signed in or out meanwhile. Nothing was changed. Go back, load the page again and repeat.");

    private static readonly Notice Broken = new("The form did not arrive whole", "The connection broke off, or the form is longer than is taken here. Nothing was changed. Go back and try again.");

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            if (!http.Request.HasFormContentType || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                return new View("Notice", OutOfDate, 400);
            }
        }
        catch (AntiforgeryValidationException)
        {
            return new View("Notice", Broken, 400);
        }

        return await next(context);
    }
}
