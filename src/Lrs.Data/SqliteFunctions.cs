using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Lrs.Data;

/// <summary>What SQL on SQLite needs and SQLite lacks, with the meaning that PostgreSQL gives it.</summary>
internal static partial class SqliteFunctions
{
    public static void Register(SqliteConnection connection)
    {
        // Letters beyond ASCII change case, too.
        connection.CreateFunction<string?, string?>("lrs_lower", text => text?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, string?>("lrs_upper", text => text?.ToUpperInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, long?>("lrs_duration", Microseconds, isDeterministic: true);
        connection.CreateFunction<string?, string?, bool?>("lrs_matches", Matches, isDeterministic: true);
        connection.CreateAggregate<double?, List<double>?, double?>("lrs_median", null, Gather, Median, isDeterministic: true);
    }

    /// <summary>
    /// An ISO 8601 duration in microseconds, as <c>lrs_duration</c> on PostgreSQL counts it: a week is seven days and a day 24 hours; null for
    /// years and months, whose length is not fixed, and for what is none or longer than some ten thousand years.
    /// </summary>
    internal static long? Microseconds(string? duration)
    {
        if (duration is null || Durations().Match(duration) is not { Success: true } match)
        {
            return null;
        }

        decimal Part(string name) => match.Groups[name] is { Success: true } part
            ? decimal.Parse(part.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;
        var seconds = (((Part("w") * 7) + Part("d")) * 86_400) + (Part("h") * 3_600) + (Part("m") * 60) + Part("s");
        return (long)decimal.Truncate(seconds * 1_000_000);
    }

    // The engine that takes time in proportion to the text, whatever the pattern; what it cannot do is refused before.
    private static bool? Matches(string? text, string? pattern) =>
        text is null || pattern is null ? null : Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static List<double>? Gather(List<double>? values, double? value)
    {
        if (value is { } number)
        {
            (values ??= []).Add(number);
        }

        return values;
    }

    private static double? Median(List<double>? values)
    {
        if (values is null)
        {
            return null;
        }

        values.Sort();
        var (low, high) = (values[(values.Count - 1) / 2], values[values.Count / 2]);
        var middle = low + ((high - low) / 2);

        // SQLite has no NaN, which the middle between infinities is.
        return double.IsNaN(middle) ? null : middle;
    }

    [GeneratedRegex(@"^P(?=.)(?:0{1,9}Y)?(?:0{1,9}M)?(?:(?<w>[0-9]{1,6}(?:[.,][0-9]{1,15})?)W)?(?:(?<d>[0-9]{1,6}(?:[.,][0-9]{1,15})?)D)?(?:T(?=.)(?:(?<h>[0-9]{1,7}(?:[.,][0-9]{1,15})?)H)?(?:(?<m>[0-9]{1,9}(?:[.,][0-9]{1,15})?)M)?(?:(?<s>[0-9]{1,9}(?:[.,][0-9]{1,15})?)S)?)?\z")]
    private static partial Regex Durations();
}
