namespace Lrs.Xapi;

/// <summary>Says why text is no timestamp.</summary>
internal static class Times
{
    public static void Note(TimeProblem problem, string text, Faults faults)
    {
        if (problem is TimeProblem.NegativeZeroOffset)
        {
            faults.Add(Rule.TimestampOffset, $"{ValueReader.Quoted(text)} has an offset of minus zero; write Z or +00:00 for UTC.");
        }
        else
        {
            faults.Add(Rule.TimestampInvalid, $"{ValueReader.Quoted(text)} is not a timestamp such as 2026-11-24T09:30:00.123Z.");
        }
    }
}
