using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>A statement on its way into the log.</summary>
/// <param name="Statement">What was read.</param>
/// <param name="Id">Its id: the client's, else a new one.</param>
/// <param name="Authority">The agent, as JSON, who vouches for it (xAPI Data 2.4.9).</param>
/// <param name="Version">The version the client spoke; becomes the statement's when it has none.</param>
internal sealed record NewStatement(Statement Statement, Guid Id, ReadOnlyMemory<byte> Authority, XapiVersion Version)
{
    /// <summary>Did the client choose the id? Only then can another statement have it.</summary>
    public bool IdIsGiven { get; init; } = Statement.Id is not null;

    /// <summary>May its sender not say what activities and agents are?</summary>
    public bool DefinesNothing { get; init; }

    /// <summary>The same with an id of ours where the client gave none.</summary>
    public static NewStatement From(Statement statement, ReadOnlyMemory<byte> authority, XapiVersion version) =>
        new(statement, statement.Id ?? Guid.CreateVersion7(), authority, version);
}

/// <summary>
/// Decides, inside the writer's transaction and in the log's order, whether statements may enter, and runs the caller's own
/// SQL there. It sees the statements that are new (not those the log already holds), and may add consequences of its own,
/// which go into the same commit. When it refuses or throws, what it wrote is undone.
/// </summary>
internal delegate Task<Verdict> Admission(Lrs.Data.Work work, IReadOnlyList<NewStatement> fresh);

/// <summary>What an admission says.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The statements enter, and these after them.</summary>
    public sealed record Accepted(IReadOnlyList<NewStatement> Consequences) : Verdict
    {
        public static Accepted Plain { get; } = new(Array.Empty<NewStatement>());
    }

    /// <summary>The statements are as they should be and are answered so, but nothing enters: an author looks at a course.</summary>
    public sealed record Heard : Verdict;

    /// <summary>Nothing enters.</summary>
    public sealed record Refused(Refusal Refusal) : Verdict;
}

/// <summary>What can happen when statements are appended. Nothing else can; when the database is away, an exception says so.</summary>
internal abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>All are in the log, durably.</summary>
    /// <param name="Ids">The ids in the order of the request.</param>
    /// <param name="Fresh">How many were not there before.</param>
    public sealed record Kept(IReadOnlyList<Guid> Ids, int Fresh) : AppendOutcome;

    /// <summary>Another statement has this id; nothing was kept (xAPI Communication 2.1.1).</summary>
    public sealed record Clash(Guid Id) : AppendOutcome;

    /// <summary>The admission refused; nothing was kept.</summary>
    public sealed record Refused(Refusal Refusal) : AppendOutcome;

    /// <summary>Too many requests wait; try again later.</summary>
    public sealed record Busy : AppendOutcome;
}
