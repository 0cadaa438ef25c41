namespace Lrs.Server.Player;

/// <summary>What a manifest says of an objective (SN 3.10).</summary>
/// <param name="Id">Its id in the activity; empty for a primary one without.</param>
/// <param name="IsPrimary">Does it stand for the activity?</param>
/// <param name="ByMeasure">Does the measure alone decide whether it is met?</param>
/// <param name="Passing">From which measure on it is met then, -1 to 1.</param>
/// <param name="Maps">The objectives of the whole course that it reads or writes.</param>
internal sealed record ObjectiveRules(string Id, bool IsPrimary, bool ByMeasure, decimal Passing, IReadOnlyList<ObjectiveMap> Maps);

/// <summary>How an objective of an activity and one of the whole course go together (SN 3.10.3).</summary>
/// <param name="Target">Id of the one of the whole course.</param>
/// <param name="ReadsSuccess">Does the activity see whether that one is met, as long as it does not know by itself?</param>
/// <param name="ReadsMeasure">The same for the measure.</param>
/// <param name="WritesSuccess">Does what the activity knows become the course's?</param>
/// <param name="WritesMeasure">The same for the measure.</param>
internal sealed record ObjectiveMap(string Target, bool ReadsSuccess, bool ReadsMeasure, bool WritesSuccess, bool WritesMeasure);

/// <summary>What is known of an objective (SN 4.2.1.1).</summary>
/// <param name="Success">Is it met?</param>
/// <param name="Measure">-1 to 1; null when there is none.</param>
internal sealed record ObjectiveStatus(Success Success, decimal? Measure)
{
    public static ObjectiveStatus Unknown { get; } = new(Success.Unknown, null);

    /// <summary>What counts when the measure decides.</summary>
    public ObjectiveStatus Judged(ObjectiveRules? rules) =>
        rules is not { ByMeasure: true } ? this : this with { Success = Measure is not { } measure ? Success.Unknown : measure >= rules.Passing ? Success.Passed : Success.Failed };

    /// <summary>With what the course knows in the place of what the activity does not (SN 3.10.3).</summary>
    public ObjectiveStatus Reading(ObjectiveRules? rules, IReadOnlyDictionary<string, ObjectiveStatus> globals)
    {
        var read = this;
        foreach (var map in rules?.Maps ?? [])
        {
            if (globals.TryGetValue(map.Target, out var global))
            {
                read = new ObjectiveStatus(
                    map.ReadsSuccess && read.Success is Success.Unknown ? global.Success : read.Success,
                    map.ReadsMeasure ? read.Measure ?? global.Measure : read.Measure);
            }
        }

        return read.Measure == Measure ? read : read.Judged(rules);
    }
}
