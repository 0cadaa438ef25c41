using Lrs.Server.Settings;

namespace Lrs.Server.Http;

/// <summary>
/// How many bytes of bodies the server may hold at one time. Counted as they come, until the answer is sent, so that neither many senders nor
/// slow ones, nor a database that keeps requests waiting, fill the memory.
/// </summary>
internal sealed class BodyBudget(StatementSettings settings)
{
    private long held;

    /// <summary>The time in which a body must have come.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(settings.BodySeconds);

    /// <summary>Bytes held now.</summary>
    public long Held => Volatile.Read(ref held);

    /// <summary>What one request holds; given back when it is disposed.</summary>
    public Share Open() => new(this);

    /// <summary>The part of one request.</summary>
    internal sealed class Share(BodyBudget budget) : IDisposable
    {
        private long taken;

        /// <summary>Takes room for so many bytes in all.</summary>
        /// <exception cref="BodiesFullException">There is none.</exception>
        public void Hold(long bytes)
        {
            var more = bytes - taken;
            if (Interlocked.Add(ref budget.held, more) > budget.Limit)
            {
                Interlocked.Add(ref budget.held, -more);
                throw new BodiesFullException();
            }

            taken = bytes;
        }

        public void Dispose() => Interlocked.Add(ref budget.held, -Interlocked.Exchange(ref taken, 0));
    }

    private long Limit { get; } = settings.BodiesInMemory;
}

/// <summary>All room for bodies is taken; answered with 503.</summary>
internal sealed class BodiesFullException() : Exception("The server holds as many requests as it may; nothing was stored. Try again.");
