namespace Lrs.Server.Reports;

/// <summary>Finds what of an address lies below the service root.</summary>
internal static class ServiceAddress
{
    private const string Root = "/odata";

    /// <summary>The same for an address within a batch, which may name these hosts only.</summary>
    public static (string Path, string Query)? Below(string address, IReadOnlyList<string> hosts) =>
        address.StartsWith('/') || (Uri.TryCreate(address, UriKind.Absolute, out var url) && hosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase)) ? Below(address) : null;

    /// <summary>Path and query below the root of an absolute URL or path; null when it does not lead to the service.</summary>
    public static (string Path, string Query)? Below(string address)
    {
        var question = address.IndexOf('?');
        var path = question < 0 ? address : address[..question];
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        var start = path.StartsWith('/') ? 0 : scheme < 0 ? -1 : path.IndexOf('/', scheme + "://".Length);
        var root = start < 0 ? -1 : path.IndexOf(Root, start, StringComparison.OrdinalIgnoreCase);
        return root < 0 ? null : (path[(root + Root.Length)..].TrimStart('/'), question < 0 ? "" : address[question..]);
    }
}
