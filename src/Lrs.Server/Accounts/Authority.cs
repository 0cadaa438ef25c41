using System.Text.Json;

namespace Lrs.Server.Accounts;

/// <summary>Authorities of statements (xAPI Data 2.4.9): agents known by an account whose home page starts with the tenant's IRI.</summary>
internal static class Authority
{
    /// <summary>The agent as JSON.</summary>
    public static string Account(string homePage, string name) =>
        $"{{\"objectType\":\"Agent\",\"account\":{{\"homePage\":\"{JsonEncodedText.Encode(homePage)}\",\"name\":\"{JsonEncodedText.Encode(name)}\"}}}}";
}
