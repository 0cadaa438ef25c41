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
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(budget.Patience);
        try
        {
            return await Gather(request, limit, share, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new BadHttpRequestException($"The body did not come within {budget.Patience.TotalSeconds:N0} seconds.", StatusCodes.Status408RequestTimeout);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Gather(HttpRequest request, int limit, BodyBudget.Share share, CancellationToken cancel)
    {
        // What a client announces is not yet sent: room grows with what comes.
        var first = Math.Min(request.ContentLength + 1 ?? FirstRoom, MostFirstRoom);
        share.Hold(first);
        var room = new byte[first];
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
                var next = (int)Math.Min((long)room.Length * 2, (long)limit + 1);
                share.Hold(next);
                Array.Resize(ref room, next);
            }
        }
    }
}

/// <summary>A body is longer than the setting allows; answered with 413.</summary>
internal sealed class BodyTooLargeException(int limit) : Exception($"The body is longer than {limit:N0} bytes, the most that is taken here.");
