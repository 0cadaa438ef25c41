using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>What a program's key stands for. The secret is not in it, only its keyed hash.</summary>
internal sealed record Credential
{
    /// <summary>The public half; begins with the tenant's code when it was generated.</summary>
    public required string Key { get; init; }

    public required TenantId Tenant { get; init; }

    /// <summary>What people call it.</summary>
    public required string Label { get; init; }

    public required Scopes Scopes { get; init; }

    /// <summary>The xAPI authority of what it stores: an agent as JSON.</summary>
    public required string Authority { get; init; }

    /// <summary>Origins of scripts that hold it, such as <c>https://content.example</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>May it administer the whole installation, other tenants too?</summary>
    public bool Installation { get; init; }

    /// <summary>What it is confined to, when it is launch-scoped.</summary>
    public LaunchScope? Launch { get; init; }

    /// <summary>What it shows of reports, when it is limited.</summary>
    public ReportLimit? Reports { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public DateTimeOffset? Revoked { get; init; }

    /// <summary>When it was used last, to a minute.</summary>
    public DateTimeOffset? Used { get; init; }

    /// <summary>HMAC-SHA-256 of the secret.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The same of the secret before the last rotation.</summary>
    public byte[]? OlderSecret { get; init; }

    /// <summary>Until when that one works too.</summary>
    public DateTimeOffset? OlderUntil { get; init; }

    /// <summary>Does it work at this time?</summary>
    public bool Works(DateTimeOffset now) => Revoked is null && !(Expires <= now);
}
