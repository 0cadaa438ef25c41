using System.Globalization;
using System.Text;
using Lrs.Server.Accounts;
using Lrs.Xapi;

namespace Lrs.Server.People;

/// <summary>
/// Writes the directory as the file that loads it: a row for each time of a person that differs, and one for each further agent.
/// The accounts of this installation are left out, since a load finds them again.
/// </summary>
internal sealed class DirectoryCsv(TextWriter text, Tenant tenant)
{
    public Task Header() => text.WriteAsync(string.Join(',', DirectoryFile.Columns) + "\r\n");

    public async Task Write(PersonView person)
    {
        var agents = person.Agents.Select(key => Actor.FromKey(key)!).Where(agent => agent.Account is not { } account || !OwnAccounts.Has(tenant, account)).ToList();
        var rows = Identities(agents);
        var first = rows.Count > 0 ? rows[0] : new Dictionary<string, string?>();
        for (var i = 0; i < person.Turns.Count; i++)
        {
            var turn = person.Turns[i];
            if (turn.Place is { } place)
            {
                var next = i + 1 < person.Turns.Count ? person.Turns[i + 1] : null;
                await Row(person.Id, first, turn.Since, place, next is { Place: null } ? next.Since : null);
            }
        }

        // Further accounts say again what holds last, and so change nothing but who is who.
        if (person.Turns.LastOrDefault(turn => turn.Place is not null) is { } last)
        {
            var end = person.Turns[^1] is { Place: null } gone && gone.Since > last.Since ? gone.Since : (DateOnly?)null;
            foreach (var row in rows.Skip(1))
            {
                await Row(person.Id, row, last.Since, last.Place!, end);
            }
        }
    }

    // As few rows as hold all agents: a row has room for one of each kind.
    private static List<Dictionary<string, string?>> Identities(List<Actor> agents)
    {
        var rows = new List<Dictionary<string, string?>>();
        foreach (var agent in agents.OrderBy(agent => agent.Account is null))
        {
            var (column, value) = agent.Account is { } account ? ("account", account.Name)
                : agent.Mbox is { } mbox ? ("mbox", mbox.Text)
                : agent.MboxSha1 is { } hash ? ("mbox_sha1sum", hash) : ("openid", agent.OpenId!.Text);
            var row = rows.Find(one => !one.ContainsKey(column));
            if (row is null)
            {
                rows.Add(row = []);
            }

            row[column] = value;
            if (agent.Account is not null)
            {
                row["homePage"] = agent.Account.HomePage.Text;
            }
        }

        return rows;
    }

    private Task Row(Guid id, Dictionary<string, string?> identity, DateOnly since, Place place, DateOnly? until)
    {
        var line = new StringBuilder();
        foreach (var column in DirectoryFile.Columns)
        {
            var value = column switch
            {
                "id" => id.ToString(),
                "name" => place.Name,
                "force" => place.Force,
                "rank" => place.Rank,
                "role" => place.Role,
                "department" => place.Department,
                "unit" => place.Unit,
                "kind" => place.Kind,
                "from" => Day(since),
                "until" => Day(until),
                _ => identity.GetValueOrDefault(column),
            };
            line.Append(line.Length == 0 ? "" : ",").Append(Field(value ?? ""));
        }

        return text.WriteAsync(line.Append("\r\n"));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Field(string value) => value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
