using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lrs.Data;
using Lrs.Tests.Http.Pages;
using Xunit;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>The files of the page Connect: each is well formed, holds the address and no secret, and the address answers with rows. The scripts are run.</summary>
public sealed partial class OpeningTools
{
    [Theory, EveryDatabase]
    public async Task Every_file_is_well_formed_and_its_address_answers_with_rows(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        var page = await visitor.Read("/connect?about=Fire+%26+safety");
        var links = Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();

        Assert.Equal((3 * 6) + 1, links.Count);
        foreach (var link in links)
        {
            var answer = await visitor.Open(link);
            var text = await answer.Text();
            var name = answer.Content.Headers.ContentDisposition!.FileName!.Trim('"');
            Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition.DispositionType));
            Assert.Equal(link.Split('?')[0], $"/connect/{name}");
            Assert.DoesNotContain(TestLrs.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestLrs.Key, text, StringComparison.Ordinal);

            Assert.Equal(name.StartsWith("completed", StringComparison.Ordinal) || name.StartsWith("unfinished", StringComparison.Ordinal), text.Contains("Force,Rank,Role", StringComparison.Ordinal));
            var rows = (await TestLrs.Read(await lrs.Http.GetAsync(Address(name, text)))).GetProperty("value");
            Assert.True(rows.GetArrayLength() == Expected(name) || (Expected(name) is null && rows.GetArrayLength() > 5), $"{name}: {rows.GetArrayLength()} rows\n{text}");
        }

        foreach (var (path, status) in new[] { ("/connect/completed.exe", 404), ("/connect/nothing.py", 404), ("/connect/tables.py", 404), ("/connect/answers.py?about=" + new string('x', 501), 400), ("/connect?about=a%0Ab", 400) })
        {
            Assert.True(status == (int)(await visitor.Open(path)).StatusCode, path);
        }
    }

    [Theory, EveryDatabase]
    public async Task An_answer_can_be_taken_as_csv_from_the_page_and_words_stay_words(Dialect dialect)
    {
        await using var lrs = await Training.Start(dialect);
        using var visitor = new Visitor(lrs);
        await visitor.SignIn();
        foreach (var (words, rows) in new[] { ("", 3), ("safety", 3), ("https://example.org/law/q1", 1), ("it's", 0), ("\"; $(reboot) `x` #(lf) </Mashup>]]> \\", 0), ("a+b %27", 0) })
        {
            var page = await visitor.Read("/connect?about=" + Uri.EscapeDataString(words));
            var csv = WebUtility.HtmlDecode(Csv().Matches(page)[^1].Groups[1].Value);
            var lines = (await (await visitor.Open(csv)).Text()).TrimEnd().Split("\r\n");
            Assert.StartsWith("QuestionId,QuestionText,InteractionType,Response", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
            Assert.Equal(rows, lines.Length - 1);

            foreach (var file in Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(link => link.Contains("answers", StringComparison.Ordinal)))
            {
                var address = Address(file.Split('?')[0].Split('/')[^1], await visitor.Read(file));
                Assert.Equal(rows, (await TestLrs.Read(await lrs.Http.GetAsync(address))).GetProperty("value").GetArrayLength());
            }
        }
    }

    [Theory]
    [InlineData("py", "python3")]
    [InlineData("sh", "sh")]
    public async Task A_script_runs_and_writes_what_it_says(string ending, string program)
    {
        await using var lrs = await Training.Start(Dialect.Sqlite, ending is "py" ? "Lrs:Reports:PageSize=2" : "Lrs:Reports:PageSize=5000");
        using var visitor = new Visitor(lrs);
        using var folder = new TestFolder();
        await visitor.SignIn();
        foreach (var (question, rows, column) in new[] { ("completed", 4, "Learner"), ("unfinished", 2, "ActivityId"), ("answers", 3, "QuestionText") })
        {
            var script = Path.Combine(folder.Path, $"{question}.{ending}");
            await File.WriteAllTextAsync(script, await visitor.Read($"/connect/{question}.{ending}"));
            var start = new ProcessStartInfo(program, [script]) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true, Environment = { ["LRS_KEY"] = TestLrs.Key, ["LRS_SECRET"] = TestLrs.Secret } };
            using var process = Process.Start(start)!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.True(process.ExitCode == 0, error);
            var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Path, question + ".csv"));
            Assert.Contains(column, lines[0], StringComparison.Ordinal);
            Assert.Equal(rows, lines.Length - 1);
        }
    }

    // How many rows the address of a file gives; the tables' is the service document.
    private static int? Expected(string name) => name.Split('.')[0] switch { "completed" => 4, "unfinished" => 2, "answers" => 3, _ => null };

    /// <summary>The address in a file, read as its tool reads it.</summary>
    private static string Address(string name, string text) => Path.GetExtension(name) switch
    {
        ".pbids" => JsonDocument.Parse(text).RootElement.GetProperty("connections")[0] is var connection && connection.GetProperty("mode").GetString() is "Import" && connection.GetProperty("details").GetProperty("protocol").GetString() is "odata"
            ? connection.GetProperty("details").GetProperty("address").GetProperty("url").GetString()!
            : throw new InvalidOperationException(text),
        ".odc" => Feed(Mashup(text)),
        ".pq" => Feed(text),
        ".sh" => Shell().Match(text).Groups[1].Value.Replace("\\$", "$", StringComparison.Ordinal),
        _ => Assigned().Match(text).Groups[1].Value,
    };

    private static string Feed(string formula)
    {
        Assert.StartsWith("let", formula, StringComparison.Ordinal);
        Assert.Equal(formula.Count(c => c is '('), formula.Count(c => c is ')'));
        Assert.Equal(0, formula.Count(c => c is '"') % 2);
        return Fed().Match(formula).Groups[1].Value;
    }

    // The island of XML with the connection, and the one within it.
    private static string Mashup(string odc)
    {
        XNamespace office = "urn:schemas-microsoft-com:office:odc", data = "http://schemas.microsoft.com/DataMashup";
        var connection = XElement.Parse(Island().Match(odc).Groups[1].Value);
        Assert.Equal("OLEDB", connection.Element(office + "PowerQueryConnection")!.Attribute(office + "Type")!.Value);
        var query = XElement.Parse(connection.Element(office + "PowerQueryMashupData")!.Value.Trim()).Descendants(data + "Query").Single();
        Assert.Contains($"Location={query.Attribute("Name")!.Value};", connection.Descendants(office + "ConnectionString").Single().Value, StringComparison.Ordinal);
        return query.Element(data + "Formula")!.Value;
    }

    [GeneratedRegex("href=\"(/connect/[^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("href=\"(/odata/[^\"]+csv)\"")]
    private static partial Regex Csv();

    [GeneratedRegex("OData\\.Feed\\(\"([^\"]+)\", null, \\[Implementation = \"2\\.0\"\\]\\)")]
    private static partial Regex Fed();

    [GeneratedRegex("address (?:=|<-) \"([^\"]+)\"")]
    private static partial Regex Assigned();

    [GeneratedRegex("\\\\\n  \"([^\"]+)\"")]
    private static partial Regex Shell();

    [GeneratedRegex("<xml id=msodc>(.*)</xml>", RegexOptions.Singleline)]
    private static partial Regex Island();
}
