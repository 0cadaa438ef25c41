using System.Text.Json;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

/// <summary>
/// Every schema that was ever released, with data in it, is brought up to date and answers as it did. <c>LRS_TEST_WRITE_SCHEMA=1</c> writes the dumps of
/// the current one, which is done once for each release.
/// </summary>
public sealed class EarlierSchemas
{
    // Enough of what the dump's server answered; the rest may grow with the product.
    private static readonly string[] Sets = ["Learners", "Attempts", "Answers", "Courses", "Units"];

    public static TheoryData<string> Dumps => [.. Directory.GetFiles(SchemaDump.Folder, "*.sql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Dumps))]
    public async Task Brought_up_to_date_they_hold_what_they_held(string dump)
    {
        var dialect = dump.Contains(".sqlite.", StringComparison.Ordinal) ? Dialect.Sqlite : Dialect.Postgres;
        await using var place = await Installation.Make(dialect);
        await SchemaDump.Load(place, await File.ReadAllTextAsync(Path.Combine(SchemaDump.Folder, dump)));
        await using var server = await place.StartHere();
        using var http = place.Client();

        Assert.Equal(Steps(dialect), await StoredLog.Query(place, "SELECT name FROM migration ORDER BY name", row => row.GetString(0)));
        var rows = await StoredLog.Rows(place);
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(seq => (long)seq), rows.Select(row => row.Seq));
        Assert.Superset(Enumerable.Range(0, 52).Select(Sample.Id).ToHashSet(), rows.Select(row => row.Id).ToHashSet());
        await Survivors.CheckKeys(http, [.. rows.Where(row => row.Body.GetProperty("actor").TryGetProperty("mbox", out _))], new Random(1), 10);
        foreach (var document in Sample.Documents)
        {
            Assert.Equal($"{document.Length}", (await TestLrs.Read(await http.GetAsync(document))).GetProperty("at").GetString());
        }

        await Survivors.Followed(place);
        var counts = new Dictionary<string, int>();
        foreach (var set in Sets)
        {
            counts[set] = (await TestLrs.Read(await http.GetAsync($"/odata/{set}"))).GetProperty("value").GetArrayLength();
        }

        Assert.All(counts, set => Assert.True(set.Value > 0, $"{set.Key} is empty."));
        Assert.Equal(1, (await TestLrs.Read(await http.GetAsync("/api/courses"))).GetArrayLength());
        Assert.True((await http.PostAsync("/xapi/statements", TestLrs.Json(Some.Statement()))).IsSuccessStatusCode);
    }

    [Theory, EveryDatabase]
    public async Task The_newest_schema_can_be_written_as_a_dump_and_read_back(Dialect dialect)
    {
        await using var place = await Installation.Make(dialect);
        using (var server = await place.Start())
        {
            using var http = place.Client();
            await Sample.Fill(http);
            await Survivors.Followed(place);
            Assert.Equal(0, await server.Stop());
        }

        var dump = await SchemaDump.Write(place);
        if (Environment.GetEnvironmentVariable("LRS_TEST_WRITE_SCHEMA") is "1")
        {
            await File.WriteAllTextAsync(Path.Combine(SchemaDump.Folder, SchemaDump.NameOf(Steps(dialect)[^1], dialect)), dump);
        }

        await using var other = await Installation.Make(dialect);
        await SchemaDump.Load(other, dump);
        Assert.Equal(JsonSerializer.Serialize(await StoredLog.Rows(place)), JsonSerializer.Serialize(await StoredLog.Rows(other)));
        Assert.Equal(await StoredLog.ReportRows(place), await StoredLog.ReportRows(other));
        using var again = await other.Start();
    }

    private static List<string> Steps(Dialect dialect) =>
        [.. Directory.GetFiles(Repository.Path($"src/Lrs.Data/Migrations/{(dialect is Dialect.Sqlite ? "sqlite" : "postgres")}"), "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
