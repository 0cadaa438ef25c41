using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>A question as a form: fieldset, legend, radio buttons or check boxes, and a place for what is said to the answer.</summary>
internal static class QuestionHtml
{
    public static string Write(Question question, InterfaceText text)
    {
        var html = new StringBuilder();
        html.Append($"<form class=\"question {Use(question)}\" data-question=\"{question.Id}\" data-use=\"{Use(question)}\" novalidate>\n");
        html.Append($"<fieldset aria-describedby=\"{question.Id}-error\">\n<legend>");
        if (question.Use is QuestionUse.Check or QuestionUse.Decision)
        {
            html.Append($"<span class=\"kind\">{Html.Text(text[question.Use is QuestionUse.Check ? "knowledgeCheck" : "decision"])}</span> ");
        }

        // What happens in a scene stands above its question; there it is text with markup.
        html.Append($"<span class=\"asked\">{Html.Text(question.Use is QuestionUse.Scene ? text["whatNow"] : question.Text)}</span></legend>\n");
        if (question.Type is QuestionType.Multiple)
        {
            html.Append($"<p class=\"hint\">{Html.Text(text["chooseAll"])}</p>\n");
        }

        foreach (var choice in question.Choices)
        {
            Choice(html, question, choice, text);
        }

        html.Append($"</fieldset>\n<p class=\"error\" id=\"{question.Id}-error\" role=\"alert\" data-error hidden></p>\n");
        html.Append($"<button type=\"submit\" class=\"button\">{Html.Text(text["submit"])}</button>\n");
        if (question.Use is not QuestionUse.Assessment)
        {
            // Filled by moving: the words are in the page, hidden, so that print and translation find them.
            html.Append("<div class=\"answered\" data-feedback tabindex=\"-1\" hidden>\n<p class=\"verdict\" data-verdict></p>\n");
            foreach (var choice in question.Choices.Where(choice => choice.Feedback is not null))
            {
                html.Append($"<div data-choice-feedback=\"{choice.Id}\" hidden>{Html.Paragraphs(choice.Feedback!)}</div>\n");
            }

            if (question.Explanation.Length > 0)
            {
                html.Append($"<div class=\"explanation\">{Html.Paragraphs(question.Explanation)}</div>\n");
            }

            html.Append("</div>\n");
        }

        return html.Append("</form>\n").ToString();
    }

    /// <summary>What a choice says; true and false are said by the interface.</summary>
    public static string ChoiceText(Choice choice, Question question, InterfaceText text) =>
        question.Type is QuestionType.TrueFalse ? text[choice.Id is "t" ? "true" : "false"] : choice.Text;

    private static void Choice(StringBuilder html, Question question, Choice choice, InterfaceText text)
    {
        var id = $"{question.Id}-{choice.Id}";
        var type = question.Type is QuestionType.Multiple ? "checkbox" : "radio";
        html.Append($"<div class=\"choice\"><input type=\"{type}\" name=\"{question.Id}\" id=\"{id}\" value=\"{choice.Id}\">");
        html.Append($"<label for=\"{id}\">{Html.Text(ChoiceText(choice, question, text))}</label></div>\n");
    }

    private static string Use(Question question) => question.Use.ToString().ToLowerInvariant();
}
