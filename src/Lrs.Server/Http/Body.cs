namespace Lrs.Server.Http;

/// <summary>Reading a request's body whole, up to a limit.</summary>
internal static class Body
{
    private const int FirstRoom = 16 * 1024;
    private const int MostFirstRoom = 1024 * 1024;

    /// <summary>All bytes of the body.</summary>
    /// <exception cref="BodyTooLargeException">It is longer than <paramref name="limit"/> bytes.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAll(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        // What a client announces is not yet sent: room grows with what comes.
        var room = new byte[Math.Min(request.ContentLength + 1 ?? FirstRoom, MostFirstRoom)];
        var length = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(room.AsMemory(length), cancel);
            if (read == 0)
            {
                return room.AsMemory(0, length);
            }

            length += read;
            if (length > limit)
            {
                throw new BodyTooLargeException(limit);
            }

            if (length == room.Length)
            {
                Array.Resize(ref room, (int)Math.Min((long)room.Length * 2, (long)limit + 1));
            }
        }
    }
}

/// <summary>A body is longer than the setting allows; answered with 413.</summary>
internal sealed class BodyTooLargeException(int limit) : Exception($"The body is longer than {limit:N0} bytes, the most that is taken here.");
