using System.Buffers;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class ReadingTheCorpus
{
    public static TheoryData<string> Valid => Corpus.Valid;

    public static TheoryData<string> Invalid => Corpus.Invalid;

    [Theory, MemberData(nameof(Valid))]
    public void A_valid_file_has_no_faults(string file)
    {
        foreach (var version in Corpus.Versions(file))
        {
            var faults = new Faults();
            var statements = StatementReader.ReadBatch(Corpus.Bytes(file), version, faults);
            Assert.True(statements is not null && faults.Count is 0, $"{file} as {version}: {string.Join("; ", faults)}");
        }
    }

    [Theory, MemberData(nameof(Invalid))]
    public void An_invalid_file_breaks_exactly_its_rule(string file)
    {
        foreach (var version in Corpus.Versions(file))
        {
            var faults = new Faults();
            Assert.Null(StatementReader.ReadBatch(Corpus.Bytes(file), version, faults));
            Assert.Equal([file.Split('/')[1]], faults.Select(f => f.Rule.Code).Distinct());
            Assert.All(faults, f => Assert.True(f.Path.StartsWith('$') && f.Message.EndsWith('.'), f.ToString()));
        }
    }

    [Fact]
    public void Every_rule_about_statements_has_a_folder_and_every_folder_a_rule()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Corpus.Folder, "invalid")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
        var rules = Rule.All.Where(r => !r.IsAboutRequests).Select(r => r.Code).Order(StringComparer.Ordinal);
        Assert.Equal(rules, folders);
        Assert.All(Directory.EnumerateDirectories(Path.Combine(Corpus.Folder, "invalid")), f => Assert.NotEmpty(Directory.EnumerateFiles(f, "*.json")));
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_names_its_clause()
    {
        Assert.Equal(Rule.All.Count, Rule.All.Select(r => r.Code).Distinct().Count());
        Assert.All(Rule.All, r => Assert.Matches("Data|Communication|9274|RFC", r.Clause));
    }

    [Theory, MemberData(nameof(Valid))]
    public void What_is_finished_reads_again_and_says_the_same(string file)
    {
        foreach (var version in Corpus.Versions(file))
        {
            foreach (var statement in StatementReader.ReadBatch(Corpus.Bytes(file), version, new Faults())!)
            {
                var id = statement.Id ?? Guid.CreateVersion7();
                var output = new ArrayBufferWriter<byte>();
                statement.Finish(id, new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), """{"mbox":"mailto:lrs@force.example"}"""u8, version, output);

                var faults = new Faults();
                var again = StatementReader.Read(output.WrittenMemory, version, faults);
                Assert.True(again is not null, string.Join("; ", faults));
                Assert.Equal(id, again.Id);
                Assert.Equal("mbox mailto:lrs@force.example", again.Authority!.Key);
                Assert.True(SameStatement.Are(statement, again), file);
                Assert.Equivalent(statement.Keys, again.Keys, strict: true);
                Assert.True(SameStatement.Are(statement, StatementReader.ReadStored(output.WrittenMemory)));
            }
        }
    }
}
