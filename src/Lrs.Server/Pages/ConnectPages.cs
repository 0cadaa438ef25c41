using Lrs.Server.Http;

namespace Lrs.Server.Pages;

/// <summary>The addresses that reporting tools and other record stores need.</summary>
/// <param name="OData">Root of the OData service.</param>
/// <param name="Xapi">Root of the record store.</param>
internal sealed record Addresses(string OData, string Xapi);

/// <summary>How to reach the data from elsewhere.</summary>
internal static class ConnectPages
{
    public static IResult Show(Origins origins) => new View("Connect", new Addresses($"{origins.App}/odata/", $"{origins.App}/xapi/"));
}
