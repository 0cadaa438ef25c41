using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lrs.Benchmarks;

/// <summary>
/// One kept-alive HTTP/1.1 connection that costs the client as little as may be: client, server and database share the
/// machine, and a comfortable client would be measured with them.
/// </summary>
internal sealed class HttpLine : IDisposable
{
    private const string Ending = "\r\n\r\n";

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] answer = new byte[1 << 16];

    public HttpLine(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(string method, string path, ReadOnlySpan<byte> body)
    {
        var head = $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {ServerProcess.Basic}\r\nX-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nContent-Length: {body.Length}{Ending}";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Sends a request and reads its answer, which must be a success; gives the answer's length.</summary>
    public async Task<int> Ask(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var length = 0;
        do
        {
            if (length == answer.Length)
            {
                Array.Resize(ref answer, length * 2);
            }

            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }
        while (!IsWhole(answer.AsSpan(0, length)));

        return answer[9] == '2' ? length : throw new InvalidOperationException(Encoding.UTF8.GetString(answer, 0, Math.Min(length, 2_000)));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            // In chunks, or without a body as 204 is.
            return answer[..head].IndexOf("chunked"u8) < 0 || answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = answer[(at + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        return answer.Length - head - 4 >= int.Parse(end < 0 ? digits : digits[..end]);
    }
}
