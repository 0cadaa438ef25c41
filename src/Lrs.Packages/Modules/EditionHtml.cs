using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>The content of the page in one language: banner, contents, screens, assessment, data.</summary>
internal static class EditionHtml
{
    public static void Write(StringBuilder html, Module module, Module original)
    {
        var text = InterfaceText.For(module.Language);
        html.Append($"<a class=\"skip\" href=\"#main\" data-skip>{Html.Text(text["skip"])}</a>\n");
        Banner(html, module, original, text);
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

        if (module.Assessment is { } assessment)
        {
            AssessmentHtml.Write(html, assessment, text);
        }

        Section(html, "data-screen=\"ended\" data-aside", "ended", text["endedTitle"], $"<p data-ended>{Html.Text(text["ended"])}</p>\n", hidden: true);
        html.Append($"<div class=\"steps\" data-steps>\n<button type=\"button\" class=\"button quiet\" data-action=\"previous\">{Html.Text(text["previous"])}</button>\n");
        html.Append($"<button type=\"button\" class=\"button\" data-action=\"next\">{Html.Text(text["next"])}</button>\n");
        html.Append(module.Assessment is null ? $"<button type=\"button\" class=\"button\" data-action=\"complete\" hidden>{Html.Text(text["finish"])}</button>\n" : "");
        html.Append("</div>\n</main>\n</div>\n");
        html.Append($"<footer><p>{Html.Text(module.Publisher)}. {Html.Text(text["version"])} {module.Version}. {Html.Text(module.Licence)}</p></footer>\n");
        html.Append($"<script type=\"application/json\" id=\"course\">{CourseData.Write(module, text)}</script>\n");
    }

    /// <summary>A screen with its heading.</summary>
    public static void Section(StringBuilder html, string hooks, string id, string title, string content, bool hidden)
    {
        html.Append($"<section {hooks} id=\"screen-{id}\" aria-labelledby=\"heading-{id}\"{(hidden ? " hidden" : "")}>\n");
        html.Append($"<h2 id=\"heading-{id}\" tabindex=\"-1\">{Html.Text(title)}</h2>\n{content}</section>\n");
    }

    private static void Banner(StringBuilder html, Module module, Module original, InterfaceText text)
    {
        html.Append($"<header class=\"banner\"><div class=\"inner\">\n<h1>{Html.Text(module.Title)}</h1>\n");
        html.Append("<p class=\"saved\" role=\"status\" data-saved></p>\n");
        if (original.Translations.Count > 0)
        {
            html.Append($"<div class=\"languages\" role=\"group\" aria-label=\"{Html.Text(text["language"])}\">\n");
            foreach (var language in original.Translations.Prepend(original).Select(edition => edition.Language).Where(language => language != module.Language))
            {
                var name = InterfaceText.Knows(language) ? InterfaceText.For(language)["languageName"] : language;
                html.Append($"<button type=\"button\" class=\"button leave\" data-language=\"{language}\" lang=\"{language}\">{Html.Text(name)}</button>\n");
            }

            html.Append("</div>\n");
        }

        html.Append($"<button type=\"button\" class=\"button leave\" data-action=\"exit\" hidden>{Html.Text(text["exit"])}</button>\n</div></header>\n");
    }

    private static void Contents(StringBuilder html, Module module, InterfaceText text)
    {
        html.Append($"<nav class=\"contents\" aria-label=\"{Html.Text(text["contents"])}\">\n");
        html.Append($"<button type=\"button\" class=\"toggle\" data-action=\"contents\" aria-expanded=\"false\" aria-controls=\"contents\">{Html.Text(text["contents"])}</button>\n");
        html.Append("<ol id=\"contents\" data-open=\"false\">\n");
        var entries = module.Screens.Select(screen => (screen.Id, screen.Title));
        foreach (var (id, title) in module.Assessment is { } assessment ? entries.Append(("assessment", assessment.Title)) : entries)
        {
            html.Append($"<li><button type=\"button\" data-go=\"{id}\" disabled>{Html.Text(title)}<span class=\"done\" hidden> {Html.Text(text["seen"])}</span></button></li>\n");
        }

        html.Append("</ol>\n</nav>\n");
    }

    private static string About(Module module, InterfaceText text)
    {
        var about = new StringBuilder("<dl class=\"about\">\n");
        Line("for", module.Audience);
        Line("time", text["minutes"].Replace("{0}", module.Minutes.ToString(), StringComparison.Ordinal));
        if (module.Mastery is { } mastery)
        {
            Line("toPass", text["toPassValue"].Replace("{0}", mastery.ToString(), StringComparison.Ordinal));
        }

        return about.Append("</dl>\n").ToString();

        void Line(string name, string value) => about.Append($"<div><dt>{Html.Text(text[name])}</dt><dd>{Html.Text(value)}</dd></div>\n");
    }
}
