using System.Buffers;
using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

/// <summary>A statement just stored is shown to those who follow the log as if it had been read out of it.</summary>
public sealed class StoredWithoutReading
{
    private static readonly Guid Id = new("11111111-2222-4333-8444-555555555555");
    private static readonly DateTimeOffset Stored = new DateTimeOffset(2026, 11, 25, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_560);
    private static readonly byte[] Authority = Encoding.UTF8.GetBytes("""{"objectType":"Agent","name":"The store","account":{"homePage":"https://lrs.example","name":"it"}}""");

    [Theory]
    [MemberData(nameof(Corpus.Valid), MemberType = typeof(Corpus))]
    public void It_says_the_same(string file)
    {
        foreach (var version in Corpus.Versions(file))
        {
            foreach (var statement in StatementReader.ReadBatch(Corpus.Bytes(file), version, new Faults()) ?? [])
            {
                var bytes = new ArrayBufferWriter<byte>();
                statement.Finish(statement.Id ?? Id, Stored, Authority, version, bytes);
                Same(StatementReader.ReadStored(bytes.WrittenMemory), statement.AsStored(statement.Id ?? Id, Stored, Actor.Read(Authority, version, new Faults()), version, bytes.WrittenMemory));
            }
        }
    }

    private static void Same(Statement read, Statement shown)
    {
        Assert.Equal(read.Id, shown.Id);
        Assert.Equal(read.Timestamp, shown.Timestamp);
        Assert.Equal(read.Stored, shown.Stored);
        Assert.Equal(read.Version, shown.Version);
        Assert.Equal(read.Bytes.ToArray(), shown.Bytes.ToArray());
        Assert.Equivalent(read.Keys, shown.Keys, strict: true);
        Assert.Equal(read.Actors().Select(actor => (actor.Key, actor.Name)), shown.Actors().Select(actor => (actor.Key, actor.Name)));
        Assert.Equal(read.Activities().Select(Said), shown.Activities().Select(Said));
        Assert.Equal(read.AllAttachments.Count(), shown.AllAttachments.Count());
        Assert.True(SameStatement.Are(read, shown));
    }

    private static (string, string) Said(Activity activity) => (activity.Id.Text, Encoding.UTF8.GetString((activity.Definition?.Bytes ?? default).Span));
}
