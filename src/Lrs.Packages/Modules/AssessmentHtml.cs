using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>The assessment as screens of its own: its beginning, each question, the result.</summary>
internal static class AssessmentHtml
{
    public static void Write(StringBuilder html, Assessment assessment, InterfaceText text)
    {
        var start = assessment.Introduction
            + $"<p><button type=\"button\" class=\"button\" data-action=\"start\">{Html.Text(text["start"])}</button></p>\n";
        EditionHtml.Section(html, "data-screen=\"assessment\"", "assessment", assessment.Title, start, hidden: true);
        for (var i = 0; i < assessment.Questions.Count; i++)
        {
            var question = assessment.Questions[i];
            var heading = text["questionOf"].Replace("{0}", (i + 1).ToString(), StringComparison.Ordinal)
                .Replace("{1}", assessment.Questions.Count.ToString(), StringComparison.Ordinal);
            EditionHtml.Section(html, $"data-screen=\"ask-{question.Id}\" data-aside", $"ask-{question.Id}", heading, QuestionHtml.Write(question, text), hidden: true);
        }

        EditionHtml.Section(html, "data-screen=\"result\" data-aside", "result", text["resultTitle"], Result(assessment, text), hidden: true);
    }

    private static string Result(Assessment assessment, InterfaceText text)
    {
        var results = new StringBuilder($"<p class=\"outcome\" data-outcome></p>\n<p data-advice></p>\n<div class=\"row\">"
            + $"<button type=\"button\" class=\"button\" data-action=\"retry\" hidden>{Html.Text(text["retry"])}</button>\n"
            + $"<button type=\"button\" class=\"button\" data-action=\"finish\">{Html.Text(text["finish"])}</button>\n"
            + "</div>\n"
            + $"<h3>{Html.Text(text["yourAnswers"])}</h3>\n<ol class=\"results\">\n");
        foreach (var question in assessment.Questions)
        {
            results.Append($"<li data-result=\"{question.Id}\">\n<p class=\"asked\">{Html.Text(question.Text)}</p>\n<p class=\"verdict\" data-verdict></p>\n<p data-given></p>\n<p data-right hidden></p>\n");
            results.Append($"<div class=\"explanation\">{Html.Paragraphs(question.Explanation)}</div>\n</li>\n");
        }

        return results.Append("</ol>\n").ToString();
    }
}
