using System.Text.Json;

namespace Lrs.Server.Surveys;

/// <summary>What one person answered: values by the question's name, and nothing else.</summary>
internal static class Submission
{
    /// <summary>Reads <c>{"answers": {"question": "value"}}</c> strictly; what is wrong with it comes back instead.</summary>
    /// <returns>The answers as compact JSON with the questions in the survey's order, or the fault.</returns>
    public static (string? Answers, string? Fault) Read(ReadOnlySpan<byte> body, Survey survey)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (!ReadAnswers(body, given))
            {
                return (null, "Expected {\"answers\": {\"question\": \"value\"}} with each question once.");
            }
        }
        catch (JsonException fault)
        {
            return (null, $"This is no JSON: {fault.Message}");
        }

        var questions = survey.Questionnaire.Questions;
        var wrong = given.Keys.Where(id => questions.All(question => question.Id != id)).Select(id => $"There is no question '{id}'.")
            .Concat(questions.Where(question => question.Needed && !given.ContainsKey(question.Id)).Select(question => $"'{question.Id}' needs an answer."))
            .Concat(questions.Where(question => given.ContainsKey(question.Id)).Select(question => question.Fault(given[question.Id])).OfType<string>())
            .ToList();
        return given.Count is 0 ? (null, "Nothing was answered.")
            : wrong.Count > 0 ? (null, string.Join(' ', wrong))
            : (Write(questions, given), null);
    }

    private static bool ReadAnswers(ReadOnlySpan<byte> body, Dictionary<string, string> given)
    {
        var json = new Utf8JsonReader(body);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject
            || !json.Read() || json.TokenType is not JsonTokenType.PropertyName || !json.ValueTextEquals("answers"u8)
            || !json.Read() || json.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            if (!json.Read() || json.TokenType is not JsonTokenType.String || string.IsNullOrWhiteSpace(json.GetString()) || !given.TryAdd(name, json.GetString()!.Trim()))
            {
                return false;
            }
        }

        return json.Read() && json.TokenType is JsonTokenType.EndObject && !json.Read();
    }

    private static string Write(IReadOnlyList<SurveyItem> questions, Dictionary<string, string> given)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var question in questions.Where(question => given.ContainsKey(question.Id)))
            {
                json.WriteString(question.Id, given[question.Id]);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
