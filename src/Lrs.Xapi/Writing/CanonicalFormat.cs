using System.Buffers;
using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// Format <c>canonical</c> (Communication 2.1.3): activities with the store's definition, and one language in every map of verbs and activities.
/// Actors stay as they are.
/// </summary>
internal sealed class CanonicalFormat(JsonCopier copier, LanguagePreference languages, Func<string, ReadOnlyMemory<byte>?> definitionOf) : StatementRewriter(copier)
{
    protected override void Actor(ref Utf8JsonReader json) => Copier.Copy(ref json);

    protected override void Verb(ref Utf8JsonReader json) => Copier.Object(ref json, name => name is "display" ? BestText : Copier.Copy);

    protected override void Activity(ref Utf8JsonReader json)
    {
        var known = IdOf(json) is { } id ? definitionOf(id) : null;
        if (known is not { Length: > 0 } definition)
        {
            Copier.Object(ref json, name => name is "definition" ? Definition : Copier.Copy);
            return;
        }

        Copier.Object(
            ref json,
            name => name is "definition" ? null : Copier.Copy,
            empty =>
            {
                Copier.Output.Write(empty ? "\"definition\":"u8 : ",\"definition\":"u8);
                var stored = new JsonCopier(definition, Copier.Output);
                stored.Run(new CanonicalFormat(stored, languages, definitionOf).Definition);
            });
    }

    private static string? IdOf(Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals("id"u8);
            json.Read();
            if (found)
            {
                return json.TokenType is JsonTokenType.String ? json.GetString() : null;
            }

            json.Skip();
        }

        return null;
    }

    private void Definition(ref Utf8JsonReader json) => Copier.Object(ref json, name => name switch
    {
        "name" or "description" => BestText,
        "choices" or "scale" or "source" or "target" or "steps" => Components,
        _ => Copier.Copy,
    });

    private void Components(ref Utf8JsonReader json) => Copier.Each(ref json, Component);

    private void Component(ref Utf8JsonReader json) => Copier.Object(ref json, name => name is "description" ? BestText : Copier.Copy);

    /// <summary>Writes a language map with its best entry only.</summary>
    private void BestText(ref Utf8JsonReader json)
    {
        var ahead = json;
        var tags = new List<KeyValuePair<LanguageTag, string>>();
        while (ahead.Read() && ahead.TokenType is JsonTokenType.PropertyName)
        {
            if (LanguageTag.TryParse(ahead.GetString(), out var tag))
            {
                tags.Add(new(tag, ""));
            }

            ahead.Read();
        }

        var best = new LanguageMap(tags).BestEntry(languages)?.Key.Text;
        Copier.Object(ref json, name => name == best ? Copier.Copy : null);
    }
}
