using System.Globalization;
using Lrs.Data;
using Lrs.OData;
using Lrs.Server.Statements;

namespace Lrs.Server.Reports;

/// <summary>What a reading depends on besides the log: the present moment, and the force that its reader is limited to.</summary>
internal readonly record struct ReadingLimits(DateTimeOffset Moment, string? Force)
{
    /// <summary>The parameter with the force.</summary>
    public const string ForceName = "@only_force";
}

/// <summary>
/// The end of the log as a chain of pages or a delta link keeps it: its position, and its time, which is what the views keep of
/// positions.
/// </summary>
internal readonly record struct ReadingHead(LogHead Head)
{
    /// <summary>As tokens hold it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Head.Seq}.{Micros.Of(Head.Stored)}");

    /// <summary>From a token, whose signature has been checked.</summary>
    public static ReadingHead Parse(string text)
    {
        var parts = text.Split('.');
        return new ReadingHead(new LogHead(long.Parse(parts[0], CultureInfo.InvariantCulture), Micros.ToTime(long.Parse(parts[1], CultureInfo.InvariantCulture))));
    }

    /// <summary>The parameters of a query: its own, and those of ours that it names.</summary>
    public (string, object?)[] Values(SqlText sql, string? since, ReadingLimits limits)
    {
        var values = sql.Parameters.Select(parameter => (parameter.Name, (object?)parameter.Value)).ToList();
        Add(StatementSet.Head, Head.Seq);
        Add(Person.Moment, limits.Moment);
        if (limits.Force is { } force)
        {
            Add(ReadingLimits.ForceName, force);
        }

        if (since is not null)
        {
            var start = Parse(since).Head;
            Add(ReportChanges.SinceSeq, start.Seq);
            Add(ReportChanges.SinceTime, start.Stored);
        }

        return [.. values];

        void Add(string name, object value)
        {
            if (sql.Text.Contains(name, StringComparison.Ordinal))
            {
                values.Add((name, value));
            }
        }
    }
}
