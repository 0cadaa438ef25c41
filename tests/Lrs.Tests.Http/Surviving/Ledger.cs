using System.Collections.Concurrent;

namespace Lrs.Tests.Http.Surviving;

/// <summary>What the writers of a kill test sent, and what the server acknowledged.</summary>
internal sealed class Ledger
{
    private int increments;
    private int perhaps;
    private int unavailable;
    private int lost;

    /// <summary>Ids that were sent, and in which request.</summary>
    public ConcurrentDictionary<Guid, Request> Sent { get; } = new();

    /// <summary>Requests that were acknowledged, per writer, in order.</summary>
    public ConcurrentDictionary<int, List<Request>> Acknowledged { get; } = new();

    /// <summary>Every request with statements.</summary>
    public ConcurrentBag<Request> Requests { get; } = [];

    /// <summary>The documents of which each has one writer.</summary>
    public ConcurrentDictionary<string, OwnDocument> Documents { get; } = new();

    /// <summary>Answers that nobody should get.</summary>
    public ConcurrentBag<string> Surprises { get; } = [];

    /// <summary>How often the shared counter was certainly, and how often perhaps, made one larger.</summary>
    public (int Sure, int Perhaps) Increments => (Volatile.Read(ref increments), Volatile.Read(ref perhaps));

    /// <summary>Answers 503, and requests without an answer.</summary>
    public (int Unavailable, int Lost) Failures => (Volatile.Read(ref unavailable), Volatile.Read(ref lost));

    public void Incremented(bool surely)
    {
        if (surely)
        {
            Interlocked.Increment(ref increments);
        }
        else
        {
            Interlocked.Increment(ref perhaps);
        }
    }

    public void Failed(bool answered)
    {
        if (answered)
        {
            Interlocked.Increment(ref unavailable);
        }
        else
        {
            Interlocked.Increment(ref lost);
        }
    }
}

/// <summary>One request with statements.</summary>
/// <param name="Ids">The statements' ids, in order.</param>
/// <param name="Json">One statement, or a list.</param>
/// <param name="ByPut">PUT with the id in the address, not POST.</param>
/// <param name="Voids">What it voids, if it does.</param>
internal sealed record Request(IReadOnlyList<Guid> Ids, string Json, bool ByPut, Guid? Voids)
{
    /// <summary>The data of the one statement's attachment; null when it has none.</summary>
    public byte[]? Data { get; init; }

    /// <summary>The server said that it has them.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>It was sent at least once without an answer that says that nothing was stored.</summary>
    public bool IsUncertain { get; set; }
}

/// <summary>A document with one writer: what it surely holds, and what it may hold.</summary>
internal sealed class OwnDocument
{
    public string? Sure { get; set; }

    public string? Perhaps { get; set; }
}
