using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Lrs.Server.Accounts;

/// <summary>A feature that knows of origins whose scripts call the record store, such as units of courses that lie on other servers.</summary>
internal interface IOriginSource
{
    /// <summary>The origins, of every tenant: a preflight does not say whose it is.</summary>
    Task<IEnumerable<string>> Origins(CancellationToken cancel);
}

/// <summary>
/// Which scripts may call the record store from elsewhere (CORS): those of the content origin, of the setting <c>Lrs:Cors:Origins</c>, of the origins that credentials
/// have registered, and of units that lie on other servers. Only the store's own policy grows by them; no other address ever answers a script of another origin.
/// </summary>
internal sealed class RegisteredOrigins : ICorsPolicyProvider, IDisposable
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(30);

    // How soon an origin that is not known is looked for again; strangers send any.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    private readonly Database database;
    private readonly IEnumerable<IOriginSource> sources;
    private readonly TimeProvider clock;
    private readonly CorsOptions policies;
    private readonly CorsPolicy store;
    private readonly HashSet<string> always;
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile HashSet<string> known = [];
    private long? read;

    public RegisteredOrigins(IOptions<CorsOptions> cors, CorsSettings settings, Database database, IEnumerable<IOriginSource> sources, TimeProvider clock)
    {
        (this.database, this.sources, this.clock, policies) = (database, sources, clock, cors.Value);
        always = [.. settings.Origins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(origin => WebOrigin.Parse(origin)!)];
        var own = policies.GetPolicy(XapiRoot.CorsPolicy)!;
        var isContent = own.IsOriginAllowed;
        store = new CorsPolicyBuilder(own).SetIsOriginAllowed(origin => isContent(origin) || always.Contains(origin) || known.Contains(origin)).Build();
    }

    /// <inheritdoc/>
    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        if (policyName != XapiRoot.CorsPolicy)
        {
            return policyName is null ? null : policies.GetPolicy(policyName);
        }

        var origin = context.Request.Headers.Origin.ToString();
        if (!policies.GetPolicy(policyName)!.IsOriginAllowed(origin) && !always.Contains(origin))
        {
            await Refresh(origin, context.RequestAborted);
        }

        return store;
    }

    public void Dispose() => turn.Dispose();

    private bool IsFresh(string origin) => read is { } last && clock.GetElapsedTime(last) < (known.Contains(origin) ? Good : Apart);

    private async Task Refresh(string origin, CancellationToken cancel)
    {
        if (IsFresh(origin))
        {
            return;
        }

        await turn.WaitAsync(cancel);
        try
        {
            if (IsFresh(origin))
            {
                return;
            }

            var began = clock.GetTimestamp();
            var all = (await database.ReadReference(work => CredentialRows.Origins(work, clock.GetUtcNow()), cancel)).ToHashSet(StringComparer.Ordinal);
            foreach (var source in sources)
            {
                all.UnionWith(await source.Origins(cancel));
            }

            (known, read) = (all, began);
        }
        catch (DatabaseUnavailableException)
        {
            // What was known goes on; the request itself will say that the database is away.
        }
        finally
        {
            turn.Release();
        }
    }
}
