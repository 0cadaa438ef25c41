using System.Text;
using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>Authorities of statements (xAPI Data 2.4.9): agents known by an account whose home page starts with the tenant's IRI.</summary>
internal static class Authority
{
    /// <summary>The agent as compact JSON.</summary>
    public static string Of(Actor agent)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            agent.WriteTo(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>An agent known by an account, as JSON.</summary>
    public static string Account(string homePage, string name) =>
        $"{{\"objectType\":\"Agent\",\"account\":{{\"homePage\":\"{JsonEncodedText.Encode(homePage)}\",\"name\":\"{JsonEncodedText.Encode(name)}\"}}}}";
}
