using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>
/// From units to the course. Done here and not in the browser: the run-time's own rollup weighs scores in ways that no specification
/// knows, and the page is content's to tamper with.
/// </summary>
internal static class ScormRollup
{
    /// <summary>The registration after its units changed. What was completed stays completed, and a pass stays a pass.</summary>
    public static Registration Of(Registration registration, IReadOnlyList<RegistrationUnit> units, CourseSettings settings, DateTimeOffset now)
    {
        var complete = registration.Completion is Completion.Completed || units.All(unit => unit.Completion is Completion.Completed);
        var judged = units.Where(unit => unit.Success is not Success.Unknown).ToList();
        var success = registration.Success is Success.Passed ? Success.Passed
            : judged.Count == 0 ? Success.Unknown
            : judged.Any(unit => unit.Success is Success.Failed) ? Success.Failed
            : complete || (settings.Completion is CompletionPolicy.Never && judged.Count == units.Count) ? Success.Passed
            : Success.Unknown;
        var scores = units.Select(unit => unit.Score?.Scaled).OfType<decimal>().ToList();
        return registration with
        {
            Completion = complete ? Completion.Completed
                : units.Any(unit => unit.Completion is not Completion.Unknown || unit.Success is not Success.Unknown) ? Completion.Incomplete
                : registration.Completion,
            Success = success,
            Scaled = scores.Count == 0 ? registration.Scaled : Math.Round(scores.Average(), 6),
            Updated = now,
            Completed = registration.Completed ?? (complete ? now : null),
        };
    }
}
