using System.Globalization;
using System.Runtime.CompilerServices;
using Lrs.Xapi;

namespace Lrs.Server.People;

/// <summary>A directory file: CSV whose first line names the columns, in any order; a row for a person, or for each time of theirs that differs.</summary>
internal sealed class DirectoryFile(Stream content, Faults faults)
{
    /// <summary>The columns there may be, in the order in which they are written.</summary>
    public static readonly string[] Columns =
        ["id", "homePage", "account", "mbox", "mbox_sha1sum", "openid", "name", "force", "rank", "role", "department", "unit", "kind", "from", "until"];

    private const int Longest = 500;
    private static readonly string[] Identifiers = ["id", "account", "mbox", "mbox_sha1sum", "openid"];
    private static readonly string[] Facts = ["name", "force", "rank", "role", "department", "unit", "kind"];
    private static readonly string[] Kinds = ["officer", "staff", "special", "volunteer"];

    /// <summary>The rows without fault, in order. A row with faults is not among them; its faults are noted.</summary>
    public async IAsyncEnumerable<DirectoryRow> Rows([EnumeratorCancellation] CancellationToken cancel)
    {
        using var csv = new CsvReader(content, faults);
        if (await csv.Next(cancel) is not { } head)
        {
            if (faults.Count == 0)
            {
                faults.Add(RuleOf("header"), $"The file is empty. Its first line names the columns: {string.Join(", ", Columns)}.");
            }

            yield break;
        }

        if (Header(head) is not { } columns)
        {
            yield break;
        }

        while (await csv.Next(cancel) is { } record)
        {
            if (Row(columns, record) is { } row)
            {
                yield return row;
            }
        }
    }

    private static Rule RuleOf(string column) => new($"directory.{column}", "Lrs directory");

    private List<string>? Header(CsvRecord head)
    {
        var before = faults.Count;
        var columns = new List<string>();
        foreach (var written in head.Fields.Select(field => field.Trim()))
        {
            var column = Array.Find(Columns, known => known.Equals(written, StringComparison.OrdinalIgnoreCase));
            if (column is null)
            {
                faults.Add(RuleOf("header"), $"line {head.Line}", $"There is no column '{written}'; there may be {string.Join(", ", Columns)}.");
            }
            else if (columns.Contains(column))
            {
                faults.Add(RuleOf("header"), $"line {head.Line}", $"The column '{column}' is there twice.");
            }

            columns.Add(column ?? "");
        }

        if (!columns.Intersect(Identifiers).Any())
        {
            faults.Add(RuleOf("header"), $"line {head.Line}", $"No column says who a row is about: {string.Join(", ", Identifiers)}.");
        }

        if (columns.Contains("account") != columns.Contains("homePage"))
        {
            faults.Add(RuleOf("header"), $"line {head.Line}", "An account needs both columns, homePage (the system) and account (the name in it).");
        }

        return faults.Count == before ? columns : null;
    }

    private DirectoryRow? Row(List<string> columns, CsvRecord record)
    {
        var before = faults.Found;
        using var inside = faults.Inside($"line {record.Line}");
        if (record.Fields.Count != columns.Count)
        {
            faults.Add(RuleOf("fields"), $"Line {record.Line} has {record.Fields.Count} fields, and the first line names {columns.Count}.");
            return null;
        }

        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            var text = record.Fields[i].Trim();
            values[columns[i]] = text.Length == 0 ? null : text;
            if (text.Length > Longest || text.Any(char.IsControl))
            {
                Wrong(record, columns[i], $"holds at most {Longest} characters and no line breaks");
            }
        }

        var row = new DirectoryRow
        {
            Line = record.Line,
            Id = Id(record, values.GetValueOrDefault("id")),
            Agents = [.. Agents(record, values)],
            Said = values.Where(value => Facts.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Key is "kind" ? value.Value?.ToLowerInvariant() : value.Value),
            From = Day(record, "from", values),
            Until = Day(record, "until", values),
        };
        if (row.Said.GetValueOrDefault("kind") is { } kind && !Kinds.Contains(kind))
        {
            Wrong(record, "kind", $"is one of {string.Join(", ", Kinds)}, not '{kind}'");
        }

        if (row.Until <= row.From)
        {
            Wrong(record, "until", "is the first day on which the person is no longer there, and lies after from");
        }

        if (row.Id is null && row.Agents.Count == 0 && faults.Found == before)
        {
            faults.Add(RuleOf("identifier"), $"Line {record.Line} does not say who it is about: {string.Join(", ", Identifiers)} are empty.");
        }

        return faults.Found == before ? row : null;
    }

    private IEnumerable<Actor> Agents(CsvRecord record, Dictionary<string, string?> values)
    {
        var (home, account) = (values.GetValueOrDefault("homePage"), values.GetValueOrDefault("account"));
        if (account is not null && home is not null && Actor.FromKey($"account {home} {account}") is { } byAccount && !home.Contains(' ', StringComparison.Ordinal))
        {
            yield return byAccount;
        }
        else if (account is not null)
        {
            Wrong(record, "homePage", home is null ? "says which system the account is of, and is empty" : $"is the IRI of a system such as https://people.example.org, not '{home}'");
        }

        if (values.GetValueOrDefault("mbox") is { } mail)
        {
            var address = mail.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? mail["mailto:".Length..] : mail;
            if (address.IndexOf('@', StringComparison.Ordinal) is > 0 and var sign && sign < address.Length - 1 && Actor.FromKey($"mbox mailto:{address}") is { } byMail)
            {
                yield return byMail;
            }
            else
            {
                Wrong(record, "mbox", $"is an e-mail address, not '{mail}'");
            }
        }

        if (Keyed(record, "mbox_sha1sum", "sha1", values, "is 40 hexadecimal digits") is { } byHash)
        {
            yield return byHash;
        }

        if (Keyed(record, "openid", "openid", values, "is an IRI") is { } byOpenId)
        {
            yield return byOpenId;
        }
    }

    private Actor? Keyed(CsvRecord record, string column, string key, Dictionary<string, string?> values, string form)
    {
        if (values.GetValueOrDefault(column) is not { } text)
        {
            return null;
        }

        var actor = Actor.FromKey($"{key} {text}");
        if (actor is null)
        {
            Wrong(record, column, $"{form}, not '{text}'");
        }

        return actor;
    }

    private Guid? Id(CsvRecord record, string? text)
    {
        if (text is not null && !Guid.TryParseExact(text, "D", out _))
        {
            Wrong(record, "id", $"is a learner's id from the reports, not '{text}'");
            return null;
        }

        return text is null ? null : Guid.ParseExact(text, "D");
    }

    private DateOnly? Day(CsvRecord record, string column, Dictionary<string, string?> values)
    {
        if (values.GetValueOrDefault(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200)
        {
            return day;
        }

        Wrong(record, column, $"is a day such as 2026-04-01, not '{text}'");
        return null;
    }

    private void Wrong(CsvRecord record, string column, string what) => faults.Add(RuleOf(column), column, $"Line {record.Line}: {column} {what}.");
}
