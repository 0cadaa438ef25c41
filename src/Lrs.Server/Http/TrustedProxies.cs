using System.Net;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lrs.Server.Http;

/// <summary>The proxies whose forwarded headers count (<c>Lrs:TrustedProxies</c>), read at start.</summary>
internal sealed class TrustedProxies
{
    private readonly List<System.Net.IPNetwork> networks = [];
    private readonly List<IPAddress> addresses = [];

    /// <summary>Reads addresses and networks, separated by commas.</summary>
    /// <exception cref="SettingsException">One of them is neither.</exception>
    public TrustedProxies(string setting)
    {
        foreach (var proxy in setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(proxy, out var address))
            {
                addresses.Add(address);
            }
            else
            {
                throw new SettingsException($"Lrs:TrustedProxies: '{proxy}' is neither an address nor a network.");
            }
        }
    }

    /// <summary>Trusts these and nobody else; without any, forwarded headers mean nothing.</summary>
    public void Apply(ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = networks.Count + addresses.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        networks.ForEach(forwarded.KnownIPNetworks.Add);
        addresses.ForEach(forwarded.KnownProxies.Add);
    }
}
