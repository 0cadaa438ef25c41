using System.Buffers;

namespace Lrs.Xapi;

/// <summary>One learning experience: who did what to what (Data 2; 9274.1.1 4.2). Immutable; its bytes are what the client sent.</summary>
public sealed class Statement
{
    private StatementKeys? keys;

    /// <summary>The JSON object as received, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Its id, if the client gave one.</summary>
    public Guid? Id { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Did what.</summary>
    public required Verb Verb { get; init; }

    /// <summary>To what.</summary>
    public required StatementObject Object { get; init; }

    /// <summary>With what outcome.</summary>
    public Result? Result { get; init; }

    /// <summary>In which surroundings.</summary>
    public Context? Context { get; init; }

    /// <summary>When, as written.</summary>
    public XapiTime? When { get; init; }

    /// <summary>When, as a point in time.</summary>
    public DateTimeOffset? Timestamp => When?.Instant;

    /// <summary>When it was stored. On what a client sends this is only a claim; <see cref="Finish"/> drops it.</summary>
    public DateTimeOffset? Stored { get; init; }

    /// <summary>Who vouches for it. On what a client sends this is only a claim; <see cref="Finish"/> drops it.</summary>
    public Actor? Authority { get; init; }

    /// <summary>The version it names, if any.</summary>
    public string? Version { get; init; }

    /// <summary>Files that belong to it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The attachments of the statement and of its SubStatement.</summary>
    public IEnumerable<Attachment> AllAttachments => Object is SubStatement { Attachments.Count: > 0 } sub ? [.. Attachments, .. sub.Attachments] : Attachments;

    /// <summary>What queries find it by.</summary>
    public StatementKeys Keys => keys ??= StatementKeys.Of(this);

    /// <summary>Where its properties stand in <see cref="Bytes"/>.</summary>
    internal IReadOnlyList<PropertyPlace> Places { get; init; } = [];

    /// <summary>What must change on the way into the store, in order of place.</summary>
    internal IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>
    /// The statement as it would be read out of the log (<see cref="StatementReader.ReadStored"/>), without reading it: what <see cref="Finish"/> sets is set,
    /// the rest says the same in the finished bytes.
    /// </summary>
    /// <param name="id">The id under which it was stored.</param>
    /// <param name="stored">When it was stored.</param>
    /// <param name="authority">Who vouches.</param>
    /// <param name="version">The data model of the request.</param>
    /// <param name="bytes">What <see cref="Finish"/> wrote.</param>
    public Statement AsStored(Guid id, DateTimeOffset stored, Actor? authority, XapiVersion version, ReadOnlyMemory<byte> bytes) => new()
    {
        Bytes = bytes,
        Id = id,
        Actor = Actor,
        Verb = Verb,
        Object = Object,
        Result = Result,
        Context = Context,
        When = When ?? XapiTime.Of(stored),
        Stored = stored,
        Authority = authority,
        Version = Version ?? version.DefaultStatementVersion(),
        Attachments = Attachments,
        keys = Keys,
    };

    /// <summary>
    /// Writes the statement as it will be stored and given out: every property as received, byte for byte, except that <c>id</c> is added if
    /// missing (a given one must be <paramref name="id"/>), <c>stored</c> and <c>authority</c> are set, <c>timestamp</c> is <c>stored</c> if missing and
    /// in V2 brought to UTC with all its digits, <c>version</c> is added if missing, and a context activity that stands alone becomes a list of one (Data 2.4.6.2).
    /// </summary>
    /// <param name="id">The id under which it is stored.</param>
    /// <param name="stored">When it is stored; written to the microsecond.</param>
    /// <param name="authority">A JSON object, the actor who vouches.</param>
    /// <param name="version">The data model of the request.</param>
    /// <param name="output">Takes the UTF-8.</param>
    public void Finish(Guid id, DateTimeOffset stored, ReadOnlySpan<byte> authority, XapiVersion version, IBufferWriter<byte> output) =>
        FinishedStatement.Write(this, id, stored, authority, version, output);
}

/// <summary>Where a top-level property stands: its name with quotes and its value.</summary>
internal readonly record struct PropertyPlace(string Name, int Start, int Value, int End);

/// <summary>Bytes to be replaced on the way into the store.</summary>
internal readonly record struct Edit(int At, int Length, string With);
