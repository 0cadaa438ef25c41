using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Documents;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// Which documents a launched unit may read and change: those of its own learner, states only in its own registration; the launch data
/// it may read and not change (cmi5 10.2.1); the learner's preferences only in their form (11).
/// </summary>
internal sealed class LaunchedDocuments : IDocumentRule
{
    /// <inheritdoc/>
    public Refusal? Check(DocumentRequest request) => LaunchedCallers.LaunchOf(request.Caller) is { } launch ? Check(request, launch) : null;

    private static Refusal? Check(DocumentRequest request, CallersLaunch launched)
    {
        var query = request.Query;
        return launched.IsOver ? Cmi5Gate.Forbidden("session.over", "8.1.2", "The session has ended, and what the token opened with it.")
            : query.Kind is DocumentKind.ActivityProfile ? null
            : query.Agent!.Key != launched.LearnerKey ? Cmi5Gate.Forbidden("agent", query.Kind is DocumentKind.State ? "8.1.3" : "11", "The agent is not the actor of the launch.")
            : query.Kind is DocumentKind.State ? State(request, launched)
            : Profile(request);
    }

    private static Refusal? State(DocumentRequest request, CallersLaunch launched) =>
        request.Query.Registration is { } other && other != launched.Registration ? Cmi5Gate.Forbidden("registration", "8.1.4", $"The registration is not {launched.Registration}, the one of the launch.")
        : request.Query.Registration is null && launched.IsCmi5 ? Cmi5Gate.Forbidden("registration", "8.1.4", "The request names no registration; it needs the one of the launch.")
        : request.Method is DocumentMethod.Get ? null
        : request.Query.DocumentId is LaunchData.StateId ? Cmi5Gate.Forbidden("launch.data", "10.2.1", $"{LaunchData.StateId} is the learning system's; a unit only reads it.")
        : request.Query.DocumentId is null && launched.IsCmi5 ? Cmi5Gate.Forbidden("launch.data", "10.2.1", $"All states of the activity hold {LaunchData.StateId} too; delete them one by one.")
        : null;

    private static Refusal? Profile(DocumentRequest request) =>
        request.Query.DocumentId is not LaunchData.PreferencesId || request.Method is DocumentMethod.Get ? null
        : request.Method is DocumentMethod.Delete ? Cmi5Gate.Forbidden("preferences", "11", "The learner's preferences cannot be deleted by a unit.")
        : Preferences(request.Body.Span) is { } fault ? Cmi5Gate.Wrong("preferences", "11", fault)
        : null;

    // 11: an object with languagePreference, a list of language tags, and audioPreference, on or off.
    private static string? Preferences(ReadOnlySpan<byte> body)
    {
        string? language = null, audio = null;
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            if (json.TokenType is not JsonTokenType.StartObject)
            {
                return "The learner's preferences are a JSON object.";
            }

            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                var text = json.TokenType is JsonTokenType.String ? json.GetString() : null;
                (language, audio) = (name is "languagePreference" ? text : language, name is "audioPreference" ? text : audio);
                json.Skip();
            }
        }
        catch (JsonException)
        {
            return "The learner's preferences are not JSON.";
        }

        return language is null || !language.Split(',').All(tag => LanguageTag.TryParse(tag.Trim(), out _)) ? "'languagePreference' is a list of language tags (RFC 5646) separated by commas."
            : audio is not ("on" or "off") ? "'audioPreference' is 'on' or 'off'."
            : null;
    }
}
