using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>Reads the body of a launch: <c>{"learner", "registration"?, "unit"?, "mode"?, "returnUrl"?, "preview"?, "entitlementKey"?}</c>.</summary>
internal static class LaunchRequest
{
    private const string Clause = "Lrs launch API";

    private static readonly Rule NotJson = new("launch.json", Clause);
    private static readonly Rule Unknown = new("launch.unknown", Clause);
    private static readonly Rule Learner = new("launch.learner", Clause);
    private static readonly Rule Registration = new("launch.registration", Clause);
    private static readonly Rule UnitRule = new("launch.unit", Clause);
    private static readonly Rule Mode = new("launch.mode", Clause);
    private static readonly Rule Preview = new("launch.preview", Clause);
    private static readonly Rule Entitlement = new("launch.entitlementKey", Clause);
    private static readonly Rule ReturnUrl = new("launch.returnUrl", Clause);

    /// <summary>The order; null, with every fault, when something in the body is wrong.</summary>
    public static LaunchOrder? Read(Guid course, ReadOnlyMemory<byte> body, Faults faults)
    {
        var read = new Reading(body, faults);
        try
        {
            read.All();
        }
        catch (JsonException fault)
        {
            faults.Add(NotJson, $"Not JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }

        if (faults.Count == 0 && read.Actor is null)
        {
            faults.Add(Learner, "learner", "'learner' is missing: the xAPI agent who takes the course.");
        }

        return faults.Count > 0 ? null : new LaunchOrder
        {
            Course = course,
            Learner = read.Actor!,
            Registration = read.RegistrationId,
            Unit = read.Unit,
            Mode = read.LaunchMode,
            ReturnUrl = read.Return,
            Preview = read.IsPreview,
            Entitlement = read.EntitlementKey,
        };
    }

    private sealed class Reading(ReadOnlyMemory<byte> body, Faults faults)
    {
        public Actor? Actor { get; private set; }

        public Guid? RegistrationId { get; private set; }

        public string? Unit { get; private set; }

        public LaunchMode LaunchMode { get; private set; }

        public string? Return { get; private set; }

        public bool IsPreview { get; private set; }

        public string? EntitlementKey { get; private set; }

        public void All()
        {
            var json = new Utf8JsonReader(body.Span);
            json.Read();
            if (json.TokenType is not JsonTokenType.StartObject)
            {
                faults.Add(NotJson, "The body is a JSON object.");
                return;
            }

            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                Property(ref json, name);
            }
        }

        private void Property(ref Utf8JsonReader json, string name)
        {
            var text = json.TokenType is JsonTokenType.String ? json.GetString() : null;
            var start = (int)json.TokenStartIndex;
            var isNull = json.TokenType is JsonTokenType.Null;
            var truth = json.TokenType is JsonTokenType.True ? true : json.TokenType is JsonTokenType.False ? (bool?)false : null;
            var isNumber = json.TokenType is JsonTokenType.Number;
            json.Skip();
            var bytes = body[start..(int)json.BytesConsumed];
            switch (name)
            {
                case "learner":
                    Actor = ReadLearner(bytes);
                    break;
                case "registration" when !isNull:
                    RegistrationId = Uuids.Parse(text);
                    Note(RegistrationId is null, Registration, name, "'registration' is a UUID.");
                    break;
                case "unit" when !isNull:
                    Unit = text ?? (isNumber ? System.Text.Encoding.UTF8.GetString(bytes.Span) : null);
                    Note(Unit is null, UnitRule, name, "'unit' is the id of a unit, or its index from 0.");
                    break;
                case "mode" when !isNull:
                    Note(!ReadMode(text), Mode, name, "'mode' is Normal, Browse or Review.");
                    break;
                case "returnUrl" when !isNull:
                    Return = text;
                    Note(!IsWebAddress(text), ReturnUrl, name, "'returnUrl' is an absolute http or https address.");
                    break;
                case "preview" when !isNull:
                    IsPreview = truth is true;
                    Note(truth is null, Preview, name, "'preview' is true or false.");
                    break;
                case "entitlementKey" when !isNull:
                    EntitlementKey = text;
                    Note(text is not { Length: > 0 and <= 2000 }, Entitlement, name, "'entitlementKey' is a text of at most 2000 characters, which the unit gets as entitlementKey.alternate.");
                    break;
                case "registration" or "unit" or "mode" or "returnUrl" or "preview" or "entitlementKey":
                    break;
                default:
                    faults.Add(Unknown, name, $"'{name}' is no field of a launch; they are learner, registration, unit, mode, returnUrl, preview and entitlementKey.");
                    break;
            }
        }

        private Actor? ReadLearner(ReadOnlyMemory<byte> bytes)
        {
            using var inside = faults.Inside("learner");
            var before = faults.Found;
            var actor = Actor.Read(bytes, XapiVersion.V1, faults);
            if (faults.Found == before && (actor?.Kind is not ActorKind.Agent || actor.Key is null))
            {
                faults.Add(Learner, "A learner is one agent with an identifier: mbox, mbox_sha1sum, openid or account.");
            }

            return actor;
        }

        // Not Enum.Parse: that takes numbers and any case.
        private bool ReadMode(string? text)
        {
            var names = Enum.GetNames<LaunchMode>();
            var found = Array.IndexOf(names, text);
            LaunchMode = found < 0 ? LaunchMode.Normal : Enum.Parse<LaunchMode>(names[found]);
            return found >= 0;
        }

        private void Note(bool isWrong, Rule rule, string field, string message)
        {
            if (isWrong)
            {
                faults.Add(rule, field, message);
            }
        }
    }

    /// <summary>Can a browser be sent there?</summary>
    public static bool IsWebAddress(string? text) =>
        text is { Length: <= 2000 } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0;
}
