using System.Text;
using Lrs.Server.Http;

namespace Lrs.Server.Player;

/// <summary>Answers of the player: pages that may be framed by the application and by this launch's learning system only, and that nobody keeps.</summary>
internal static class PlayerAnswer
{
    /// <summary>A page.</summary>
    /// <param name="status">200, or 404 and 410 for notes about launches that are none any more.</param>
    /// <param name="html">The page.</param>
    /// <param name="origins">The two origins.</param>
    /// <param name="returnUrl">The launch's, whose origin may frame the page.</param>
    public static IResult Page(int status, string html, Origins origins, string? returnUrl) => new Html(status, html, Policy(origins, returnUrl));

    private static string Policy(Origins origins, string? returnUrl)
    {
        var frames = new List<string> { "'self'", new Uri(origins.App).GetLeftPart(UriPartial.Authority) };
        if (returnUrl is not null)
        {
            frames.Add(new Uri(returnUrl).GetLeftPart(UriPartial.Authority));
        }

        // frame-src is open: content may lie elsewhere, and may lead elsewhere. Nothing here needs to sound or to load anything but its own.
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src *; base-uri 'none'; "
            + $"frame-ancestors {string.Join(' ', frames.Distinct())}";
    }

    private sealed class Html(int status, string html, string policy) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = policy;
            response.Headers.CacheControl = "no-store";
            if (!HttpMethods.IsHead(httpContext.Request.Method))
            {
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), httpContext.RequestAborted);
            }
        }
    }
}
