using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>Credentials in the database.</summary>
internal static class CredentialRows
{
    /// <summary>Longest list that is given out at once.</summary>
    public const int MostListed = 1_000;

    private const string Columns = """
        SELECT key, tenant, label, scopes, authority, origins, installation, launch_scope, created, expires, revoked, used, secret, older_secret, older_until, reports
        FROM credential
        """;

    /// <summary>By its key, whosever it is; for authentication only.</summary>
    public static Task<Credential?> FindAnywhere(Work work, string key) => work.One($"{Columns} WHERE key = @key", Read, ("@key", key));

    /// <summary>One of the tenant's.</summary>
    public static Task<Credential?> Find(Work work, string key) => work.One($"{Columns} WHERE tenant = @tenant AND key = @key", Read, ("@key", key));

    /// <summary>The tenant's lasting ones, or those that are launch-scoped, newest first.</summary>
    public static Task<List<Credential>> List(Work work, bool launchScoped) => work.All(
        $"{Columns} WHERE tenant = @tenant AND launch_scope IS {(launchScoped ? "NOT NULL" : "NULL")} ORDER BY created DESC, key LIMIT {MostListed}",
        Read);

    /// <summary>Keeps a new one, or replaces the tenant's own with the same key.</summary>
    /// <returns>False when another tenant has the key.</returns>
    public static async Task<bool> Keep(Work work, Credential credential) => await work.Run(
        """
        INSERT INTO credential (key, tenant, label, secret, scopes, authority, origins, installation, launch_scope, created, expires, reports)
        VALUES (@key, @owner, @label, @secret, @scopes, @authority, @origins, @installation, @launch, @created, @expires, @reports)
        ON CONFLICT (key) DO UPDATE SET
            label = excluded.label, secret = excluded.secret, scopes = excluded.scopes, installation = excluded.installation,
            expires = excluded.expires, reports = excluded.reports, revoked = NULL, older_secret = NULL, older_until = NULL
        WHERE credential.tenant = excluded.tenant
        """,
        ("@key", credential.Key),
        ("@owner", credential.Tenant.Value),
        ("@label", credential.Label),
        ("@secret", credential.Secret),
        ("@scopes", ScopeNames.Format(credential.Scopes)),
        ("@authority", credential.Authority),
        ("@origins", string.Join(' ', credential.Origins)),
        ("@installation", credential.Installation),
        ("@launch", credential.Launch?.ToJson()),
        ("@created", credential.Created),
        ("@expires", credential.Expires),
        ("@reports", credential.Reports?.ToJson())) > 0;

    /// <summary>Puts a new secret beside the one there is, which works until a time; one that was there before that ends now.</summary>
    public static Task Rotate(Work work, string key, byte[] secret, DateTimeOffset until) => work.Run(
        "UPDATE credential SET older_secret = secret, older_until = @until, secret = @secret WHERE tenant = @tenant AND key = @key",
        ("@key", key),
        ("@secret", secret),
        ("@until", until));

    public static Task Revoke(Work work, string key, DateTimeOffset now) => work.Run(
        "UPDATE credential SET revoked = @now WHERE tenant = @tenant AND key = @key AND revoked IS NULL",
        ("@key", key),
        ("@now", now));

    public static Task Used(Work work, string key, DateTimeOffset at) => work.Run(
        "UPDATE credential SET used = @at WHERE key = @key AND (used IS NULL OR used < @at)",
        ("@key", key),
        ("@at", at));

    /// <summary>Removes launch-scoped ones that ended before a time. Lasting ones stay for ever, so that their keys are never given again.</summary>
    public static Task<int> RemoveEnded(Work work, DateTimeOffset before) =>
        work.Run("DELETE FROM credential WHERE launch_scope IS NOT NULL AND expires < @before", ("@before", before));

    /// <summary>The origins that credentials which work at this time have registered, of every tenant: a preflight comes without a credential.</summary>
    public static async Task<IEnumerable<string>> Origins(Work work, DateTimeOffset now)
    {
        var lists = await work.All(
            "SELECT DISTINCT origins FROM credential WHERE origins <> '' AND revoked IS NULL AND (expires IS NULL OR expires > @now)",
            row => row.Text(0),
            ("@now", now));
        return lists.SelectMany(Words);
    }

    private static Credential Read(Row row) => new()
    {
        Key = row.Text(0),
        Tenant = TenantId.From(row.Int(1)),
        Label = row.Text(2),
        Scopes = ScopeNames.Parse(row.Text(3)) ?? Scopes.None,
        Authority = row.Text(4),
        Origins = Words(row.Text(5)),
        Installation = row.Bool(6),
        Launch = row.TextOrNull(7) is { } launch ? LaunchScope.FromJson(launch) : null,
        Created = row.Time(8),
        Expires = row.TimeOrNull(9),
        Revoked = row.TimeOrNull(10),
        Used = row.TimeOrNull(11),
        Secret = row.Bytes(12),
        OlderSecret = row.BytesOrNull(13),
        OlderUntil = row.TimeOrNull(14),
        Reports = row.TextOrNull(15) is { } reports ? ReportLimit.FromJson(reports) : null,
    };

    private static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
