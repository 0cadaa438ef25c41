using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lrs.Data;

namespace Lrs.Server.Surveys;

/// <summary>
/// Submissions that wait for their release. They share rows: each arrival rewrites a row with all its submissions in a new random order, so the database
/// itself (its row order, its transaction numbers) knows no more of one than that it is among the others.
/// </summary>
internal sealed class WaitingAnswers(Database database)
{
    // A row is rewritten at each arrival; a full one is left alone and the next begun.
    private const int MostInBlock = 200;

    // The first row of an edition is there before anything is in it: whoever adds locks it.
    private const string Begin = """
        INSERT INTO survey_waiting (tenant, survey, edition, block, definition, count, answers)
        VALUES (@tenant, @survey, @edition, 0, @definition, 0, '[]')
        ON CONFLICT DO NOTHING
        """;

    private const string FirstBlock = "SELECT 1 FROM survey_waiting WHERE tenant = @tenant AND survey = @survey AND edition = @edition AND block = 0";

    private static readonly PerDialect Lock = new(
        Sqlite: FirstBlock,
        Postgres: $"{FirstBlock} FOR UPDATE");

    private const string Newest = """
        SELECT block, count, answers FROM survey_waiting
        WHERE tenant = @tenant AND survey = @survey AND edition = @edition
        ORDER BY block DESC LIMIT 1
        """;

    private const string Put = """
        INSERT INTO survey_waiting (tenant, survey, edition, block, definition, count, answers)
        VALUES (@tenant, @survey, @edition, @block, @definition, @count, @answers)
        ON CONFLICT (tenant, survey, edition, block) DO UPDATE SET count = excluded.count, answers = excluded.answers
        """;

    /// <summary>Adds a submission.</summary>
    /// <param name="tenant">Whose survey.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="definition">The text that defines it.</param>
    /// <param name="answers">The answers as JSON.</param>
    /// <param name="cancel">Ends it.</param>
    public Task Add(TenantId tenant, Survey survey, string definition, string answers, CancellationToken cancel)
    {
        var edition = SHA256.HashData(Encoding.UTF8.GetBytes(definition));
        return database.Write(
            tenant,
            async work =>
            {
                // Again when a release took the row away between the two.
                do
                {
                    await work.Run(Begin, ("@survey", survey.Iri), ("@edition", edition), ("@definition", definition));
                }
                while (!await work.Any(Lock, ("@survey", survey.Iri), ("@edition", edition)));

                var newest = await work.One(Newest, row => (Block: row.Int(0), Count: row.Int(1), Answers: row.Text(2)), ("@survey", survey.Iri), ("@edition", edition));
                var isFull = newest.Count >= MostInBlock;
                var block = isFull ? newest.Block + 1 : newest.Block;
                var all = (isFull ? [] : Submissions(newest.Answers)).Append(answers).ToArray();
                RandomNumberGenerator.Shuffle(all.AsSpan());
                await work.Run(
                    Put,
                    ("@survey", survey.Iri),
                    ("@edition", edition),
                    ("@block", block),
                    ("@definition", definition),
                    ("@count", all.Length),
                    ("@answers", $"[{string.Join(',', all)}]"));
                return true;
            },
            cancel);
    }

    /// <summary>Takes out all that wait for surveys with at least so many submissions, inside a larger transaction.</summary>
    public static async Task<IReadOnlyList<(Survey Survey, IReadOnlyList<IReadOnlyDictionary<string, string>> Submissions)>> Take(Work work, int fewest)
    {
        var blocks = await work.All(
            "SELECT survey, definition, count, answers FROM survey_waiting WHERE tenant = @tenant",
            row => (Survey: row.Text(0), Definition: row.Text(1), Count: row.Int(2), Answers: row.Text(3)));
        var taken = new List<(Survey, IReadOnlyList<IReadOnlyDictionary<string, string>>)>();
        foreach (var survey in blocks.GroupBy(block => block.Survey).Where(survey => survey.Sum(block => block.Count) >= fewest))
        {
            foreach (var edition in survey.GroupBy(block => block.Definition))
            {
                if (SurveyFiles.Read(edition.Key) is { } asked)
                {
                    taken.Add((asked, [.. edition.SelectMany(block => Submissions(block.Answers)).Select(text => JsonSerializer.Deserialize<Dictionary<string, string>>(text)!)]));
                }
            }

            await work.Run("DELETE FROM survey_waiting WHERE tenant = @tenant AND survey = @survey", ("@survey", survey.Key));
        }

        return taken;
    }

    private static string[] Submissions(string answers) =>
        [.. JsonSerializer.Deserialize<List<JsonElement>>(answers)!.Select(submission => submission.GetRawText())];
}
