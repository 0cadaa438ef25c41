using System.Globalization;
using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>What the command line asks of <c>log</c>.</summary>
/// <param name="Databases">One after the other.</param>
/// <param name="Pairs">Pairs of floor and server for each measure.</param>
/// <param name="Turn">Length of one side of a pair.</param>
/// <param name="Stored">Statements in the larger of the two logs that are read from.</param>
/// <param name="Only">One group of measures; null for all.</param>
internal sealed record LogOptions(IReadOnlyList<Dialect> Databases, int Pairs, TimeSpan Turn, int Stored, string? Only)
{
    /// <summary>Statements in the smaller of the two logs that are read from.</summary>
    public const int Few = 10_000;

    /// <summary>Reads the words; null when one is not known.</summary>
    public static LogOptions? Read(string[] words)
    {
        var options = new LogOptions([Dialect.Sqlite, Dialect.Postgres], 30, TimeSpan.FromSeconds(1), 100_000, null);
        for (var at = 0; at < words.Length; at += 2)
        {
            var value = at + 1 < words.Length ? words[at + 1] : "";
            switch (words[at])
            {
                case "--database" when value is "sqlite" or "postgres" or "both":
                    options = options with { Databases = value switch { "sqlite" => [Dialect.Sqlite], "postgres" => [Dialect.Postgres], _ => options.Databases } };
                    break;
                case "--pairs" when int.TryParse(value, out var pairs) && pairs is > 0 and <= 1_000:
                    options = options with { Pairs = pairs };
                    break;
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.2 and <= 60:
                    options = options with { Turn = TimeSpan.FromSeconds(seconds) };
                    break;
                case "--stored" when int.TryParse(value, out var stored) && stored is >= Few and <= 100_000_000:
                    options = options with { Stored = stored };
                    break;
                case "--only" when value is "write" or "get" or "state":
                    options = options with { Only = value };
                    break;
                default:
                    Console.Error.WriteLine($"'{words[at]} {value}' is not known here.");
                    return null;
            }
        }

        return options;
    }

    /// <summary>Is this group of measures asked for?</summary>
    public bool Wants(string group) => Only is null || Only == group;
}
