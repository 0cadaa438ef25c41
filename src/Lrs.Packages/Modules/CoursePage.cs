using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>
/// The course's one page. All screens are in it, so it loads once, prints whole and can be read without the script; the script shows one at a time.
/// Hooks for the script and for tests are <c>data-</c> attributes.
/// </summary>
internal static class CoursePage
{
    public static string Write(Module module)
    {
        var text = InterfaceText.For(module.Language);
        var html = new StringBuilder();
        Head(html, module, text);
        Banner(html, module, text);
        html.Append("<div class=\"page\">\n");
        Contents(html, module, text);
        html.Append("<main id=\"main\">\n");
        html.Append("<div class=\"notice\" data-notice role=\"status\" hidden></div>\n");
        html.Append("<p class=\"progress\"><span data-progress></span><span class=\"track\" aria-hidden=\"true\"><span data-bar></span></span></p>\n");
        for (var i = 0; i < module.Screens.Count; i++)
        {
            var screen = module.Screens[i];
            var inside = (i is 0 ? About(module, text) : "") + BlockHtml.Write(screen.Blocks, text);
            Section(html, $"data-screen=\"{screen.Id}\"", screen.Id, screen.Title, inside, hidden: i > 0);
        }

        AssessmentSections(html, module, text);
        Section(html, "data-screen=\"ended\" data-aside", "ended", text["endedTitle"], $"<p data-ended>{Html.Text(text["ended"])}</p>\n", hidden: true);
        html.Append($"<div class=\"steps\" data-steps>\n<button type=\"button\" class=\"button quiet\" data-action=\"previous\">{Html.Text(text["previous"])}</button>\n");
        html.Append($"<button type=\"button\" class=\"button\" data-action=\"next\">{Html.Text(text["next"])}</button>\n</div>\n</main>\n</div>\n");
        html.Append($"<footer><p>{Html.Text(module.Publisher)}. {Html.Text(text["version"])} {module.Version}. {Html.Text(module.Licence)}</p></footer>\n");
        html.Append($"<script type=\"application/json\" id=\"course\">{CourseData.Write(module, text)}</script>\n");
        return html.Append("<script src=\"course.js\"></script>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, Module module, InterfaceText text)
    {
        html.Append($"<!DOCTYPE html>\n<html lang=\"{module.Language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append($"<title>{Html.Text(module.Title)}</title>\n<meta name=\"description\" content=\"{Html.Text(module.Description)}\">\n");
        html.Append("<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"course.css\">\n");
        html.Append("<noscript><style>[data-screen][hidden] { display: block !important } .steps, .contents, .button { display: none }</style></noscript>\n");
        html.Append($"</head>\n<body>\n<a class=\"skip\" href=\"#main\" data-skip>{Html.Text(text["skip"])}</a>\n");
    }

    private static void Banner(StringBuilder html, Module module, InterfaceText text)
    {
        html.Append($"<header class=\"banner\"><div class=\"inner\">\n<h1>{Html.Text(module.Title)}</h1>\n");
        html.Append("<p class=\"saved\" role=\"status\" data-saved></p>\n");
        html.Append($"<button type=\"button\" class=\"button leave\" data-action=\"exit\" hidden>{Html.Text(text["exit"])}</button>\n</div></header>\n");
    }

    private static void Contents(StringBuilder html, Module module, InterfaceText text)
    {
        html.Append($"<nav class=\"contents\" aria-label=\"{Html.Text(text["contents"])}\">\n");
        html.Append($"<button type=\"button\" class=\"toggle\" data-action=\"contents\" aria-expanded=\"false\" aria-controls=\"contents\">{Html.Text(text["contents"])}</button>\n");
        html.Append("<ol id=\"contents\" data-open=\"false\">\n");
        foreach (var (id, title) in module.Screens.Select(screen => (screen.Id, screen.Title)).Append(("assessment", module.Assessment.Title)))
        {
            html.Append($"<li><button type=\"button\" data-go=\"{id}\" disabled>{Html.Text(title)}<span class=\"done\" hidden> {Html.Text(text["seen"])}</span></button></li>\n");
        }

        html.Append("</ol>\n</nav>\n");
    }

    private static string About(Module module, InterfaceText text) =>
        $"<dl class=\"about\">\n<div><dt>{Html.Text(text["for"])}</dt><dd>{Html.Text(module.Audience)}</dd></div>\n"
        + $"<div><dt>{Html.Text(text["time"])}</dt><dd>{Html.Text(text["minutes"].Replace("{0}", module.Minutes.ToString(), StringComparison.Ordinal))}</dd></div>\n"
        + $"<div><dt>{Html.Text(text["toPass"])}</dt><dd>{Html.Text(text["toPassValue"].Replace("{0}", module.Mastery.ToString(), StringComparison.Ordinal))}</dd></div>\n</dl>\n";

    private static void AssessmentSections(StringBuilder html, Module module, InterfaceText text)
    {
        var start = module.Assessment.Introduction
            + $"<p><button type=\"button\" class=\"button\" data-action=\"start\">{Html.Text(text["start"])}</button></p>\n";
        Section(html, "data-screen=\"assessment\"", "assessment", module.Assessment.Title, start, hidden: true);
        for (var i = 0; i < module.Assessment.Questions.Count; i++)
        {
            var question = module.Assessment.Questions[i];
            var heading = text["questionOf"].Replace("{0}", (i + 1).ToString(), StringComparison.Ordinal)
                .Replace("{1}", module.Assessment.Questions.Count.ToString(), StringComparison.Ordinal);
            Section(html, $"data-screen=\"ask-{question.Id}\" data-aside", $"ask-{question.Id}", heading, QuestionHtml.Write(question, text), hidden: true);
        }

        var results = new StringBuilder($"<p class=\"outcome\" data-outcome></p>\n<p data-advice></p>\n<div class=\"row\">"
            + $"<button type=\"button\" class=\"button\" data-action=\"retry\" hidden>{Html.Text(text["retry"])}</button>\n"
            + $"<button type=\"button\" class=\"button\" data-action=\"finish\">{Html.Text(text["finish"])}</button>\n"
            + "</div>\n"
            + $"<h3>{Html.Text(text["yourAnswers"])}</h3>\n<ol class=\"results\">\n");
        foreach (var question in module.Assessment.Questions)
        {
            results.Append($"<li data-result=\"{question.Id}\">\n<p class=\"asked\">{Html.Text(question.Text)}</p>\n<p class=\"verdict\" data-verdict></p>\n<p data-given></p>\n<p data-right hidden></p>\n");
            results.Append($"<div class=\"explanation\">{Html.Paragraphs(question.Explanation)}</div>\n</li>\n");
        }

        Section(html, "data-screen=\"result\" data-aside", "result", text["resultTitle"], results.Append("</ol>\n").ToString(), hidden: true);
    }

    private static void Section(StringBuilder html, string hooks, string id, string title, string content, bool hidden)
    {
        html.Append($"<section {hooks} id=\"screen-{id}\" aria-labelledby=\"heading-{id}\"{(hidden ? " hidden" : "")}>\n");
        html.Append($"<h2 id=\"heading-{id}\" tabindex=\"-1\">{Html.Text(title)}</h2>\n{content}</section>\n");
    }
}
