using System.Buffers;
using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

/// <summary>Whatever is sent, the answer is a statement that can be stored and read again, or faults; never an exception.</summary>
public sealed class ReadingRubbish
{
    private static readonly byte[][] Pieces = [.. new[]
    {
        "\\ud800", "\\udc00", "\\u0000", "\\", "\"", "{", "}", "[", "]", ",", ":", "null", "1e999", "-0", "true", "\u00e9", "\"objectType\":\"Activit\\ud800\",", "\"id\":1,", "\"\":{},",
        "\"object\\u0054ype\":\"Group\",", "\"\\ud800\":1,",
    }.Select(Encoding.UTF8.GetBytes), [0xff], [0x00], [0xc0, 0x80], [0xef, 0xbb, 0xbf]];

    [Fact]
    public void Corpus_files_with_pieces_put_in_and_taken_out_are_read_or_refused()
    {
        var random = new Random(20261124);
        var files = Directory.EnumerateFiles(Corpus.Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(b => b.Length > 0).ToArray();
        var (read, refused) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = files[random.Next(files.Length)].ToList();
            for (var change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
            {
                var at = random.Next(bytes.Count);
                if (random.Next(3) is 0)
                {
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                }
                else
                {
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                }
            }

            var faults = new Faults();
            var version = random.Next(2) is 0 ? XapiVersion.V1 : XapiVersion.V2;
            var statements = StatementReader.ReadBatch(bytes.ToArray(), version, faults);
            Assert.Equal(statements is null, faults.Count > 0);
            _ = statements is null ? refused++ : read++;
            foreach (var statement in statements ?? [])
            {
                var output = new ArrayBufferWriter<byte>();
                statement.Finish(statement.Id ?? Guid.Empty, Some.Stored, """{"mbox":"mailto:a@b.example"}"""u8, version, output);
                Assert.True(SameStatement.Are(statement, StatementReader.ReadStored(output.WrittenMemory)));
                StatementFormatter.Ids(output.WrittenMemory, new ArrayBufferWriter<byte>());
                StatementFormatter.Canonical(output.WrittenMemory, LanguagePreference.None, _ => null, new ArrayBufferWriter<byte>());
            }
        }

        Assert.True(read > 200 && refused > 5_000, $"{read} read, {refused} refused");
    }
}
