using Lrs.Data;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Reports;

/// <summary>One try at a unit by one learner, as it grows with the statements that belong to it.</summary>
internal sealed class Attempt
{
    public required Guid Id { get; init; }

    public required Guid Learner { get; init; }

    /// <summary>The IRI of the unit.</summary>
    public required string Activity { get; init; }

    public Guid? Registration { get; init; }

    /// <summary><c>scorm</c>, <c>cmi5</c> or <c>other</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The SCORM attempt's IRI, or the newest cmi5 session.</summary>
    public string? Label { get; set; }

    /// <summary>1 for the learner's first try at the unit.</summary>
    public int Number { get; init; }

    /// <summary>Completed, passed or failed: what ends a cmi5 attempt at the next launch.</summary>
    public bool Decided { get; set; }

    public DateTimeOffset Started { get; set; }

    public DateTimeOffset Last { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public bool? Completion { get; set; }

    public bool? Success { get; set; }

    /// <summary>When it was completed; null while it is not.</summary>
    public DateTimeOffset? Completed { get; set; }

    public Score Score { get; set; } = new(null, null, null, null);

    public TimeSpan? Duration { get; set; }

    /// <summary>Is the duration the sum of what sessions said when they ended?</summary>
    public bool Timed { get; set; }

    public DateTimeOffset Updated { get; set; }

    /// <summary>Takes in a statement.</summary>
    public void Apply(LogEntry entry)
    {
        var statement = entry.Statement;
        // As the database keeps them, or an attempt read back would differ from one that is still here.
        var when = Micros.Cut(statement.Timestamp ?? entry.Stored);
        Started = Started == default || when < Started ? when : Started;
        Last = when > Last ? when : Last;
        Updated = entry.Stored;
        if (statement.Object is not Activity { Id.Text: var unit } || unit != Activity)
        {
            // A page or a question inside the unit: it says when, not how it went.
            return;
        }

        Judge(statement.Verb.Id.Text, statement.Result, when);
        End(statement.Verb.Id.Text, when, statement.Result?.Duration?.Length is { } length ? Micros.ToSpan(Micros.Of(length)) : null);
    }

    /// <summary>Forgets everything that statements said, to take them in anew.</summary>
    public void Reset()
    {
        (Started, Last, Ended, Decided, Completion, Success, Duration, Timed) = (default, default, null, false, null, null, null, false);
        Score = new Score(null, null, null, null);
        Completed = null;
    }

    private void Judge(string verb, Result? result, DateTimeOffset when)
    {
        Completion = result?.Completion ?? (verb is Verbs.Completed ? true : Completion);
        Completed = Completion is true ? Completed ?? when : null;
        Success = verb switch
        {
            Verbs.Passed => true,
            Verbs.Failed => false,
            _ => result?.Success ?? Success,
        };
        Decided |= verb is Verbs.Completed or Verbs.Passed or Verbs.Failed;
        if (result?.Score is { } score)
        {
            Score = score;
        }
    }

    private void End(string verb, DateTimeOffset when, TimeSpan? duration)
    {
        var ends = verb is Verbs.Terminated or Verbs.Suspended or Verbs.Exited or Verbs.Abandoned;
        if (duration is { } length)
        {
            if (ends)
            {
                Duration = Sum((Timed ? Duration : null).GetValueOrDefault(), length);
                Timed = true;
            }
            else if (!Timed && length > Duration.GetValueOrDefault())
            {
                Duration = length;
            }
        }

        if (ends && verb is not Verbs.Suspended)
        {
            Ended = when;
        }
        else if (verb is Verbs.Launched or Verbs.Initialized or Verbs.Resumed && when > Ended)
        {
            Ended = null;
        }
    }

    /// <summary>The sum. What clients say may be as long as they like; one that cannot be counted must not stop the view.</summary>
    public static TimeSpan Sum(TimeSpan one, TimeSpan other) => one > TimeSpan.MaxValue - other ? TimeSpan.MaxValue : one + other;
}
