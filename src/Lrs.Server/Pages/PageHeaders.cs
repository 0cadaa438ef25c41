using Lrs.Server.Http;

namespace Lrs.Server.Pages;

/// <summary>The headers of every page: nothing is run that did not come from here, no other site shows it in a frame.</summary>
internal static class PageHeaders
{
    public static ValueTask<object?> Add(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        AddTo(context.HttpContext);
        return next(context);
    }

    public static void AddTo(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = Policy(context.RequestServices.GetRequiredService<Origins>());

    // Browsers hold redirects after a form to form-action too, and Launch goes on to the content origin.
    private static string Policy(Origins origins) =>
        $"default-src 'self'; frame-ancestors 'none'; form-action 'self' {Source(origins.Content)}; base-uri 'none'; object-src 'none'";

    // A policy knows * as a whole first label only.
    private static string Source(string content)
    {
        if (!content.Contains('*'))
        {
            return content;
        }

        var scheme = content[..(content.IndexOf("://", StringComparison.Ordinal) + 3)];
        return $"{scheme}*{content[content.IndexOf('.')..]}";
    }
}
