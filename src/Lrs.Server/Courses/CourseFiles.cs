using System.Collections.Concurrent;
using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Courses;

/// <summary>What a file key stands for.</summary>
internal sealed record FileKey(TenantId Tenant, Guid Registration, Guid Version);

/// <summary>
/// Addresses of course files: <c>/f/KEY/PATH</c> on the content origin. The key is an HMAC of registration and version, so it is the same at
/// every launch (a browser's cache stays good), cannot be guessed, and begins with the tenant's code. It opens the files of that version, nothing else.
/// </summary>
internal sealed class CourseFiles(Database database, CourseStore store, SigningKeys keys, TenantStore tenants, TimeProvider clock)
{
    private const string Purpose = "course-files";
    private const int MostRemembered = 10_000;

    // How long a key may still open the files of a course that was deleted.
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (FileKey Key, long Until)> known = new(StringComparer.Ordinal);

    /// <summary>The key under which a registration sees the files of a version. Made at the first call, the same ever after.</summary>
    public async Task<string> KeyFor(TenantId tenant, Guid registration, Guid version, CancellationToken cancel)
    {
        var owner = await tenants.Get(tenant, cancel);
        var text = new byte[36];
        BitConverter.TryWriteBytes(text, System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(tenant.Value));
        registration.TryWriteBytes(text.AsSpan(4), bigEndian: true, out _);
        version.TryWriteBytes(text.AsSpan(20), bigEndian: true, out _);
        var key = $"{owner.Code}-{Convert.ToHexStringLower((await keys.Sign(Purpose, text, cancel))[..16])}";
        if (!known.ContainsKey(key) && await Row(key, cancel) is null)
        {
            await database.WriteReference(
                work => work.Run(
                    "INSERT INTO file_key (key, tenant, registration, version, created) VALUES (@key, @owner, @registration, @version, @now) ON CONFLICT DO NOTHING",
                    ("@key", key),
                    ("@owner", tenant.Value),
                    ("@registration", registration),
                    ("@version", version),
                    ("@now", clock.GetUtcNow())),
                cancel);
        }

        return key;
    }

    /// <summary>What a key stands for; null when it is none, or its course was deleted.</summary>
    public async ValueTask<FileKey?> Resolve(string key, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (known.TryGetValue(key, out var remembered) && now < remembered.Until)
        {
            return remembered.Key;
        }

        known.TryRemove(key, out _);
        if (await Row(key, cancel) is not { } found || !await store.IsServed(found.Tenant, found.Version, cancel))
        {
            return null;
        }

        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        known[key] = (found, now + (long)(Remember.TotalSeconds * clock.TimestampFrequency));
        return found;
    }

    private Task<FileKey?> Row(string key, CancellationToken cancel) =>
        database.ReadReference(
            work => work.One(
                "SELECT tenant, registration, version FROM file_key WHERE key = @key",
                row => new FileKey(TenantId.From(row.Int(0)), row.Guid(1), row.Guid(2)),
                ("@key", key)),
            cancel);
}
