using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads agents and groups (Data 2.4.2; 9274.1.1 4.2.2.1).</summary>
internal static class ActorReader
{
    public static Actor? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var kind = ObjectTypes.Peek(json) is "Group" ? ActorKind.Group : ActorKind.Agent;
        var isGroup = kind is ActorKind.Group;
        string? name = null;
        Iri? mbox = null;
        string? sha1 = null;
        Iri? openId = null;
        Account? account = null;
        List<Actor>? members = null;
        var noMembers = true;
        var fields = new Fields(reading, isGroup ? "a group" : "an agent");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "objectType":
                    ObjectTypes.Check(ref json, reading, Rule.ActorObjectType, "Agent", "Group");
                    break;
                case "name":
                    name = ValueReader.Text(ref json, reading);
                    break;
                case "mbox":
                    mbox = IdentifierReader.Mbox(ref json, reading);
                    break;
                case "mbox_sha1sum":
                    sha1 = IdentifierReader.Sha1(ref json, reading);
                    break;
                case "openid":
                    openId = ValueReader.Iri(ref json, reading);
                    break;
                case "account":
                    account = IdentifierReader.Account(ref json, reading);
                    break;
                case "member" when isGroup:
                    var found = reading.Faults.Found;
                    members = ValueReader.Array(ref json, reading, Member);
                    noMembers = members is not { Count: > 0 } && reading.Faults.Found == found;
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        CheckIdentifier(fields, isGroup, noMembers, reading.Faults);
        return new()
        {
            Kind = kind, Name = name, Mbox = mbox, MboxSha1 = sha1, OpenId = openId, Account = account, Members = members ?? (IReadOnlyList<Actor>)[],
        };
    }

    private static Actor? Member(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is JsonTokenType.StartObject && ObjectTypes.Peek(json) is "Group")
        {
            reading.Faults.Add(Rule.GroupMemberGroup, "A member of a group must be an agent, not a group.");
            json.Skip();
            return null;
        }

        return Read(ref json, reading);
    }

    private static void CheckIdentifier(Fields fields, bool isGroup, bool noMembers, Faults faults)
    {
        var identifiers = 0;
        foreach (var name in (ReadOnlySpan<string>)["mbox", "mbox_sha1sum", "openid", "account"])
        {
            identifiers += fields.Has(name) ? 1 : 0;
        }

        if (identifiers > 1)
        {
            faults.Add(Rule.ActorIdentifierMany, "Has more than one of mbox, mbox_sha1sum, openid and account; exactly one identifies an actor.");
        }
        else if (identifiers is 0 && !isGroup)
        {
            faults.Add(Rule.ActorIdentifierMissing, "An agent needs one of mbox, mbox_sha1sum, openid and account.");
        }
        else if (identifiers is 0 && noMembers)
        {
            faults.Add(Rule.GroupMemberMissing, "A group without an identifier needs members.");
        }
    }
}
