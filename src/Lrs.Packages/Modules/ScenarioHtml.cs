using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>A scenario as its scenes one below the other; the script shows those that the learner has come to. On paper all of them stand there.</summary>
internal static class ScenarioHtml
{
    public static string Write(Scenario scenario, InterfaceText text)
    {
        var html = new StringBuilder();
        html.Append($"<div class=\"scenario\" data-scenario=\"{scenario.Id}\" role=\"group\" aria-labelledby=\"scenario-{scenario.Id}\">\n");
        html.Append($"<h3 id=\"scenario-{scenario.Id}\"><span class=\"kind\">{Html.Text(text["scenario"])}</span> {Html.Text(scenario.Title)}</h3>\n");
        for (var i = 0; i < scenario.Scenes.Count; i++)
        {
            Scene(html, scenario.Scenes[i], first: i is 0, text);
        }

        html.Append($"<button type=\"button\" class=\"button quiet\" data-again=\"{scenario.Id}\" hidden>{Html.Text(text["playAgain"])}</button>\n");
        return html.Append("</div>\n").ToString();
    }

    private static void Scene(StringBuilder html, Scene scene, bool first, InterfaceText text)
    {
        var ending = scene.Ending?.ToString().ToLowerInvariant();
        html.Append($"<div class=\"scene{(ending is null ? "" : $" ending {ending}")}\" data-scene=\"{scene.Id}\" tabindex=\"-1\"{(first ? "" : " hidden")}>\n");
        if (ending is not null)
        {
            html.Append($"<p class=\"kind\">{Html.Text(text[$"ending.{ending}"])}</p>\n");
        }

        if (scene.Title is not null)
        {
            html.Append($"<h4>{Html.Text(scene.Title)}</h4>\n");
        }

        html.Append(scene.Html);
        if (scene.Question is not null)
        {
            html.Append(QuestionHtml.Write(scene.Question, text));
        }

        html.Append("</div>\n");
    }
}
