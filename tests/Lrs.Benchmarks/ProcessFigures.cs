using System.Globalization;

namespace Lrs.Benchmarks;

/// <summary>What Linux knows of processes: CPU time and resident memory.</summary>
internal static class ProcessFigures
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>CPU time of one process.</summary>
    public static TimeSpan CpuOf(int process) => TimeSpan.FromSeconds((Stat($"/proc/{process}") ?? throw new InvalidOperationException($"Process {process} has ended.")).Own);

    /// <summary>CPU time of a process and of all that it has started, those that have ended included.</summary>
    public static TimeSpan CpuOfTree(int process)
    {
        var stats = Directory.EnumerateDirectories("/proc").Select(folder => Stat(folder)).OfType<(int Id, int Parent, double Own, double Ended)>().ToLookup(stat => stat.Parent);
        var root = Stat($"/proc/{process}") ?? throw new InvalidOperationException($"Process {process} has ended.");
        double Tree((int Id, int Parent, double Own, double Ended) stat) => stat.Own + stat.Ended + stats[stat.Id].Sum(Tree);
        return TimeSpan.FromSeconds(Tree(root));
    }

    /// <summary>Anonymous resident memory in bytes: heaps and stacks, not mapped files.</summary>
    public static long RssAnon(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) * 1024;

    private static (int Id, int Parent, double Own, double Ended)? Stat(string folder)
    {
        try
        {
            // The name, second, is in brackets and may hold anything; what counts comes after it.
            var text = File.ReadAllText($"{folder}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(text.AsSpan(0, text.IndexOf(' ')), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), Seconds(fields, 11), Seconds(fields, 13));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Seconds(string[] fields, int at) =>
        (long.Parse(fields[at], CultureInfo.InvariantCulture) + long.Parse(fields[at + 1], CultureInfo.InvariantCulture)) / TicksPerSecond;
}
