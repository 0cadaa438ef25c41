using System.Text.Json;

namespace Lrs.Packages.Modules;

/// <summary>
/// A questionnaire as data. It stands in the page for the script, and an anonymous one also in a file of its own,
/// <c>surveys/ID.json</c>, by which the server that hosts the module knows what may be answered.
/// </summary>
internal static class SurveyData
{
    /// <summary>The file for an anonymous questionnaire.</summary>
    public static byte[] File(Module module, Questionnaire questionnaire)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("module", module.Id);
            json.WriteString("language", module.Language);
            json.WritePropertyName("questionnaire");
            Write(json, questionnaire);
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    public static void Write(Utf8JsonWriter json, Questionnaire questionnaire)
    {
        json.WriteStartObject();
        json.WriteString("id", questionnaire.Id);
        json.WriteString("title", questionnaire.Title);
        json.WriteBoolean("anonymous", questionnaire.Anonymous);
        json.List("questions", questionnaire.Questions, question =>
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("recorded", questionnaire.RecordedAs(question));
            json.WriteString("type", question.Type switch
            {
                SurveyQuestionType.Scale => "likert",
                SurveyQuestionType.Text => "long-fill-in",
                _ => "choice",
            });
            json.WriteBoolean("several", question.Type is SurveyQuestionType.Multiple);
            json.WriteString("text", question.Text);
            json.Choices(question.Choices.Select(choice => (choice.Id, choice.Text)));
            json.WriteNumber("words", question.Words);
            json.WriteBoolean("needed", !question.Optional);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
