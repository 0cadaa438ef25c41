using System.Collections.Concurrent;
using System.Text;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>
/// What this node remembers of credentials, so that a request costs no question to the database. A row is used for four seconds at most,
/// counted from before it was read: that bounds how long a revoked one still works on another node. After half that time the next request has it
/// read again while all go on with what is known, so a busy key never waits.
/// </summary>
internal sealed class CredentialMemory(Database database, TenantStore tenants, TimeProvider clock)
{
    private const int MostUnknown = 10_000;
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, KnownCredential> known = new();

    // Keys that nobody has. Apart, so that a flood of them drives out no real one.
    private readonly ConcurrentDictionary<string, KnownCredential> unknown = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<KnownCredential>>> loading = new();

    /// <summary>What is known of a key; read from the database when nothing is, or it is too old.</summary>
    public ValueTask<KnownCredential> Recall(string key)
    {
        if (known.TryGetValue(key, out var found) || unknown.TryGetValue(key, out found))
        {
            var age = clock.GetElapsedTime(found.Read);
            if (age < Good / 2)
            {
                return ValueTask.FromResult(found);
            }

            if (age < Good)
            {
                if (found.AskAgain())
                {
                    // A failure shows when the row is too old and a request has to wait for the next try.
                    _ = Load(key).ContinueWith(static failed => failed.Exception, TaskContinuationOptions.OnlyOnFaulted);
                }

                return ValueTask.FromResult(found);
            }
        }

        return new ValueTask<KnownCredential>(Load(key));
    }

    /// <summary>Has the next request with this key ask the database; for when this node has changed it.</summary>
    public void Forget(string key)
    {
        // First the read that may be under way: what it brings may be old already, and is not kept.
        loading.TryRemove(key, out _);
        known.TryRemove(key, out _);
        unknown.TryRemove(key, out _);
    }

    // Many requests that wait for one key share a read.
    private Task<KnownCredential> Load(string key)
    {
        Lazy<Task<KnownCredential>>? own = null;
        own = new Lazy<Task<KnownCredential>>(() => Fetch(key, own!));
        return loading.GetOrAdd(key, own).Value;
    }

    private async Task<KnownCredential> Fetch(string key, Lazy<Task<KnownCredential>> self)
    {
        try
        {
            var began = clock.GetTimestamp();
            var row = await database.ReadReference(work => CredentialRows.FindAnywhere(work, key), CancellationToken.None);
            var fresh = new KnownCredential(row, row is null ? null : await CallerOf(row), began);
            if (loading.TryRemove(KeyValuePair.Create(key, self)))
            {
                Keep(key, fresh);
            }

            return fresh;
        }
        finally
        {
            loading.TryRemove(KeyValuePair.Create(key, self));
        }
    }

    private async Task<Caller> CallerOf(Credential row) =>
        new(await tenants.Get(row.Tenant, CancellationToken.None), row.Scopes, Encoding.UTF8.GetBytes(row.Authority), row.Key)
        {
            Launch = row.Launch,
            Reports = row.Reports,
            Installation = row.Installation,
        };

    private void Keep(string key, KnownCredential fresh)
    {
        var (into, from) = fresh.Row is null ? (unknown, known) : (known, unknown);
        if (fresh.Row is null && unknown.Count >= MostUnknown)
        {
            unknown.Clear();
        }

        into[key] = fresh;
        from.TryRemove(key, out _);
    }
}

/// <summary>What is known of a key.</summary>
/// <param name="row">Its row; null when nobody has it.</param>
/// <param name="caller">Who calls with it.</param>
/// <param name="read">When the reading of the row began, as a timestamp of the clock.</param>
internal sealed class KnownCredential(Credential? row, Caller? caller, long read)
{
    private int asked;

    public Credential? Row => row;

    public Caller? Caller => caller;

    public long Read => read;

    /// <summary>True for the first who asks.</summary>
    public bool AskAgain() => Interlocked.Exchange(ref asked, 1) == 0;
}
