namespace Lrs.Server.People;

/// <summary>A person's turns, oldest first, no two that say the same after one another. Immutable.</summary>
internal sealed record History(IReadOnlyList<Turn> Turns)
{
    /// <summary>Of a person of whom nothing is known.</summary>
    public static readonly History Empty = new([]);

    /// <summary>What is known at a day: what holds, or held last; never null.</summary>
    public Place Known(DateOnly day) => Turns.LastOrDefault(turn => turn.Since <= day && turn.Place is not null)?.Place ?? (Turns.Count > 0 ? Turns[0].Place : null) ?? Place.Unknown;

    /// <summary>
    /// The history after a row of a file: what it says holds from its day until the next turn that is known, so a correction of
    /// earlier days leaves later ones alone.
    /// </summary>
    /// <param name="from">The first day on which it holds.</param>
    /// <param name="until">The first day on which the person is no longer there; nothing between the two days is left of what was known.</param>
    /// <param name="place">What holds.</param>
    public History With(DateOnly from, DateOnly? until, Place place)
    {
        var turns = Turns.Where(turn => turn.Since != from && !(turn.Since > from && turn.Since < until)).Append(new Turn(from, place)).ToList();
        if (until is { } end && turns.All(turn => turn.Since != end))
        {
            turns.Add(new Turn(end, null));
        }

        return Of(turns);
    }

    /// <summary>The histories of what turned out to be one person; where both begin something on one day, this one's counts.</summary>
    public History And(History other) => Of([.. Turns, .. other.Turns.Where(turn => Turns.All(own => own.Since != turn.Since))]);

    /// <summary>Do both say the same of every day?</summary>
    public bool IsSameAs(History other) => Turns.SequenceEqual(other.Turns);

    private static History Of(List<Turn> turns)
    {
        var kept = new List<Turn>();
        foreach (var turn in turns.OrderBy(turn => turn.Since))
        {
            if (kept.Count == 0 ? turn.Place is not null : turn.Place != kept[^1].Place)
            {
                kept.Add(turn);
            }
        }

        return new History(kept);
    }
}
