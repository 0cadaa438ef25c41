using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lrs.Server.Pages;

/// <summary>A page: a Razor view of the folder <c>Views</c> with what it shows. It is rendered whole before the first byte goes out.</summary>
/// <param name="name">File name of the view without its ending.</param>
/// <param name="model">What the view's <c>@model</c> asks for.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class View(string name, object model, int status = 200) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, $"/Pages/Views/{name}.cshtml", isMainPage: true).EnsureSuccessful([]).View!;
        var action = new ActionContext(httpContext, httpContext.GetRouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await using var text = new StringWriter();
        await view.RenderAsync(new ViewContext(action, view, data, services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(httpContext), text, new HtmlHelperOptions()));

        // After the view, whose forms have the antiforgery system set a value of its own. People share machines.
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(text.ToString(), Encoding.UTF8, httpContext.RequestAborted);
    }
}
