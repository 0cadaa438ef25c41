using Microsoft.AspNetCore.Html;

namespace Lrs.Server.Pages.Parts;

/// <summary>Small pieces of HTML that views put into lines, cells and lists. What goes in as text is escaped.</summary>
internal static class Markup
{
    public static IHtmlContent Link(string address, object? text) => new HtmlFormattableString("<a class=\"govuk-link\" href=\"{0}\">{1}</a>", address, text);

    /// <summary>A link that looks like a button: it leads to the next step.</summary>
    public static IHtmlContent ButtonLink(string address, string text, bool isSecond = false) => new HtmlFormattableString(
        "<a class=\"govuk-button{2}\" data-module=\"govuk-button\" role=\"button\" draggable=\"false\" href=\"{0}\">{1}</a>", address, text, isSecond ? " govuk-button--secondary" : "");

    public static IHtmlContent Code(object? text) => new HtmlFormattableString("<code>{0}</code>", text);

    /// <summary>A day that machines can read too.</summary>
    public static IHtmlContent Day(DateTimeOffset time) => new HtmlFormattableString("<time datetime=\"{0}\">{1}</time>", time.UtcDateTime.ToString("yyyy-MM-dd"), Words.Day(time));

    /// <summary>A minute in words, by the clock of Greenwich.</summary>
    public static IHtmlContent Minute(DateTimeOffset time) =>
        new HtmlFormattableString("<time datetime=\"{0}\">{1} UTC on {2}</time>", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ"), time.UtcDateTime.ToString("HH:mm"), Words.Day(time));

    /// <summary>A state in its colour.</summary>
    /// <param name="text">The state in words.</param>
    /// <param name="colour">A colour of govuk-frontend's tags: <c>green</c>, <c>red</c>, <c>blue</c> or <c>grey</c>.</param>
    public static IHtmlContent Tag(string text, string colour) => new HtmlFormattableString("<strong class=\"govuk-tag govuk-tag--{1}\">{0}</strong>", text, colour);

    /// <summary>Text that only a screen reader says.</summary>
    public static IHtmlContent Hidden(string text) => new HtmlFormattableString("<span class=\"govuk-visually-hidden\">{0}</span>", text);

    /// <summary>A line of a summary list.</summary>
    public static IHtmlContent Fact(string name, object? value) => new HtmlFormattableString(
        "<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{0}</dt><dd class=\"govuk-summary-list__value\">{1}</dd></div>", name, value);

    /// <summary>The same with a value that is written in the view.</summary>
    public static IHtmlContent Fact(string name, Func<object?, IHtmlContent> value) => Fact(name, value(null));

    /// <summary>A sentence that nobody should miss.</summary>
    public static IHtmlContent Warning(string text) => new HtmlFormattableString(
        "<div class=\"govuk-warning-text\"><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span><strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">Warning</span> {0}</strong></div>", text);
}
