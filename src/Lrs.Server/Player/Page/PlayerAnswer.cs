using System.Text;

namespace Lrs.Server.Player;

/// <summary>Answers of the player: pages that may be framed by the application and by this launch's learning system only, and that nobody keeps.</summary>
internal static class PlayerAnswer
{
    /// <summary>A page.</summary>
    /// <param name="status">200, or 404 and 410 for notes about launches that are none any more.</param>
    /// <param name="html">The page.</param>
    /// <param name="ancestors">Who may frame it.</param>
    /// <param name="returnUrl">The launch's, whose origin may frame the page.</param>
    public static IResult Page(int status, string html, FrameAncestors ancestors, string? returnUrl) => new Html(
        status,
        html,
        // frame-src is open: content may lie elsewhere, and may lead elsewhere. Nothing here needs to sound or to load anything but its own.
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src *; base-uri 'none'; "
            + $"frame-ancestors {string.Join(' ', ancestors.Of(returnUrl))}");

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
