using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>What kind of actor.</summary>
public enum ActorKind
{
    /// <summary>A person or a system.</summary>
    Agent,

    /// <summary>Several agents; anonymous if it has no identifier of its own.</summary>
    Group,
}

/// <summary>An account on some system (Data 2.4.2.4; 9274.1.1 4.2.2.1).</summary>
/// <param name="HomePage">The system.</param>
/// <param name="Name">The name or number by which that system knows the person.</param>
public sealed record Account(Iri HomePage, string Name);

/// <summary>
/// Who did it: an agent or a group, known by at most one inverse functional identifier: mbox, mbox_sha1sum, openid or account
/// (Data 2.4.2; 9274.1.1 4.2.2.1). Only an anonymous group has none.
/// </summary>
public sealed record Actor
{
    /// <summary>Agent or group.</summary>
    public ActorKind Kind { get; init; }

    /// <summary>A name for people to read.</summary>
    public string? Name { get; init; }

    /// <summary>A mail address as <c>mailto:</c> IRI.</summary>
    public Iri? Mbox { get; init; }

    /// <summary>The SHA-1 of a <c>mailto:</c> IRI, 40 hexadecimal digits as sent.</summary>
    public string? MboxSha1 { get; init; }

    /// <summary>An OpenID.</summary>
    public Iri? OpenId { get; init; }

    /// <summary>An account.</summary>
    public Account? Account { get; init; }

    /// <summary>The agents of a group, in the order sent; empty for an agent.</summary>
    public IReadOnlyList<Actor> Members { get; init; } = [];

    /// <summary>
    /// The identifier as one unambiguous text, equal exactly when two actors are the same one: <c>mbox mailto:a@b.example</c>,
    /// <c>sha1 …</c> in lower case, <c>openid …</c>, <c>account homePage name</c> (a homePage has no blank). Null for an anonymous group.
    /// </summary>
    public string? Key =>
        Mbox is not null ? "mbox " + Mbox.Text
        : MboxSha1 is not null ? "sha1 " + MboxSha1.ToLowerInvariant()
        : OpenId is not null ? "openid " + OpenId.Text
        : Account is not null ? $"account {Account.HomePage.Text} {Account.Name}"
        : null;

    /// <summary>Reads one agent or group, as the <c>agent</c> query parameter and the launch API send it; null if it has faults.</summary>
    public static Actor? Read(ReadOnlyMemory<byte> json, XapiVersion version, Faults faults) => JsonBody.Read(json, version, faults, ActorReader.Read);

    /// <summary>The actor that a key (see <see cref="Key"/>) stands for, an agent with nothing but its identifier; null if the text is no key.</summary>
    public static Actor? FromKey(string key)
    {
        var blank = key.IndexOf(' ', StringComparison.Ordinal);
        var rest = blank < 0 ? "" : key[(blank + 1)..];
        var second = rest.IndexOf(' ', StringComparison.Ordinal);
        return (blank < 0 ? "" : key[..blank]) switch
        {
            "mbox" when Iri.TryParse(rest, out var mbox) => new() { Mbox = mbox },
            "sha1" when rest.Length is 40 && rest.All(char.IsAsciiHexDigit) => new() { MboxSha1 = rest },
            "openid" when Iri.TryParse(rest, out var openId) => new() { OpenId = openId },
            "account" when second > 0 && Iri.TryParse(rest[..second], out var homePage) => new() { Account = new(homePage, rest[(second + 1)..]) },
            _ => null,
        };
    }

    /// <summary>Writes the actor as a JSON object with its <c>objectType</c>, identifier, name and members.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("objectType"u8, Kind is ActorKind.Group ? "Group"u8 : "Agent"u8);
        WriteIf(json, "name", Name);
        WriteIf(json, "mbox", Mbox?.Text);
        WriteIf(json, "mbox_sha1sum", MboxSha1);
        WriteIf(json, "openid", OpenId?.Text);
        if (Account is not null)
        {
            json.WriteStartObject("account"u8);
            json.WriteString("homePage"u8, Account.HomePage.Text);
            json.WriteString("name"u8, Account.Name);
            json.WriteEndObject();
        }

        if (Members.Count > 0)
        {
            json.WriteStartArray("member"u8);
            foreach (var member in Members)
            {
                member.WriteTo(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
