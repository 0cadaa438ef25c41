using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>A questionnaire as one form, sent as a whole.</summary>
internal static class QuestionnaireHtml
{
    public static string Write(Questionnaire questionnaire, InterfaceText text)
    {
        var html = new StringBuilder();
        html.Append($"<form class=\"questionnaire\" data-questionnaire=\"{questionnaire.Id}\" aria-labelledby=\"poll-{questionnaire.Id}\" novalidate>\n");
        html.Append($"<h3 id=\"poll-{questionnaire.Id}\"><span class=\"kind\">{Html.Text(text["questionnaire"])}</span> {Html.Text(questionnaire.Title)}</h3>\n");
        html.Append(questionnaire.Introduction);
        if (questionnaire.Anonymous)
        {
            // Nothing is asked until it is known that the answers can be kept without a link to the learner.
            html.Append($"<p class=\"closed\" data-closed>{Html.Text(text["surveyClosed"])}</p>\n<div data-open hidden>\n");
            html.Append($"<p>{Html.Text(text["surveyAnonymous"])}</p>\n");
        }
        else
        {
            html.Append("<div data-open>\n");
        }

        html.Append(questionnaire.Questions.All(question => question.Optional) ? $"<p class=\"hint\">{Html.Text(text["allOptional"])}</p>\n" : "");
        foreach (var question in questionnaire.Questions)
        {
            Ask(html, $"poll-{questionnaire.Id}-{question.Id}", question, text);
        }

        html.Append($"<p class=\"error\" role=\"alert\" data-error hidden></p>\n<button type=\"submit\" class=\"button\">{Html.Text(text["send"])}</button>\n</div>\n");
        return html.Append("<p class=\"answered right\" data-sent tabindex=\"-1\" hidden></p>\n</form>\n").ToString();
    }

    private static void Ask(StringBuilder html, string id, SurveyQuestion question, InterfaceText text)
    {
        html.Append($"<fieldset data-ask=\"{question.Id}\" aria-describedby=\"{id}-error\">\n<legend id=\"{id}\"><span class=\"asked\">{Html.Text(question.Text)}</span>");
        html.Append(question.Optional ? "</legend>\n" : $" <span class=\"needed\">{Html.Text(text["needed"])}</span></legend>\n");
        if (question.Type is SurveyQuestionType.Text)
        {
            html.Append($"<p class=\"hint\" id=\"{id}-hint\">{Html.Text(text["words"].Replace("{0}", question.Words.ToString(), StringComparison.Ordinal))}</p>\n");
            html.Append($"<textarea rows=\"5\" name=\"{question.Id}\" aria-labelledby=\"{id}\" aria-describedby=\"{id}-hint {id}-count\"></textarea>\n");
            html.Append($"<p class=\"hint\" id=\"{id}-count\" role=\"status\" data-count></p>\n");
        }
        else
        {
            Choices(html, id, question, text);
        }

        html.Append($"<p class=\"error\" id=\"{id}-error\" data-missing hidden></p>\n</fieldset>\n");
    }

    private static void Choices(StringBuilder html, string id, SurveyQuestion question, InterfaceText text)
    {
        var multiple = question.Type is SurveyQuestionType.Multiple;
        html.Append(multiple ? $"<p class=\"hint\">{Html.Text(text["chooseAll"])}</p>\n" : "");
        foreach (var choice in question.Choices)
        {
            html.Append($"<div class=\"choice\"><input type=\"{(multiple ? "checkbox" : "radio")}\" name=\"{question.Id}\" id=\"{id}-{choice.Id}\" value=\"{choice.Id}\">");
            html.Append($"<label for=\"{id}-{choice.Id}\">{Html.Text(choice.Text)}</label></div>\n");
        }

        // A radio button cannot be unmade by itself, and every answer is voluntary.
        html.Append(question.Optional && !multiple ? $"<button type=\"button\" class=\"link\" data-clear=\"{question.Id}\" hidden>{Html.Text(text["clear"])}<span class=\"away\">: {Html.Text(question.Text)}</span></button>\n" : "");
    }
}
