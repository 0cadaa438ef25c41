using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Xapi;

namespace Lrs.Server.People;

/// <summary>
/// The people whom some rows of a file are about, as they are known and as the rows change them:
///   1 who is meant, 2 what two agents of one person had apart becomes one, 3 what holds when, 4 what changed is written.
/// </summary>
internal sealed class PeopleBatch(Work work, Tenant tenant, Guid load, DateOnly today, LoadCounts counts)
{
    private readonly Dictionary<Guid, Guid> persons = [];
    private readonly Dictionary<Guid, History> histories = [];
    private readonly Dictionary<Guid, Known> known = [];
    private readonly HashSet<Guid> changed = [];
    private readonly HashSet<Guid> fresh = [];
    private readonly HashSet<Guid> linked = [];
    private readonly List<(Guid Learner, string Agent, Guid Person)> links = [];

    /// <summary>Applies rows in order and writes what they change.</summary>
    public async Task Apply(IReadOnlyList<DirectoryRow> rows)
    {
        var logins = await PersonRows.Logins(work, [.. rows.SelectMany(row => row.Agents).Select(Address).OfType<string>().Distinct()]);
        var agents = rows.Select(row => row.Agents.SelectMany(agent => Keys(agent, logins)).Select(key => (Id: LearnerId(key), Key: key)).ToList()).ToList();
        Guid[] ids = [.. agents.SelectMany(row => row.Select(agent => agent.Id)).Concat(rows.Select(row => row.Id).OfType<Guid>()).Distinct()];
        foreach (var (learner, person) in await PersonRows.PersonsOf(work, ids))
        {
            persons[learner] = person;
        }

        var told = rows.Select(row => row.Id).OfType<Guid>().Where(id => !persons.ContainsKey(id)).Distinct().ToArray();
        foreach (var (learner, person) in await PersonRows.Recorded(work, told))
        {
            persons[learner] = person;
        }

        await Recall([.. persons.Values.Distinct()]);
        for (var i = 0; i < rows.Count; i++)
        {
            await Apply(rows[i], agents[i]);
        }

        await Write();
    }

    private async Task Apply(DirectoryRow row, List<(Guid Id, string Key)> agents)
    {
        // :: 1 who is meant
        if (agents.Count == 0 && !persons.ContainsKey(row.Id!.Value))
        {
            throw new UnknownLearnerException(row.Line, row.Id.Value);
        }

        var named = row.Id is { } id ? persons.GetValueOrDefault(id, id) : (Guid?)null;
        var meant = new[] { named }.Concat(agents.Select(agent => persons.TryGetValue(agent.Id, out var found) ? found : (Guid?)null)).OfType<Guid>().Distinct().ToList();
        var person = meant.Count > 0 ? meant[0] : agents[0].Id;
        if (histories.TryAdd(person, History.Empty))
        {
            known[person] = Known.Nothing;
            persons[person] = person;
            fresh.Add(person);
            counts.Added++;
        }

        // :: 2 what two agents of one person had apart becomes one
        foreach (var other in meant.Where(one => one != person))
        {
            await Join(person, other);
        }

        var added = agents.Where(agent => !persons.ContainsKey(agent.Id) || (fresh.Contains(agent.Id) && !linked.Contains(agent.Id))).ToList();
        foreach (var agent in added)
        {
            persons[agent.Id] = person;
            linked.Add(agent.Id);
            links.Add((agent.Id, agent.Key, person));
            changed.Add(person);
        }

        Identify(person, row, added.ConvertAll(agent => agent.Key));

        // :: 3 what holds when
        var from = row.From ?? (row.Until <= today ? row.Until.Value.AddDays(-1) : today);
        var before = histories[person];
        var after = before.With(from, row.Until, row.Place(before.Known(from)));
        if (!after.IsSameAs(before))
        {
            histories[person] = after;
            changed.Add(person);
        }
    }

    private async Task Join(Guid person, Guid other)
    {
        if (histories.TryGetValue(other, out var theirs))
        {
            histories[person] = histories[person].And(theirs);
            known[person] = known[person].Or(known[other]);
            histories.Remove(other);
            changed.Remove(other);
            fresh.Remove(other);
        }

        foreach (var (learner, was) in persons.ToList())
        {
            persons[learner] = was == other ? person : was;
        }

        for (var i = 0; i < links.Count; i++)
        {
            links[i] = links[i].Person == other ? links[i] with { Person = person } : links[i];
        }

        await PersonRows.Join(work, person, other);
        persons[other] = person;
        changed.Add(person);
        counts.Joined++;
    }

    // What reports show of who it is: the account and the address that the directory named last.
    private void Identify(Guid person, DirectoryRow row, List<string> added)
    {
        var agents = row.Agents.Where(agent => added.Contains(agent.Key!)).ToList();
        var account = agents.Find(agent => agent.Account is not null)?.Account;
        var now = new Known(account?.Name, account?.HomePage.Text, agents.Find(agent => agent.Mbox is not null)?.Mbox?.Text).Or(known[person]);
        if (now != known[person])
        {
            known[person] = now;
            changed.Add(person);
        }
    }

    // :: 4 what changed is written
    private async Task Write()
    {
        counts.Changed += changed.Count(person => !fresh.Contains(person));
        counts.Links += links.Count;
        List<Guid> touched = [.. changed.Union(fresh)];
        await PersonRows.Save(work, load, touched.ConvertAll(person => (person, known[person])));
        await PersonRows.Link(work, links);
        await PersonRows.LinkThemselves(work, [.. fresh]);
        await PersonRows.SaveHistories(work, touched.ConvertAll(person => (person, histories[person])));
    }

    private async Task Recall(Guid[] all)
    {
        foreach (var (person, what) in await PersonRows.Find(work, all))
        {
            known[person] = what;
            histories[person] = History.Empty;
        }

        foreach (var turns in (await PersonRows.Turns(work, all)).GroupBy(turn => turn.Person))
        {
            histories[turns.Key] = new History([.. turns.Select(turn => turn.Turn)]);
        }
    }

    // With an agent go the accounts under which this installation itself records whoever has it.
    private IEnumerable<string> Keys(Actor agent, Dictionary<string, Guid> logins)
    {
        yield return agent.Key!;
        if (agent.Account is null)
        {
            yield return new Actor { Account = OwnAccounts.Instead(tenant, agent.Key!) }.Key!;
        }

        if (Address(agent) is { } address && logins.TryGetValue(address, out var login))
        {
            yield return new Actor { Account = OwnAccounts.OfLogin(tenant, login) }.Key!;
        }
    }

    private static string? Address(Actor agent) => agent.Mbox?.Text["mailto:".Length..].ToLowerInvariant();

    private Guid LearnerId(string agent) => NamedGuid.Of($"{work.Tenant} learner {agent}");
}

/// <summary>A row names a learner who is not there, and nothing else to know the person by.</summary>
internal sealed class UnknownLearnerException(int line, Guid id) : Exception
{
    public int Line => line;

    public Guid Id => id;
}

/// <summary>What reports show of who a person is.</summary>
internal sealed record Known(string? AccountName, string? AccountHome, string? Mbox)
{
    public static readonly Known Nothing = new(null, null, null);

    /// <summary>With what another knows where this says nothing.</summary>
    public Known Or(Known other) => new(AccountName ?? other.AccountName, AccountName is null ? other.AccountHome : AccountHome, Mbox ?? other.Mbox);
}

/// <summary>What a load does, counted in people.</summary>
internal sealed class LoadCounts
{
    public int Rows { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    /// <summary>How many people turned out to be one with another.</summary>
    public int Joined { get; set; }

    /// <summary>How many agents were newly linked to people.</summary>
    public int Links { get; set; }
}
