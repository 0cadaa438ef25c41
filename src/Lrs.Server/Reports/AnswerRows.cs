using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>Answers to questions: statements whose verb is answered or responded, about an interaction.</summary>
internal static class AnswerRows
{
    private const string Columns =
        "id, seq, attempt, registration, learner, question, question_text, interaction_type, response, correct_response, success, score_scaled, latency, stored, updated";

    private const string Values =
        "@id, @seq, @attempt, @registration, @learner, @question, @text, @type, @response, @correct, @success, @scaled, @latency, @stored, @stored2";

    private static readonly LanguagePreference Language = LanguagePreference.Of("en-GB", "en");

    private static readonly PerDialect Insert = new(
        Sqlite: $"INSERT OR IGNORE INTO answer (tenant, {Columns}) VALUES (@tenant, {Values})",
        Postgres: $"INSERT INTO answer (tenant, {Columns}) SELECT @tenant, t.* FROM unnest({Values}) AS t ON CONFLICT DO NOTHING");

    /// <summary>Is the statement an answer?</summary>
    public static bool IsAnswer(Statement statement) =>
        statement.Verb.Id.Text is Verbs.Answered or Verbs.Responded && statement.Object is Activity;

    /// <summary>Writes answers.</summary>
    public static Task Save(Work work, IReadOnlyList<(LogEntry Entry, Guid Learner, Guid? Attempt)> all)
    {
        Activity Question(int i) => (Activity)all[i].Entry.Statement.Object;
        T[] Each<T>(Func<int, T> what) => Enumerable.Range(0, all.Count).Select(what).ToArray();
        return work.Many(
            Insert,
            all.Count,
            ("@id", Each(i => all[i].Entry.Id)),
            ("@seq", Each(i => all[i].Entry.Seq)),
            ("@attempt", Each(i => all[i].Attempt)),
            ("@registration", Each(i => all[i].Entry.Statement.Context?.Registration)),
            ("@learner", Each(i => all[i].Learner)),
            ("@question", Each(i => Question(i).Id.Text)),
            ("@text", Each(i => Question(i).Definition?.Description.Best(Language) ?? Question(i).Definition?.Name.Best(Language))),
            ("@type", Each(i => Question(i).Definition?.InteractionType?.Text())),
            ("@response", Each(i => all[i].Entry.Statement.Result?.Response)),
            ("@correct", Each(i => Question(i).Definition?.CorrectResponsesPattern is { Count: > 0 } patterns ? string.Join(" or ", patterns) : null)),
            ("@success", Each(i => all[i].Entry.Statement.Result?.Success)),
            ("@scaled", Each(i => all[i].Entry.Statement.Result?.Score?.Scaled)),
            ("@latency", Each(i => all[i].Entry.Statement.Result?.Duration?.Length is { } length ? Micros.Of(length) : (long?)null)),
            ("@stored", Each(i => all[i].Entry.Stored)),
            ("@stored2", Each(i => all[i].Entry.Stored)));
    }
}
