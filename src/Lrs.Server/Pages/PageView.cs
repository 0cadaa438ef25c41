using Lrs.Server.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Internal;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lrs.Server.Pages;

/// <summary>What every view has at hand.</summary>
internal abstract class PageView<TModel> : RazorPage<TModel>
{
    [RazorInject]
    public IAntiforgery Antiforgery { get; set; } = null!;

    [RazorInject]
    public PageFiles Files { get; set; } = null!;

    [RazorInject]
    public IHtmlHelper Partials { get; set; } = null!;

    /// <summary>Who is signed in, if anybody is.</summary>
    protected Caller? Person => Caller.Of(Context) is { Login: not null } caller ? caller : null;

    /// <summary>Names the page for the window's title; one with faults says so first.</summary>
    protected void Title(string title, bool isWrong = false) => ViewData["Title"] = isWrong ? $"Error: {title}" : title;

    /// <summary>The pages above this one, from the outermost; the layout shows them.</summary>
    protected void Below(params IReadOnlyList<(string Title, string Address)> pages) => ViewData["Above"] = pages;

    /// <summary>A part of a page: a view of <c>Views/Parts</c> with what it shows.</summary>
    protected Task<IHtmlContent> Part(string name, object model) => Partials.PartialAsync($"/Pages/Views/Parts/{name}.cshtml", model, null);

    /// <summary>The hidden field that every form with <c>method="post"</c> holds.</summary>
    protected IHtmlContent Token()
    {
        var tokens = Antiforgery.GetAndStoreTokens(Context);
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = tokens.FormFieldName, ["value"] = tokens.RequestToken });
        return field;
    }
}
