using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>
/// One learner's enrolment in one course: what the statements of a registration tell together. Where the course speaks for itself
/// (cmi5's satisfied, a statement about the whole course) its word counts; else a registration is complete when every unit tried in it is.
/// It belongs to the learner who was recorded in it first.
/// </summary>
internal sealed record Enrolment
{
    private static readonly string[] CourseTypes = ["http://adlnet.gov/expapi/activities/course", "https://w3id.org/xapi/cmi5/activitytype/course"];

    public required Guid Id { get; init; }

    public required Guid Learner { get; init; }

    /// <summary>IRI of its first unit; of the course when no unit has been seen.</summary>
    public required string Activity { get; init; }

    /// <summary>Does the course speak for itself?</summary>
    public bool IsWhole { get; init; }

    public DateTimeOffset Started { get; init; }

    public DateTimeOffset Last { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public bool? Success { get; init; }

    public decimal? Scaled { get; init; }

    /// <summary>How many units were completed.</summary>
    public int Done { get; init; }

    /// <summary>How many units were tried.</summary>
    public int Tried { get; init; }

    public TimeSpan? TotalTime { get; init; }

    public DateTimeOffset Updated { get; init; }

    /// <summary>Is the statement about a whole course and how it went?</summary>
    public static bool IsOfCourse(Statement statement) =>
        statement.Verb.Id.Text is Verbs.Completed or Verbs.Passed or Verbs.Failed or Verbs.Satisfied && statement.Object is Activity course && IsCourse(course);

    /// <summary>Does the statement show that its course speaks for itself?</summary>
    public static bool TellsOfCourse(Statement statement) => IsOfCourse(statement) || statement.Context?.Activities is { } around && around.Grouping.Concat(around.Parent).Any(IsCourse);

    /// <summary>Puts it together.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="learner">Whose it is.</param>
    /// <param name="whole">Has it been seen that the course speaks for itself?</param>
    /// <param name="attempts">The learner's attempts in it.</param>
    /// <param name="said">The statements about the whole course, oldest first.</param>
    /// <param name="updated">When what is new in it was stored.</param>
    /// <returns>Null when there is nothing in it.</returns>
    public static Enrolment? Of(Guid id, Guid learner, bool whole, IReadOnlyList<Attempt> attempts, IReadOnlyList<LogEntry> said, DateTimeOffset updated)
    {
        if (attempts.Count == 0 && said.Count == 0)
        {
            return null;
        }

        var course = said.Select(entry => ((Activity)entry.Statement.Object).Id.Text).ToHashSet(StringComparer.Ordinal);
        var units = attempts.Where(attempt => !course.Contains(attempt.Activity)).GroupBy(attempt => attempt.Activity).Select(group => new Unit([.. group])).ToList();
        var word = new Word(said);
        var speaks = whole || said.Count > 0 || attempts.Any(attempt => attempt.Kind is "cmi5");
        var done = units.Count(unit => unit.Completed is not null);
        var completed = word.Completed ?? (!speaks && units.Count > 0 && done == units.Count ? units.Max(unit => unit.Completed) : null);
        var judged = units.Where(unit => unit.Success is not null).ToList();
        var scores = units.Select(unit => unit.Scaled).OfType<decimal>().ToList();
        var times = said.Select(entry => Micros.Cut(entry.Statement.Timestamp ?? entry.Stored)).ToList();
        var spans = attempts.Where(attempt => attempt.Duration is not null).ToList();
        return new Enrolment
        {
            Id = id,
            Learner = learner,
            Activity = attempts.Where(attempt => !course.Contains(attempt.Activity)).MinBy(attempt => (attempt.Started, attempt.Id))?.Activity ?? course.FirstOrDefault() ?? attempts[0].Activity,
            IsWhole = speaks,
            Started = attempts.Select(attempt => attempt.Started).Concat(times).Min(),
            Last = attempts.Select(attempt => attempt.Last).Concat(times).Max(),
            Completed = completed,
            Success = word.Success
                ?? (judged.Count == 0 ? null : judged.Any(unit => unit.Success is false) ? false : completed is not null ? true : null),
            Scaled = word.Scaled ?? (scores.Count == 0 ? null : Math.Round(scores.Average(), 6)),
            Done = done,
            Tried = units.Count,
            TotalTime = spans.Count == 0 ? null : spans.Aggregate(TimeSpan.Zero, (sum, attempt) => Attempt.Sum(sum, attempt.Duration!.Value)),
            Updated = updated,
        };
    }

    private static bool IsCourse(Activity activity) => activity.Definition?.Type is { } type && CourseTypes.Contains(type.Text);

    // The best of all tries at a unit.
    private sealed class Unit(List<Attempt> tries)
    {
        public DateTimeOffset? Completed { get; } = tries.Where(attempt => attempt.Completion is true).Min(attempt => (DateTimeOffset?)(attempt.Completed ?? attempt.Ended ?? attempt.Last));

        public bool? Success { get; } = tries.Any(attempt => attempt.Success is true) ? true : tries.Any(attempt => attempt.Success is false) ? false : null;

        public decimal? Scaled { get; } = tries.Max(attempt => attempt.Score.Scaled);
    }

    // What was said of the whole course. What was completed stays so, and a pass stays a pass.
    private sealed class Word
    {
        public Word(IReadOnlyList<LogEntry> said)
        {
            foreach (var entry in said)
            {
                var (verb, result) = (entry.Statement.Verb.Id.Text, entry.Statement.Result);
                if (verb is Verbs.Completed or Verbs.Satisfied || result?.Completion is true)
                {
                    Completed ??= Micros.Cut(entry.Statement.Timestamp ?? entry.Stored);
                }

                Success = Success is true || verb is Verbs.Passed ? true : verb is Verbs.Failed ? false : result?.Success ?? Success;
                Scaled = result?.Score?.Scaled ?? Scaled;
            }
        }

        public DateTimeOffset? Completed { get; }

        public bool? Success { get; }

        public decimal? Scaled { get; }
    }
}
