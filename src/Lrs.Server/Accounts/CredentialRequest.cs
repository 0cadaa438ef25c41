using Lrs.Data;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>Reads bodies of <c>/api/credentials</c>.</summary>
internal static class CredentialRequest
{
    private const int MostOrigins = 50;
    private static readonly TimeSpan UsualOverlap = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(90);

    /// <summary>A new credential; null, with every fault, when something is wrong.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="now">The time; an end lies after it.</param>
    /// <param name="mayInstallation">May the caller give away what only administrators of the installation have?</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static NewCredential? Read(ReadOnlyMemory<byte> body, DateTimeOffset now, bool mayInstallation, Faults faults)
    {
        var fields = new RequestFields(body, "credential", ["label", "scopes", "expires", "authority", "origins", "launch", "reports", "installation"], faults);
        if (faults.Count > 0)
        {
            return null;
        }

        fields.Require("label", "what people call the credential");
        fields.Require("scopes", $"a list of {ScopeNames.All}");
        var label = fields.Text("label", 200);
        var scopes = ReadScopes(fields);
        var expires = fields.Time("expires");
        if (expires <= now)
        {
            fields.Wrong("expires", "'expires' lies in the past.");
        }

        var authority = fields.Has("authority") ? LaunchScopeReader.Agent(fields.Raw("authority"), "authority", fields, faults) : null;
        var origins = ReadOrigins(fields);
        var launch = ReadLaunch(fields, scopes, expires, faults);
        var reports = ReadReports(fields, scopes, faults);
        var installation = fields.Bool("installation");
        if (installation && !mayInstallation)
        {
            fields.Wrong("installation", "Only who may administer the installation can give that away.");
        }
        else if (installation && !scopes.HasFlag(Scopes.All))
        {
            fields.Wrong("installation", "Administering the installation needs the scope all.");
        }

        return faults.Count > 0 ? null : new NewCredential
        {
            Label = label!,
            Scopes = scopes,
            Expires = expires is { } end ? Micros.Cut(end) : null,
            Authority = authority is null ? null : Accounts.Authority.Of(authority),
            Origins = origins,
            Launch = launch,
            Reports = reports,
            Installation = installation,
        };
    }

    /// <summary>How long the secret before a rotation works too: <c>{"overlap"?: "P1D"}</c>, a day when it is not said.</summary>
    public static TimeSpan ReadOverlap(ReadOnlyMemory<byte> body, Faults faults)
    {
        var fields = new RequestFields(body, "credential", ["overlap"], faults);
        if (fields.Text("overlap", 50) is not { } text)
        {
            return UsualOverlap;
        }

        if (XapiDuration.TryParse(text, out var overlap) && overlap.Length is { } length && length <= LongestOverlap)
        {
            return length;
        }

        fields.Wrong("overlap", $"'overlap' is a duration such as PT8H or P7D, at most {LongestOverlap.TotalDays:0} days; PT0S ends the old secret at once.");
        return UsualOverlap;
    }

    private static Scopes ReadScopes(RequestFields fields)
    {
        var names = fields.Texts("scopes", 20);
        var scopes = ScopeNames.Parse(string.Join(' ', names));
        if (fields.Has("scopes") && (scopes is null or Scopes.None || names.Any(name => name.Contains(' ', StringComparison.Ordinal))))
        {
            fields.Wrong("scopes", $"'scopes' is a list of {ScopeNames.All}.");
        }

        return scopes ?? Scopes.None;
    }

    private static List<string> ReadOrigins(RequestFields fields)
    {
        var origins = fields.Texts("origins", MostOrigins).Select(WebOrigin.Parse).ToList();
        if (origins.Contains(null))
        {
            fields.Wrong("origins", "'origins' is a list of origins such as https://content.example:8443: scheme, host and port, without a path.");
        }

        return [.. origins.OfType<string>().Distinct()];
    }

    private static ReportLimit? ReadReports(RequestFields fields, Scopes scopes, Faults faults)
    {
        if (!fields.Has("reports"))
        {
            return null;
        }

        // Any other scope would show by another way what the limit hides.
        if (scopes is not Scopes.ReadReports)
        {
            fields.Wrong("scopes", $"A credential whose reports are limited has the scope {ScopeNames.Format(Scopes.ReadReports)} and no other.");
        }

        using var inside = faults.Inside("reports");
        return ReportLimit.Read(fields.Raw("reports"), faults);
    }

    private static LaunchScope? ReadLaunch(RequestFields fields, Scopes scopes, DateTimeOffset? expires, Faults faults)
    {
        if (!fields.Has("launch"))
        {
            return null;
        }

        if ((scopes & ~LaunchScope.Possible) != 0)
        {
            fields.Wrong("scopes", $"A launch-scoped credential can have {ScopeNames.Format(LaunchScope.Possible).Replace(" ", ", ", StringComparison.Ordinal)}, and nothing wider.");
        }

        // What it may read is what has its authority; shared, that would be what others wrote.
        if (fields.Has("authority"))
        {
            fields.Wrong("authority", "A launch-scoped credential has an authority of its own; leave 'authority' out.");
        }

        if (expires is null)
        {
            fields.Wrong("expires", "A launch-scoped credential needs an end: 'expires'.");
        }

        using var inside = faults.Inside("launch");
        return LaunchScopeReader.Read(fields.Raw("launch"), faults);
    }
}
