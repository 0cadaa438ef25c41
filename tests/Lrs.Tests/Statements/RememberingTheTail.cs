using System.Text;
using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Statements;

/// <summary>What a process remembers of the logs it has just written to.</summary>
public sealed class RememberingTheTail
{
    private static readonly TenantId Here = TenantId.From(1);
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Statement Said = StatementReader.Read(
        Encoding.UTF8.GetBytes("""{"actor":{"mbox":"mailto:a@force.example"},"verb":{"id":"https://force.example/did"},"object":{"id":"https://force.example/it"}}"""),
        XapiVersion.V1,
        new Faults())!;

    private readonly LogTail tail = new();

    [Fact]
    public void Gives_what_follows_a_position()
    {
        tail.Add(Here, Entries(5, 6, 7));

        Assert.Equal([6, 7], Seqs(tail.After(Here, 5, 500)));
        Assert.Equal([6], Seqs(tail.After(Here, 5, 1)));
        Assert.Equal([5, 6, 7], Seqs(tail.After(Here, 4, 500)));
    }

    [Fact]
    public void Gives_nothing_where_it_does_not_know_all_that_follows()
    {
        tail.Add(Here, Entries(5, 6));

        Assert.Null(tail.After(Here, 3, 500));
        Assert.Null(tail.After(Here, 6, 500));
        Assert.Null(tail.After(TenantId.From(2), 5, 500));
    }

    [Fact]
    public void Forgets_what_came_before_another_nodes_statements()
    {
        tail.Add(Here, Entries(5, 6));
        tail.Add(Here, Entries(9, 10));

        Assert.Null(tail.After(Here, 4, 500));
        Assert.Equal([9, 10], Seqs(tail.After(Here, 8, 500)));
    }

    [Fact]
    public void Keeps_no_more_than_its_bound()
    {
        tail.Add(Here, Entries([.. Enumerable.Range(1, 1_500)]));
        tail.Add(Here, Entries([.. Enumerable.Range(1_501, 1_500)]));

        Assert.Null(tail.After(Here, 999, 500));
        Assert.Equal(500, tail.After(Here, 1_000, 500)!.Count);
        tail.Add(TenantId.From(2), Entries(1, 2));
        Assert.Null(tail.After(TenantId.From(2), 0, 500));
    }

    [Fact]
    public void Lets_go_of_what_is_old()
    {
        tail.Add(Here, Entries(1, 2));
        tail.Trim(Now.AddSeconds(2));
        Assert.NotNull(tail.After(Here, 0, 500));

        tail.Trim(Now.AddSeconds(4));
        Assert.Null(tail.After(Here, 0, 500));
        tail.Add(Here, Entries(3));
        Assert.Equal([3], Seqs(tail.After(Here, 2, 500)));
    }

    private static List<LogEntry> Entries(params int[] seqs) => [.. seqs.Select(seq => new LogEntry(seq, Guid.NewGuid(), Now, false, 1, 2, 3, Said))];

    private static IEnumerable<long> Seqs(List<LogEntry>? entries) => entries!.Select(entry => entry.Seq);
}
