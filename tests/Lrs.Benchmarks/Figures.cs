namespace Lrs.Benchmarks;

/// <summary>What one turn of a measure gave.</summary>
/// <param name="Count">Statements or requests.</param>
/// <param name="Wall">Time that passed.</param>
/// <param name="Cpu">CPU time of the side that was measured.</param>
internal readonly record struct Turn(int Count, TimeSpan Wall, TimeSpan Cpu)
{
    /// <summary>How many in a second of the clock.</summary>
    public double PerSecond => Count / Wall.TotalSeconds;

    /// <summary>Microseconds of CPU time for each.</summary>
    public double CpuEach => Cpu.TotalMicroseconds / Count;
}

/// <summary>Turns of floor and server, turn about.</summary>
internal sealed record Pairs(IReadOnlyList<(Turn Floor, Turn Server)> All)
{
    /// <summary>Median of the floor.</summary>
    public double Floor => Median.Of(All.Select(pair => pair.Floor.PerSecond));

    /// <summary>Median of the server.</summary>
    public double Server => Median.Of(All.Select(pair => pair.Server.PerSecond));

    /// <summary>Median of the pairs' ratios of rates: 1 is as fast as the floor.</summary>
    public double Ratio => Median.Of(All.Select(pair => pair.Server.PerSecond / pair.Floor.PerSecond));

    /// <summary>Median of the pairs' ratios of CPU time: 1 costs no more than the floor.</summary>
    public double CpuRatio => Median.Of(All.Select(pair => pair.Floor.CpuEach / pair.Server.CpuEach));

    /// <summary>Median CPU time of the floor, in microseconds for one statement.</summary>
    public double FloorCpu => Median.Of(All.Select(pair => pair.Floor.CpuEach));

    /// <summary>Median CPU time of server and database, in microseconds for one statement.</summary>
    public double ServerCpu => Median.Of(All.Select(pair => pair.Server.CpuEach));
}

/// <summary>The middle of a list.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>The Markdown table that a run ends with.</summary>
internal sealed class Table
{
    private readonly List<string[]> rows = [["measure", "database", "floor", "server", "ratio of rates", "ratio of CPU", "must reach"]];

    /// <summary>Adds a line; what does not apply is empty.</summary>
    public void Add(params string[] cells)
    {
        rows.Add(cells);
        Console.Error.WriteLine($"  {string.Join(" | ", cells)}");
    }

    /// <summary>Prints it.</summary>
    public void Print()
    {
        rows.Insert(1, rows[0].Select((_, column) => column is >= 2 and <= 5 ? "--:" : "---").ToArray());
        rows.ForEach(row => Console.WriteLine($"| {string.Join(" | ", row)} |"));
    }
}
