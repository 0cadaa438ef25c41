using System.Net;
using System.Net.Sockets;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Lrs.Server.Http;

/// <summary>The addresses that the server listens on: checked before anything is made, then given to Kestrel.</summary>
internal static class Listener
{
    /// <summary>Refuses an address that cannot be listened on, so that a start that must fail leaves nothing behind.</summary>
    /// <exception cref="SettingsException">An address is https, taken, or not of this machine.</exception>
    public static void Check(Uri address)
    {
        if (address.Scheme is "https")
        {
            throw new SettingsException($"{address} is an https address, and this server listens without TLS: let a proxy end TLS, and set Lrs:App:Listen and Lrs:Content:Listen to where the proxy reaches the server.");
        }

        foreach (var ip in Addresses(address))
        {
            try
            {
                using var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(ip, address.Port));
                socket.Listen();
            }
            catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                throw new SettingsException($"{address} is taken: another program listens there. Stop it, or set Lrs:AppUrl and Lrs:ContentUrl (or Lrs:App:Listen and Lrs:Content:Listen) to other ports.");
            }
            catch (SocketException fault)
            {
                throw new SettingsException($"The server cannot listen on {address}: {fault.Message}. See Lrs:AppUrl and Lrs:ContentUrl (or Lrs:App:Listen and Lrs:Content:Listen).");
            }
        }
    }

    /// <summary>Lets Kestrel listen on an address: on the loopback for <c>localhost</c>, on one IP address, or on all for any other host name.</summary>
    public static void Add(KestrelServerOptions kestrel, Uri address)
    {
        if (address.Host is "localhost")
        {
            kestrel.ListenLocalhost(address.Port);
        }
        else if (IPAddress.TryParse(address.Host, out var ip))
        {
            kestrel.Listen(ip, address.Port);
        }
        else
        {
            kestrel.ListenAnyIP(address.Port);
        }
    }

    private static IEnumerable<IPAddress> Addresses(Uri address) =>
        address.Host is "localhost" ? [IPAddress.Loopback]
        : IPAddress.TryParse(address.Host, out var ip) ? [ip]
        : [Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any];
}
