namespace Lrs.Server.Pages;

/// <summary>303: a form is done, and the browser gets this address next.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = 303;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
