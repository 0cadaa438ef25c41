using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Lrs.Tests.Http.Nodes;

/// <summary>What becomes of connections.</summary>
internal enum Line
{
    /// <summary>All passes.</summary>
    Open,

    /// <summary>New connections are closed at once, and those that are there are cut.</summary>
    Cut,

    /// <summary>Nothing passes any more, and nobody is told.</summary>
    Stalled,
}

/// <summary>A line to a PostgreSQL server, on a port of this machine, that can be cut and can be stalled.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly (string Host, int Port) target;
    private readonly Task accepting;
    private volatile TaskCompletionSource flow = Flowing();

    public Proxy(string host, int port)
    {
        target = (host, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = Accept();
    }

    public int Port { get; }

    public Line Line { get; private set; }

    /// <summary>Changes what becomes of connections, those that are there included.</summary>
    public void Set(Line line)
    {
        Line = line;
        if (line is Line.Stalled)
        {
            flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return;
        }

        if (line is Line.Cut)
        {
            foreach (var client in open.Keys)
            {
                client.Close();
            }
        }

        flow.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Set(Line.Cut);
        listener.Dispose();
        await accepting;
        end.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task Accept()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await listener.AcceptTcpClientAsync(end.Token));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        open[client] = open[server] = true;
        try
        {
            if (Line is Line.Cut)
            {
                return;
            }

            await server.ConnectAsync(target.Host, target.Port, end.Token);
            await Task.WhenAny(Copy(client, server), Copy(server, client));
        }
        catch (Exception fault) when (fault is SocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The line was cut.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private async Task Copy(TcpClient from, TcpClient to)
    {
        var room = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(room, end.Token) is > 0 and var read)
        {
            await flow.Task.WaitAsync(end.Token);
            await to.GetStream().WriteAsync(room.AsMemory(0, read), end.Token);
        }
    }
}
