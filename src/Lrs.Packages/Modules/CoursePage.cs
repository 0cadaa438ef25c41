using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>
/// The course's one page. All screens are in it, so it loads once, prints whole and can be read without the script; the script shows one at a time.
/// Translations wait in templates. Hooks for the script and for tests are <c>data-</c> attributes.
/// </summary>
internal static class CoursePage
{
    public static string Write(Module module)
    {
        var html = new StringBuilder();
        Head(html, module);
        html.Append($"<div class=\"edition\" data-edition=\"{module.Language}\">\n");
        EditionHtml.Write(html, module, module);
        html.Append("</div>\n");
        foreach (var translation in module.Translations)
        {
            html.Append($"<template data-edition=\"{translation.Language}\">\n");
            EditionHtml.Write(html, translation, module);
            html.Append("</template>\n");
        }

        return html.Append("<script src=\"course.js\"></script>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, Module module)
    {
        html.Append($"<!DOCTYPE html>\n<html lang=\"{module.Language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append($"<title>{Html.Text(module.Title)}</title>\n<meta name=\"description\" content=\"{Html.Text(module.Description)}\">\n");
        html.Append("<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"course.css\">\n");
        html.Append("<noscript><style>[data-screen][hidden], [data-scene][hidden] { display: block !important } .steps, .contents, .button, .languages { display: none }</style></noscript>\n");
        html.Append("</head>\n<body>\n");
    }
}
