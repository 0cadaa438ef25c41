using Lrs.Packages;

namespace Lrs.Server.Player;

/// <summary>Reads what content has said out of the data model of its version.</summary>
internal static class ScormReading
{
    /// <summary>The snapshot that these elements make.</summary>
    public static ScormSnapshot Read(PackageKind kind, Cmi cmi) => kind is PackageKind.Scorm12 ? Scorm12(cmi) : Scorm2004(cmi);

    // RTE 1.2 3.4.4. One element holds both statuses. A failed learner is not said to have completed: whether failing ends it is the attempt's matter.
    private static ScormSnapshot Scorm12(Cmi cmi)
    {
        var (completion, success) = Status12(cmi["cmi.core.lesson_status"]);
        return new ScormSnapshot
        {
            Completion = completion,
            Success = success,
            Score = ScormScore.Of(cmi["cmi.core.score.raw"], cmi["cmi.core.score.min"], cmi["cmi.core.score.max"]),
            Suspends = cmi["cmi.core.exit"] is "suspend" or "logout",
            SessionTime = Told(ScormTime.Of12(cmi["cmi.core.session_time"])),
            Interactions = cmi.Indexes("cmi.interactions").Select(index => Interaction12(cmi, index)).OfType<ScormInteraction>().ToList(),
            Objectives = cmi.Indexes("cmi.objectives").Select(index => Objective12(cmi, index)).OfType<ScormObjective>().ToList(),
            Comments = cmi["cmi.comments"] is { Length: > 0 } comments ? [comments] : [],
        };
    }

    // RTE 2004 4.2.
    private static ScormSnapshot Scorm2004(Cmi cmi) => new()
    {
        Completion = Completion2004(cmi["cmi.completion_status"]),
        Success = Success2004(cmi["cmi.success_status"]),
        Score = ScormScore.Of(cmi["cmi.score.scaled"], cmi["cmi.score.raw"], cmi["cmi.score.min"], cmi["cmi.score.max"]),
        Progress = ScormScore.Number(cmi["cmi.progress_measure"]) is { } progress and >= 0 and <= 1 ? progress : null,
        Suspends = cmi["cmi.exit"] is "suspend" or "logout",
        SessionTime = Told(ScormTime.Of2004(cmi["cmi.session_time"])),
        Interactions = cmi.Indexes("cmi.interactions").Select(index => Interaction2004(cmi, index)).OfType<ScormInteraction>().ToList(),
        Objectives = cmi.Indexes("cmi.objectives").Select(index => Objective2004(cmi, index)).OfType<ScormObjective>().ToList(),
        Comments = cmi.Indexes("cmi.comments_from_learner").Select(index => cmi[$"cmi.comments_from_learner.{index}.comment"]).Where(text => text.Length > 0).ToList(),
    };

    private static ScormInteraction? Interaction12(Cmi cmi, int index)
    {
        var at = $"cmi.interactions.{index}";
        var type = ScormResponse.Type(cmi[$"{at}.type"]);
        return cmi[$"{at}.id"] is not { Length: > 0 } id ? null : new ScormInteraction
        {
            Index = index,
            Id = id,
            Type = type,
            Correct = Patterns(cmi, at).Select(pattern => ScormResponse.Of12(type, pattern)).ToList(),
            Response = cmi[$"{at}.student_response"] is { Length: > 0 } response ? ScormResponse.Of12(type, response) : null,
            Result = NullIfEmpty(cmi[$"{at}.result"]),
            Latency = ScormTime.Of12(cmi[$"{at}.latency"]),
        };
    }

    private static ScormInteraction? Interaction2004(Cmi cmi, int index)
    {
        var at = $"cmi.interactions.{index}";
        return cmi[$"{at}.id"] is not { Length: > 0 } id ? null : new ScormInteraction
        {
            Index = index,
            Id = id,
            Type = ScormResponse.Type(cmi[$"{at}.type"]),
            Correct = Patterns(cmi, at).ToList(),
            Response = NullIfEmpty(cmi[$"{at}.learner_response"]),
            Result = NullIfEmpty(cmi[$"{at}.result"]),
            Latency = ScormTime.Of2004(cmi[$"{at}.latency"]),
            Description = NullIfEmpty(cmi[$"{at}.description"]),
        };
    }

    private static ScormObjective? Objective12(Cmi cmi, int index)
    {
        var at = $"cmi.objectives.{index}";
        var (completion, success) = Status12(cmi[$"{at}.status"]);
        return cmi[$"{at}.id"] is { Length: > 0 } id
            ? new ScormObjective(id, completion, success, ScormScore.Of(cmi[$"{at}.score.raw"], cmi[$"{at}.score.min"], cmi[$"{at}.score.max"]), null)
            : null;
    }

    private static ScormObjective? Objective2004(Cmi cmi, int index)
    {
        var at = $"cmi.objectives.{index}";
        return cmi[$"{at}.id"] is { Length: > 0 } id
            ? new ScormObjective(
                id,
                Completion2004(cmi[$"{at}.completion_status"]),
                Success2004(cmi[$"{at}.success_status"]),
                ScormScore.Of(cmi[$"{at}.score.scaled"], cmi[$"{at}.score.raw"], cmi[$"{at}.score.min"], cmi[$"{at}.score.max"]),
                NullIfEmpty(cmi[$"{at}.description"]))
            : null;
    }

    private static IEnumerable<string> Patterns(Cmi cmi, string at) =>
        cmi.Indexes($"{at}.correct_responses").Select(index => cmi[$"{at}.correct_responses.{index}.pattern"]).Where(pattern => pattern.Length > 0);

    private static (Completion Completion, Success Success) Status12(string status) => status switch
    {
        "passed" => (Completion.Completed, Success.Passed),
        "completed" => (Completion.Completed, Success.Unknown),
        "failed" => (Completion.Incomplete, Success.Failed),
        "incomplete" => (Completion.Incomplete, Success.Unknown),
        _ => (Completion.Unknown, Success.Unknown),
    };

    private static Completion Completion2004(string status) => status switch
    {
        "completed" => Completion.Completed,
        "incomplete" => Completion.Incomplete,
        _ => Completion.Unknown,
    };

    private static Success Success2004(string status) => status switch
    {
        "passed" => Success.Passed,
        "failed" => Success.Failed,
        _ => Success.Unknown,
    };

    // The run-time writes zero where content told nothing.
    private static TimeSpan? Told(TimeSpan? length) => length > TimeSpan.Zero ? length : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
