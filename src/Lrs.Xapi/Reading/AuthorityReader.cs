using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads the authority a client claims: an agent, or the anonymous group of application and user of 3-legged OAuth (Data 2.4.9; 9274.1.1 4.2.4.2).</summary>
internal static class AuthorityReader
{
    public static Actor? Read(ref Utf8JsonReader json, Reading reading)
    {
        var found = reading.Faults.Found;
        var authority = ActorReader.Read(ref json, reading);
        if (authority is { Kind: ActorKind.Group } && reading.Faults.Found == found
            && (authority.Key is not null || authority.Members.Count is not 2 || authority.Members.All(m => m.Account is null)))
        {
            reading.Faults.Add(Rule.AuthorityGroup, "A group as authority has no identifier and two agents: the application, known by an account, and the user.");
        }

        return authority;
    }
}
