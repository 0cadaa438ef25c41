using System.Text;
using System.Text.Json;

namespace Lrs.Packages.Modules;

/// <summary>What the script has to know about the module, as JSON inside the page.</summary>
internal static class CourseData
{
    /// <summary>Every <c>&lt;</c> comes out as <c>\u003C</c> (the encoder's default), so the text is safe inside a script element.</summary>
    public static string Write(Module module, InterfaceText text)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("id", module.Id);
            json.WriteString("title", module.Title);
            json.WriteString("language", module.Language);
            json.WriteString("version", module.Version);
            if (module.Mastery is { } mastery)
            {
                json.WriteNumber("mastery", mastery / 100m);
            }

            json.WriteBoolean("assessed", module.Assessment is not null);
            json.List("screens", module.Screens, screen => json.WriteStringValue(screen.Id));
            json.List("questions", Asked.In(module), question => Write(json, question, text));
            json.List("scenarios", Asked.Scenarios(module), scenario => Write(json, scenario));
            json.List("questionnaires", Asked.Questionnaires(module), questionnaire => SurveyData.Write(json, questionnaire));
            json.WriteStartObject("text");
            foreach (var (key, said) in text.All)
            {
                json.WriteString(key, said);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>The most characters the script must save of a learner's place and answers (the form is described in <c>state.js</c>).</summary>
    public static int SavedCharacters(Module module) => 200
        + Asked.In(module).Sum(question => (question.Type is QuestionType.Multiple ? question.Choices.Count : 1) + 1)
        + Asked.Questionnaires(module).Sum(questionnaire => 10 + questionnaire.Questions.Sum(question => (question.Type is SurveyQuestionType.Multiple ? question.Choices.Count : 1) + 3));

    /// <summary>A list of objects or texts.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>The choices of a question by id and text.</summary>
    public static void Choices(this Utf8JsonWriter json, IEnumerable<(string Id, string Text)> choices) => json.List("choices", choices, choice =>
    {
        json.WriteStartObject();
        json.WriteString("id", choice.Id);
        json.WriteString("text", choice.Text);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Question question, InterfaceText text)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteString("use", question.Use.ToString().ToLowerInvariant());
        json.WriteString("type", question.Type is QuestionType.TrueFalse ? "true-false" : "choice");
        json.WriteString("text", question.Text);

        // Each of these is right by itself.
        json.List("answers", question.Use is QuestionUse.Scene ? question.Answer : [string.Concat(question.Answer)], json.WriteStringValue);
        json.Choices(question.Choices.Select(choice => (choice.Id, QuestionHtml.ChoiceText(choice, question, text))));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("id", scenario.Id);
        json.List("scenes", scenario.Scenes, scene =>
        {
            json.WriteStartObject();
            json.WriteString("id", scene.Id);
            if (scene.Question is not null)
            {
                json.WriteString("question", scene.Question.Id);
                json.WriteStartObject("next");
                foreach (var (choice, next) in scene.Next.OrderBy(step => step.Key, StringComparer.Ordinal))
                {
                    json.WriteString(choice, next);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
