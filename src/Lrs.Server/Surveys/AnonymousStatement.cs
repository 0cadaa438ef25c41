using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Surveys;

/// <summary>An answer to a survey as a statement: by the one actor that all answers share, on the day of the release.</summary>
internal static class AnonymousStatement
{
    private const string Answered = "http://adlnet.gov/expapi/verbs/answered";
    private const string Interaction = "http://adlnet.gov/expapi/activities/cmi.interaction";
    private const string SurveyType = "http://id.tincanapi.com/activitytype/survey";

    /// <summary>The statement; null for a question that the survey does not have.</summary>
    public static NewStatement? Of(Tenant tenant, Survey survey, string question, string value, DateTime day)
    {
        if (survey.Questionnaire.Questions.FirstOrDefault(item => item.Id == question) is not { } item)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, tenant, survey, item, value, day);
        }

        var faults = new Faults();
        var statement = StatementReader.Read(bytes.ToArray(), XapiVersion.V1, faults)
            ?? throw new InvalidOperationException($"The server made a statement with a fault at {faults[0].Path}: {faults[0].Message}");

        return new NewStatement(statement, RandomId(), Encoding.UTF8.GetBytes(Authority.Account($"{tenant.Iri}/systems", "surveys")), XapiVersion.V1);
    }

    // RFC 9562, version 4: version 7 would hold the moment and an order.
    private static Guid RandomId()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static void Write(Utf8JsonWriter json, Tenant tenant, Survey survey, SurveyItem item, string value, DateTime day)
    {
        json.WriteStartObject();
        json.WriteStartObject("actor"u8);
        json.WriteString("objectType"u8, "Agent"u8);
        json.WriteString("name"u8, "Anonymous answers"u8);
        json.WriteStartObject("account"u8);
        json.WriteString("homePage"u8, $"{tenant.Iri}/surveys");
        json.WriteString("name"u8, "anonymous"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("verb"u8);
        json.WriteString("id"u8, Answered);
        WriteText(json, "display", "en", "answered");
        json.WriteEndObject();
        WriteQuestion(json, survey, item);
        json.WriteStartObject("result"u8);
        json.WriteString("response"u8, item.Type is "choice" ? string.Join("[,]", value.AsEnumerable()) : value);
        json.WriteEndObject();
        json.WriteStartObject("context"u8);
        json.WriteStartObject("contextActivities"u8);
        WriteActivity(json, "parent", survey.Iri, SurveyType, survey.Language, survey.Questionnaire.Title);
        WriteActivity(json, "grouping", survey.Module, null, survey.Language, null);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("timestamp"u8, day.ToString("yyyy-MM-dd'T'00:00:00'Z'"));
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, Survey survey, SurveyItem item)
    {
        json.WriteStartObject("object"u8);
        json.WriteString("id"u8, $"{survey.Module}/questions/{item.Recorded}");
        json.WriteStartObject("definition"u8);
        json.WriteString("type"u8, Interaction);
        json.WriteString("interactionType"u8, item.Type);
        WriteText(json, "name", survey.Language, item.Text);
        WriteText(json, "description", survey.Language, item.Text);
        if (item.Choices.Count > 0)
        {
            json.WriteStartArray(item.Type is "likert" ? "scale"u8 : "choices"u8);
            foreach (var choice in item.Choices)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, choice.Id);
                WriteText(json, "description", survey.Language, choice.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter json, string place, string id, string? type, string language, string? name)
    {
        json.WriteStartArray(place);
        json.WriteStartObject();
        json.WriteString("objectType"u8, "Activity"u8);
        json.WriteString("id"u8, id);
        if (type is not null && name is not null)
        {
            json.WriteStartObject("definition"u8);
            json.WriteString("type"u8, type);
            WriteText(json, "name", language, name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string language, string text)
    {
        json.WriteStartObject(name);
        json.WriteString(language, text);
        json.WriteEndObject();
    }
}
