namespace Lrs.Server.Accounts;

/// <summary>Origins of scripts (RFC 6454), as a browser writes them in the Origin header.</summary>
internal static class WebOrigin
{
    /// <summary>The origin that the text is, written as a browser does: in lower case, without a usual port. Null when it is more than an origin, or none.</summary>
    public static string? Parse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" } ? Of(uri) : null;

    /// <summary>The origin of an address; null when it is not of the web.</summary>
    public static string? Of(Uri address) =>
        address.Scheme is not ("http" or "https") || address.Host.Contains('*') ? null
        : address.IsDefaultPort ? $"{address.Scheme}://{Host(address)}"
        : $"{address.Scheme}://{Host(address)}:{address.Port}";

    // Names outside ASCII as they go over the wire; addresses of IPv6 in their brackets.
    private static string Host(Uri address) => address.HostNameType is UriHostNameType.IPv6 ? address.Host : address.IdnHost;
}
