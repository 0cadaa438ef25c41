using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>What must happen for a unit to be satisfied (cmi5 13.1.4).</summary>
internal static class MoveOn
{
    public const string NotApplicable = "NotApplicable";

    /// <summary>Is the criterion met?</summary>
    public static bool IsMet(string? criterion, RegistrationUnit unit)
    {
        var (completed, passed) = (unit.Completion is Completion.Completed, unit.Success is Success.Passed);
        return unit.Waived is not null || criterion switch
        {
            "Passed" => passed,
            "Completed" => completed,
            "CompletedAndPassed" => completed && passed,
            "CompletedOrPassed" => completed || passed,
            _ => true,
        };
    }

    /// <summary>The units after their criteria were looked at; what is satisfied stays satisfied.</summary>
    public static IReadOnlyList<RegistrationUnit> Evaluate(CourseVersion version, IReadOnlyList<RegistrationUnit> units) =>
        units.Select(progress => progress with { Satisfied = progress.Satisfied || IsMet(version.Units[progress.Position].MoveOn, progress) }).ToList();
}
