using System.Globalization;
using System.Text;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>The results that "cmi5 defined" statements may have (cmi5 9.5), and the category that goes with them (9.6.2.2).</summary>
internal static class Cmi5Results
{
    /// <summary>Why the statement is refused; null when its result is right.</summary>
    public static Refusal? Check(SessionView view, Statement statement)
    {
        var result = statement.Result;
        var verb = statement.Verb.Id.Text;
        return Success(verb, result) ?? Completion(verb, result) ?? Duration(verb, result) ?? Category(statement, result) ?? Score(view, statement, result?.Score);
    }

    private static Refusal? Success(string verb, Result? result) => (verb, result?.Success) switch
    {
        (Verbs.Passed, not true) => Cmi5Gate.Forbidden("success", "9.5.2", "'passed' has result.success true."),
        (Verbs.Failed, not false) => Cmi5Gate.Forbidden("success", "9.5.2", "'failed' has result.success false."),
        (not (Verbs.Passed or Verbs.Failed), not null) => Cmi5Gate.Forbidden("success", "9.5.2", "Only 'passed' and 'failed' have result.success."),
        _ => null,
    };

    private static Refusal? Completion(string verb, Result? result) => (verb, result?.Completion) switch
    {
        (Verbs.Completed, not true) => Cmi5Gate.Forbidden("completion", "9.5.3", "'completed' has result.completion true."),
        (not Verbs.Completed, not null) => Cmi5Gate.Forbidden("completion", "9.5.3", "Only 'completed' has result.completion."),
        _ => null,
    };

    private static Refusal? Duration(string verb, Result? result) => verb is not Verbs.Initialized && result?.Duration is null
        ? Cmi5Gate.Forbidden("duration", "9.5.4.1", $"'{Cmi5Gate.NameOf(verb)}' needs result.duration.")
        : null;

    private static Refusal? Category(Statement statement, Result? result)
    {
        var counts = result?.Success is not null || result?.Completion is not null;
        return counts == Cmi5Gate.Has(statement, Cmi5Iri.MoveOnCategory) ? null
            : counts ? Cmi5Gate.Forbidden("moveon.category", "9.6.2.2", "A statement with result.success or result.completion needs the category moveon.")
            : Cmi5Gate.Forbidden("moveon.category", "9.6.2.2", "The category moveon goes only with result.success or result.completion.");
    }

    private static Refusal? Score(SessionView view, Statement statement, Score? score)
    {
        if (score is null)
        {
            return null;
        }

        var verb = statement.Verb.Id.Text;
        return verb is not (Verbs.Passed or Verbs.Failed) ? Cmi5Gate.Forbidden("score", "9.5.1", "Only 'passed' and 'failed' have a score.")
            : score.Raw is not null && (score.Min is null || score.Max is null) ? Cmi5Gate.Forbidden("score.raw", "9.5.1", "A raw score needs min and max.")
            : view.Unit.Mastery is { } mastery ? Mastery(statement, verb, score, mastery)
            : null;
    }

    private static Refusal? Mastery(Statement statement, string verb, Score score, decimal mastery) =>
        verb is Verbs.Passed && score.Scaled < mastery ? Cmi5Gate.Forbidden("mastery", "9.3.4", $"'passed' with the score {Text(score.Scaled)}, which is less than the mastery score {Text(mastery)}.")
        : verb is Verbs.Failed && score.Scaled >= mastery ? Cmi5Gate.Forbidden("mastery", "9.3.5", $"'failed' with the score {Text(score.Scaled)}, which is not less than the mastery score {Text(mastery)}.")
        : Number(statement.Context!.Extensions, Cmi5Iri.MasteryScore) != mastery ? Cmi5Gate.Forbidden("mastery.extension", "9.6.3.2", $"A score that is judged needs the mastery score {Text(mastery)} in the context extension {Cmi5Iri.MasteryScore}.")
        : null;

    private static decimal? Number(Extensions extensions, string iri) =>
        extensions.TryGet(iri, out var json) && decimal.TryParse(Encoding.UTF8.GetString(json.Span), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
