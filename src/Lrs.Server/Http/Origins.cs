using Lrs.Server.Settings;

namespace Lrs.Server.Http;

/// <summary>
/// The two origins: the application, and the content origin where uploaded (untrusted) course files and the player live.
/// A request belongs to one of them, and an endpoint of the other does not exist for it. Where they listen on different
/// ports the port decides, and the content port answers to its own host name only (cookies ignore ports); where a proxy
/// brings both to one port, the Host header decides.
/// </summary>
internal sealed class Origins
{
    private readonly Uri appListen;
    private readonly Uri contentListen;
    private readonly string contentHost;
    private readonly string appHost;

    /// <summary>Reads the addresses.</summary>
    /// <exception cref="SettingsException">The two listeners cannot be told apart.</exception>
    public Origins(LrsSettings settings)
    {
        App = settings.AppUrl.TrimEnd('/');
        Content = settings.ContentUrl.TrimEnd('/');
        appListen = Address(settings.App.Listen is "" ? App : settings.App.Listen);
        contentListen = Address(settings.Content.Listen is "" ? Content : settings.Content.Listen);
        appHost = new Uri(App).Host;
        contentHost = HostOf(Content);
        if (!SameListener && appListen.Port == contentListen.Port)
        {
            throw new SettingsException($"{appListen} and {contentListen} have one port on two addresses. Give Lrs:AppUrl and Lrs:ContentUrl two ports, or Lrs:App:Listen and Lrs:Content:Listen the same address.");
        }
    }

    /// <summary>Public address of the application, without a slash at the end.</summary>
    public string App { get; }

    /// <summary>Public address of the content origin; may hold <c>*</c> for one label.</summary>
    public string Content { get; }

    /// <summary>Do both origins share a host name, so that cookies of one reach the other?</summary>
    public bool ShareHost => appHost.Equals(contentHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The addresses to listen on, one or two.</summary>
    public IReadOnlyList<Uri> Listen => SameListener ? [appListen] : [appListen, contentListen];

    private bool SameListener => appListen.Authority == contentListen.Authority;

    /// <summary>The content origin's address for one label (a course version), for minting links.</summary>
    public string ContentFor(string label) => Content.Replace("*", label, StringComparison.Ordinal);

    /// <summary>Which origin a request is for; null when its Host is no name of the origin whose port it came to.</summary>
    public Origin? Of(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var isContentHost = MatchesContent(host);
        if (SameListener)
        {
            return isContentHost ? Origin.Content : Origin.App;
        }

        if (context.Connection.LocalPort == contentListen.Port)
        {
            return isContentHost ? Origin.Content : null;
        }

        return isContentHost && !ShareHost ? null : Origin.App;
    }

    /// <summary>Is this the value of an Origin header from the content origin?</summary>
    public bool IsContentOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme == Address(Content).Scheme
        && uri.Port == Address(Content).Port
        && MatchesContent(uri.Host);

    private bool MatchesContent(string host)
    {
        if (!contentHost.Contains('*'))
        {
            return host.Equals(contentHost, StringComparison.OrdinalIgnoreCase);
        }

        var (before, after) = (contentHost[..contentHost.IndexOf('*')], contentHost[(contentHost.IndexOf('*') + 1)..]);
        return host.Length > before.Length + after.Length
            && host.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            && host.EndsWith(after, StringComparison.OrdinalIgnoreCase)
            && !host[before.Length..^after.Length].Contains('.');
    }

    private static string HostOf(string address) => new Uri(address.Replace("*", "wildcard", StringComparison.Ordinal)).Host.Replace("wildcard", "*", StringComparison.Ordinal);

    private static Uri Address(string text) => new(text.Replace("*", "wildcard", StringComparison.Ordinal));
}

/// <summary>One of the two origins.</summary>
internal enum Origin
{
    /// <summary>The application: pages, /api, /xapi, /odata.</summary>
    App,

    /// <summary>The content origin: the player and course files.</summary>
    Content,

    /// <summary>Both: probes.</summary>
    Any,
}

/// <summary>Endpoint metadata: which origin an endpoint lives on. Without it, the application.</summary>
internal sealed record LivesOn(Origin Origin);
