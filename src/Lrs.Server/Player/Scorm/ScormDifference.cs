using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>What a commit says that was not said before, as statements in the order in which it happened.</summary>
internal static class ScormDifference
{
    // Small steps would drown what matters.
    private const decimal ProgressStep = 0.05m;

    /// <summary>The statements between two snapshots of an attempt that counts.</summary>
    /// <param name="say">Makes them.</param>
    /// <param name="before">What was known.</param>
    /// <param name="after">What is known now.</param>
    /// <param name="sequence">The number of the commit.</param>
    public static IEnumerable<NewStatement> Between(ScormStatements say, ScormSnapshot before, ScormSnapshot after, long sequence)
    {
        foreach (var answer in Answers(before, after))
        {
            yield return say.Responded(answer, sequence);
        }

        foreach (var (verb, objective) in Objectives(before, after))
        {
            yield return say.OfObjective(verb, objective, sequence);
        }

        for (var index = 0; index < after.Comments.Count; index++)
        {
            if (before.Comments.ElementAtOrDefault(index) != after.Comments[index])
            {
                yield return say.Commented(index, after.Comments[index], sequence);
            }
        }

        if (after.Progress is { } progress && progress != before.Progress && (progress == 1 || Math.Floor(progress / ProgressStep) > Math.Floor((before.Progress ?? 0) / ProgressStep)))
        {
            yield return say.Progressed(progress, sequence);
        }

        if (after.Completion is Completion.Completed && before.Completion is not Completion.Completed)
        {
            yield return say.Completed(after);
        }

        if (after.Success is not Success.Unknown && after.Success != before.Success)
        {
            yield return say.Judged(after, sequence);
        }
    }

    // Content that journals gives every answer a place of its own; content that does not writes over the old one. Both are a change at a place.
    private static IEnumerable<ScormInteraction> Answers(ScormSnapshot before, ScormSnapshot after)
    {
        var known = before.Interactions.ToDictionary(answer => answer.Index);
        return after.Interactions.Where(answer =>
            (answer.Response is not null || answer.Result is not null)
            && (!known.TryGetValue(answer.Index, out var old) || old.Id != answer.Id || old.Response != answer.Response || old.Result != answer.Result));
    }

    private static IEnumerable<(string Verb, ScormObjective Objective)> Objectives(ScormSnapshot before, ScormSnapshot after)
    {
        var known = before.Objectives.GroupBy(objective => objective.Id).ToDictionary(same => same.Key, same => same.First());
        foreach (var objective in after.Objectives)
        {
            var old = known.GetValueOrDefault(objective.Id);
            if (objective.Success is not Success.Unknown && objective.Success != old?.Success)
            {
                yield return (objective.Success is Success.Passed ? Verbs.Passed : Verbs.Failed, objective);
            }
            else if (objective.Completion is Completion.Completed && old?.Completion is not Completion.Completed)
            {
                yield return (Verbs.Completed, objective);
            }
            else if (objective.Score is not null && objective.Score != old?.Score)
            {
                yield return (Verbs.Scored, objective);
            }
        }
    }
}
