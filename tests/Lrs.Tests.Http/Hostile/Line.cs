using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Lrs.Tests.Http.Hostile;

/// <summary>An answer as it came over the line.</summary>
internal sealed record LineAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>A connection that sends whatever it is given and checks nothing: an ordinary client would not send most of it.</summary>
internal sealed class Line(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TcpClient? client;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Sends bytes and reads one answer; null when the server closed the connection without one.</summary>
    /// <exception cref="TimeoutException">It did not answer in half a minute.</exception>
    public async Task<LineAnswer?> Send(byte[] request, bool isHead)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await Ask(request, isHead, patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("No answer came in time.");
        }
        catch (IOException)
        {
            Close();
            return null;
        }
    }

    public void Dispose() => Close();

    private async Task<LineAnswer?> Ask(byte[] request, bool isHead, CancellationToken cancel)
    {
        if (client is null)
        {
            client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(address.Host, address.Port, cancel);
            start = end = 0;
        }

        await client.GetStream().WriteAsync(request, cancel);
        if (await ReadLine(cancel) is not { } first)
        {
            Close();
            return null;
        }

        var status = int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLine(cancel) is { Length: > 0 } line)
        {
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        }

        var body = isHead || status is 204 or 304 ? [] : await ReadBody(headers, cancel);
        if (headers.TryGetValue("Connection", out var connection) && connection.Contains("close", StringComparison.OrdinalIgnoreCase))
        {
            Close();
        }

        return new LineAnswer(status, headers, body);
    }

    private async Task<byte[]> ReadBody(Dictionary<string, string> headers, CancellationToken cancel)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            return await ReadBytes(int.Parse(length, CultureInfo.InvariantCulture), cancel);
        }

        if (!headers.ContainsKey("Transfer-Encoding"))
        {
            return [];
        }

        var whole = new List<byte>();
        while (true)
        {
            var size = int.Parse((await ReadLine(cancel))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.AddRange(await ReadBytes(size, cancel));
            await ReadLine(cancel);
            if (size == 0)
            {
                return [.. whole];
            }
        }
    }

    private async Task<byte[]> ReadBytes(int count, CancellationToken cancel)
    {
        while (end - start < count && await Fill(cancel))
        {
        }

        var bytes = buffer[start..Math.Min(end, start + count)];
        start += bytes.Length;
        return bytes;
    }

    private async Task<string?> ReadLine(CancellationToken cancel)
    {
        while (true)
        {
            var at = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            if (at >= 0)
            {
                var line = Encoding.Latin1.GetString(buffer, start, at - start).TrimEnd('\r');
                start = at + 1;
                return line;
            }

            if (!await Fill(cancel))
            {
                return null;
            }
        }
    }

    private async Task<bool> Fill(CancellationToken cancel)
    {
        if (start > 0)
        {
            Array.Copy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await client!.GetStream().ReadAsync(buffer.AsMemory(end), cancel);
        end += read;
        return read > 0;
    }

    private void Close()
    {
        client?.Dispose();
        client = null;
    }
}
