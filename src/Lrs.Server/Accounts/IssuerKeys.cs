using Lrs.Server.Settings;
using Microsoft.IdentityModel.Tokens;

namespace Lrs.Server.Accounts;

/// <summary>
/// The public keys of one issuer: from the settings, or from its address, where they are fetched when first needed, again after an hour, and when a token names a
/// key that is not among them, at most every half minute, so that forged tokens cannot make this server ask without pause.
/// </summary>
internal sealed class IssuerKeys : IDisposable
{
    private const int LongestSet = 1024 * 1024;
    private static readonly TimeSpan Good = TimeSpan.FromHours(1);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IssuerSettings settings;
    private readonly IHttpClientFactory http;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim turn = new(1, 1);
    private IReadOnlyList<SecurityKey>? keys;
    private long? tried;
    private long fetched;

    /// <summary>Reads the keys of the settings, where they are there.</summary>
    /// <exception cref="SettingsException">They are no set of public keys.</exception>
    public IssuerKeys(IssuerSettings settings, IHttpClientFactory http, TimeProvider clock)
    {
        (this.settings, this.http, this.clock) = (settings, http, clock);
        if (settings.Keys.Length > 0)
        {
            keys = Read(settings.Keys) is { Count: > 0 } own
                ? own
                : throw new SettingsException($"Lrs:Issuers: the Keys of {settings.Issuer} are not a JSON Web Key Set with public RSA or EC keys.");
        }
    }

    private bool AreGiven => settings.Keys.Length > 0;

    /// <summary>The keys.</summary>
    /// <exception cref="IssuerUnavailableException">They were never fetched, and cannot be now.</exception>
    public async ValueTask<IReadOnlyList<SecurityKey>> Get(CancellationToken cancel)
    {
        if (keys is { } known && (AreGiven || clock.GetElapsedTime(fetched) < Good))
        {
            return known;
        }

        await Fetch(cancel);

        // Old ones are better than none.
        return keys ?? throw new IssuerUnavailableException(settings.Issuer);
    }

    /// <summary>Keys that are newer than those there were; null when there are none to be had now.</summary>
    public async ValueTask<IReadOnlyList<SecurityKey>?> GetNewer(CancellationToken cancel)
    {
        var before = keys;
        if (!AreGiven)
        {
            await Fetch(cancel);
        }

        return ReferenceEquals(before, keys) ? null : keys;
    }

    public void Dispose() => turn.Dispose();

    private async Task Fetch(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (tried is { } last && clock.GetElapsedTime(last) < Apart)
            {
                return;
            }

            tried = clock.GetTimestamp();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            using var client = http.CreateClient(nameof(IssuerKeys));
            client.MaxResponseContentBufferSize = LongestSet;
            if (Read(await client.GetStringAsync(new Uri(settings.Jwks), patience.Token)) is { Count: > 0 } fresh)
            {
                (keys, fetched) = (fresh, clock.GetTimestamp());
            }
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // Whoever needs keys and has none says so.
        }
        finally
        {
            turn.Release();
        }
    }

    // Public keys for signatures. A symmetric one has no place in a set that anybody may read.
    private static List<SecurityKey>? Read(string text)
    {
        try
        {
            return [.. new JsonWebKeySet(text).Keys.Where(key => key.Kty is JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve && key.Use is not "enc" && !key.HasPrivateKey)];
        }
        catch (Exception fault) when (fault is ArgumentException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>An issuer's keys cannot be had at the moment, so its tokens can be neither believed nor refused; answered with 503.</summary>
internal sealed class IssuerUnavailableException(string issuer) : Exception($"The keys of {issuer} cannot be fetched at the moment, so its tokens cannot be checked.");
