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
            json.WriteNumber("mastery", module.Mastery / 100m);
            json.WriteStartArray("screens");
            foreach (var screen in module.Screens)
            {
                json.WriteStringValue(screen.Id);
            }

            json.WriteEndArray();
            json.WriteStartArray("questions");
            foreach (var question in Questions(module))
            {
                Write(json, question, text);
            }

            json.WriteEndArray();
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

    /// <summary>The most characters the script may save of a learner's place and answers (the form is described in <c>state.js</c>).</summary>
    public static int SavedCharacters(Module module) => 200 + Questions(module).Sum(question => question.Choices.Count + 1);

    /// <summary>Every question of a module: those in the screens, then the assessment's.</summary>
    public static IEnumerable<Question> Questions(Module module) =>
        module.Screens.SelectMany(screen => Asked(screen.Blocks)).Concat(module.Assessment.Questions);

    private static IEnumerable<Question> Asked(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block switch
        {
            Block.Asked asked => [asked.Question],
            Block.Callout callout => Asked(callout.Content),
            Block.Reveal reveal => Asked(reveal.Content),
            _ => [],
        });

    private static void Write(Utf8JsonWriter json, Question question, InterfaceText text)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteString("use", question.Use.ToString().ToLowerInvariant());
        json.WriteString("type", question.Type is QuestionType.TrueFalse ? "true-false" : "choice");
        json.WriteString("text", question.Text);
        json.WriteString("answer", string.Concat(question.Answer));
        json.WriteStartArray("choices");
        foreach (var choice in question.Choices)
        {
            json.WriteStartObject();
            json.WriteString("id", choice.Id);
            json.WriteString("text", QuestionHtml.ChoiceText(choice, question, text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
