using System.Text;
using Lrs.Server.People;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.People;

public sealed class ReadingDirectoryFiles
{
    [Fact]
    public async Task Quotes_commas_line_breaks_and_marks_are_read_as_written()
    {
        var (rows, faults) = await Read("\uFEFFmbox,Name,RANK\r\nada@example.org,\"Lovelace, \"\"Ada\"\"\",\n\r\n\"mailto:bob@example.org\",Bób,Sergeant");

        Assert.Empty(faults);
        Assert.Equal(["mbox mailto:ada@example.org", "mbox mailto:bob@example.org"], rows.Select(row => row.Agents.Single().Key));
        Assert.Equal(["Lovelace, \"Ada\"", "Bób"], rows.Select(row => row.Said["name"]));
        Assert.Equal([null, "Sergeant"], rows.Select(row => row.Said["rank"]));
        Assert.Equal([2, 4], rows.Select(row => row.Line));
    }

    [Fact]
    public async Task A_row_may_give_several_agents_of_one_person()
    {
        var (rows, _) = await Read("account,homePage,mbox,openid,mbox_sha1sum\n7,https://people.example.org,ada@example.org,https://id.example.org/ada,E3E6A0E0D5A5E1A1E3E6A0E0D5A5E1A1E3E6A0E0");

        Assert.Equal(4, rows.Single().Agents.Count);
        Assert.Equal("account https://people.example.org 7", rows.Single().Agents[0].Key);
    }

    [Theory]
    [InlineData("", "directory.header", "is empty")]
    [InlineData("mbox,grade\n", "directory.header", "no column 'grade'")]
    [InlineData("mbox,mbox\n", "directory.header", "twice")]
    [InlineData("name\nAda\n", "directory.header", "says who")]
    [InlineData("account,name\n7,Ada", "directory.header", "needs both columns")]
    [InlineData("mbox,name\na@b.example", "directory.fields", "Line 2 has 1 fields")]
    [InlineData("mbox,name\nAda,Ada", "directory.mbox", "Line 2: mbox")]
    [InlineData("mbox,name\n\n,Ada", "directory.identifier", "Line 3")]
    [InlineData("mbox,kind\na@b.example,dog", "directory.kind", "Line 2: kind is one of officer")]
    [InlineData("mbox,from\na@b.example,01/04/2026", "directory.from", "such as 2026-04-01")]
    [InlineData("mbox,from,until\na@b.example,2026-04-01,2026-04-01", "directory.until", "after from")]
    [InlineData("id\nada", "directory.id", "Line 2: id")]
    [InlineData("homePage,account\nno system,7", "directory.homePage", "IRI of a system")]
    [InlineData("mbox,openid\na@b.example,not an iri", "directory.openid", "is an IRI")]
    [InlineData("mbox,mbox_sha1sum\na@b.example,abc", "directory.mbox_sha1sum", "40 hexadecimal")]
    [InlineData("mbox,name\na@b.example,A \"quoted\" name", "directory.csv", "quote within a field on line 2")]
    [InlineData("mbox,name\na@b.example,\"Ada\"x", "directory.csv", "follows a closing quote on line 2")]
    [InlineData("mbox,name\na@b.example,\"Ada", "directory.csv", "opened on line 2 is never closed")]
    public async Task A_fault_names_its_rule_and_its_place(string csv, string rule, string words)
    {
        var (_, faults) = await Read(csv);

        Assert.Equal(rule, faults[0].Rule.Code);
        Assert.Contains(words, faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_UTF_8_is_said()
    {
        var faults = new Faults();
        await foreach (var _ in new DirectoryFile(new MemoryStream([.. "mbox,name\na@b.example,"u8, 0xE9]), faults).Rows(CancellationToken.None))
        {
        }

        Assert.Contains("not UTF-8", faults.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_found_and_the_rows_between_are_read()
    {
        var (rows, faults) = await Read("mbox,kind\nada,officer\nbob@example.org,officer\neve@example.org,cat");

        Assert.Equal(["directory.mbox", "directory.kind"], faults.Select(fault => fault.Rule.Code));
        Assert.Equal("mbox mailto:bob@example.org", rows.Single().Agents.Single().Key);
        Assert.Contains("line 2", faults[0].Path, StringComparison.Ordinal);
    }

    private static async Task<(List<DirectoryRow> Rows, Faults Faults)> Read(string csv)
    {
        var faults = new Faults();
        var rows = new List<DirectoryRow>();
        await foreach (var row in new DirectoryFile(new MemoryStream(Encoding.UTF8.GetBytes(csv)), faults).Rows(CancellationToken.None))
        {
            rows.Add(row);
        }

        return (rows, faults);
    }
}
