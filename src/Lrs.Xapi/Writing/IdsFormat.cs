using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>
/// Format <c>ids</c> (Communication 2.1.3): of actors, verbs and activities only what identifies them; of an anonymous group what identifies its members.
/// </summary>
internal sealed class IdsFormat(JsonCopier copier) : StatementRewriter(copier)
{
    protected override void Actor(ref Utf8JsonReader json)
    {
        var identified = IsIdentified(json);
        Copier.Object(ref json, name => name switch
        {
            "objectType" or "mbox" or "mbox_sha1sum" or "openid" or "account" => Copier.Copy,
            "member" when !identified => Members,
            _ => null,
        });
    }

    protected override void Verb(ref Utf8JsonReader json) => OnlyId(ref json);

    protected override void Activity(ref Utf8JsonReader json) => OnlyId(ref json);

    private static bool IsIdentified(Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("mbox"u8) || json.ValueTextEquals("mbox_sha1sum"u8) || json.ValueTextEquals("openid"u8) || json.ValueTextEquals("account"u8))
            {
                return true;
            }

            json.Read();
            json.Skip();
        }

        return false;
    }

    private void OnlyId(ref Utf8JsonReader json) => Copier.Object(ref json, name => name is "id" ? Copier.Copy : null);

    private void Members(ref Utf8JsonReader json) => Copier.Each(ref json, Actor);
}
