using System.Buffers;

namespace Lrs.Server.Http;

/// <summary>Reading a request's body whole, up to a limit.</summary>
internal static class Body
{
    private const int FirstRoom = 16 * 1024;
    private const int MostFirstRoom = 1024 * 1024;

    /// <summary>All bytes of the body. What they take counts against <see cref="BodyBudget"/> until the answer is sent.</summary>
    /// <exception cref="BodyTooLargeException">It is longer than <paramref name="limit"/> bytes.</exception>
    /// <exception cref="BodiesFullException">There is no room for it at the moment.</exception>
    /// <exception cref="BadHttpRequestException">It did not come in time (408).</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAll(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        var budget = request.HttpContext.RequestServices.GetRequiredService<BodyBudget>();
        var share = budget.Open();
        request.HttpContext.Response.RegisterForDispose(share);

        // The read is ended, not cancelled: a cancelled one could not be followed by the connection's own reading.
        using var patience = new CancellationTokenSource(budget.Patience);
        await using var over = patience.Token.Register(request.BodyReader.CancelPendingRead);
        return await Gather(request, limit, share, cancel)
            ?? throw new BadHttpRequestException($"The body did not come within {budget.Patience.TotalSeconds:N0} seconds.", StatusCodes.Status408RequestTimeout);
    }

    /// <summary>All bytes of a part of the body, held as the whole is; the stream must end by itself when it is too slow.</summary>
    /// <exception cref="BodyTooLargeException">It is longer than <paramref name="limit"/> bytes.</exception>
    /// <exception cref="BodiesFullException">There is no room for it at the moment.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAll(Stream part, HttpContext context, int limit, CancellationToken cancel)
    {
        var share = context.RequestServices.GetRequiredService<BodyBudget>().Open();
        context.Response.RegisterForDispose(share);
        share.Hold(FirstRoom);
        var room = new byte[FirstRoom];
        var length = 0;
        while (true)
        {
            if (length == room.Length)
            {
                var next = (int)Math.Min((long)room.Length * 2, limit + 1L);
                share.Hold(next);
                Array.Resize(ref room, next);
            }

            var read = await part.ReadAsync(room.AsMemory(length), cancel);
            if (read == 0)
            {
                return room.AsMemory(0, length);
            }

            length += read;
            if (length > limit)
            {
                throw new BodyTooLargeException(limit);
            }
        }
    }

    // Null when the time is over.
    private static async Task<ReadOnlyMemory<byte>?> Gather(HttpRequest request, int limit, BodyBudget.Share share, CancellationToken cancel)
    {
        // What a client announces is not yet sent: room grows with what comes.
        var first = (int)Math.Min(request.ContentLength ?? FirstRoom, MostFirstRoom);
        share.Hold(first);
        var room = new byte[first];
        var length = 0;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel);
            if (read.IsCanceled)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start);
                return null;
            }

            try
            {
                var more = read.Buffer.Length;
                if (more > limit - length)
                {
                    throw new BodyTooLargeException(limit);
                }

                if (length + more > room.Length)
                {
                    var next = (int)Math.Min(Math.Max((long)room.Length * 2, length + more), limit);
                    share.Hold(next);
                    Array.Resize(ref room, next);
                }

                read.Buffer.CopyTo(room.AsSpan(length));
                length += (int)more;
            }
            finally
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
            }

            if (read.IsCompleted)
            {
                return room.AsMemory(0, length);
            }
        }
    }
}

/// <summary>A body is longer than the setting allows; answered with 413.</summary>
internal sealed class BodyTooLargeException(long limit, string what = "body") : Exception($"The {what} is longer than {limit:N0} bytes, the most that is taken here.");
