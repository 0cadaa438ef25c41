using System.Globalization;
using System.Text;

namespace Lrs.Server.Metrics;

/// <summary>Writes metrics in Prometheus' text format, version 0.0.4, under names by its conventions: base units and <c>_total</c> at the end.</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();

    /// <summary>A name of Prometheus' for an instrument and its unit.</summary>
    public static string Name(string instrument, string? unit, MetricKind kind)
    {
        var name = Word(instrument);
        var suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        if (!name.EndsWith(suffix, StringComparison.Ordinal))
        {
            name += suffix;
        }

        return kind is MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>Labels as they stand between the braces.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            labels.Append(labels.Length == 0 ? "" : ",").Append(Word(name)).Append("=\"").Append(Escaped(Value(value), quotes: true)).Append('"');
        }

        return labels.ToString();
    }

    /// <summary>Writes an instrument's series; nothing when it has none.</summary>
    public void Write(Family family)
    {
        var all = family.Series.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Head(family.Name, family.Help, family.Kind);
        foreach (var series in all)
        {
            var (value, buckets) = series.Read();
            if (family.Kind is not MetricKind.Histogram)
            {
                Line(family.Name, series.Labels, value);
                continue;
            }

            var count = 0L;
            for (var i = 0; i < buckets.Length; i++)
            {
                count += buckets[i];
                var bound = i < family.Buckets.Count ? Number(family.Buckets[i]) : "+Inf";
                Line(family.Name + "_bucket", $"{series.Labels}{(series.Labels.Length > 0 ? "," : "")}le=\"{bound}\"", count);
            }

            Line(family.Name + "_sum", series.Labels, value);
            Line(family.Name + "_count", series.Labels, count);
        }
    }

    /// <summary>Writes a gauge that was read this moment; nothing when there is nothing to say.</summary>
    public void Gauge(string name, string help, params IReadOnlyCollection<((string Name, string Value)[] Labels, double Value)> readings)
    {
        if (readings.Count == 0)
        {
            return;
        }

        Head(name, help, MetricKind.Gauge);
        foreach (var (labels, value) in readings)
        {
            Line(name, Labels(labels.Select(label => KeyValuePair.Create(label.Name, (object?)label.Value)).ToArray()), value);
        }
    }

    public override string ToString() => text.ToString();

    private void Head(string name, string help, MetricKind kind) => text
        .Append("# HELP ").Append(name).Append(' ').Append(Escaped(help, quotes: false)).Append('\n')
        .Append("# TYPE ").Append(name).Append(' ').Append(kind.ToString().ToLowerInvariant()).Append('\n');

    private void Line(string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Value(object? value) => value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Word(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escaped(string value, bool quotes)
    {
        var plain = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? plain.Replace("\"", "\\\"", StringComparison.Ordinal) : plain;
    }
}
