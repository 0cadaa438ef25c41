using System.Security.Claims;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>Who is calling, and what they may do. Made by authentication; read by handlers as a parameter.</summary>
/// <param name="Tenant">The tenant whose data the call sees.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Authority">The xAPI authority of statements it sends: an agent as JSON (xAPI Data 2.4.9).</param>
/// <param name="Name">For logs and pages: a credential's key or a person's name; never a secret.</param>
internal sealed record Caller(Tenant Tenant, Scopes Scopes, ReadOnlyMemory<byte> Authority, string Name)
{
    private const string Item = "Lrs.Caller";

    /// <summary>A launched unit's session, when the call comes from one.</summary>
    public Guid? Session { get; init; }

    /// <summary>What the call is confined to, when it comes with a launch-scoped credential.</summary>
    public LaunchScope? Launch { get; init; }

    /// <summary>What reports are limited to for it; null when they are not.</summary>
    public ReportLimit? Reports { get; init; }

    /// <summary>May the caller administer the whole installation, other tenants too?</summary>
    public bool Installation { get; init; }

    /// <summary>A signed-in person's login, when the call comes from a browser.</summary>
    public Guid? Login { get; init; }

    /// <summary>What a signed-in person may see of the pages: administrator, author, reporter or learner.</summary>
    public string? Role { get; init; }

    public TenantId TenantId => Tenant.Id;

    /// <summary>May the caller do this, by the scope itself or a wider one?</summary>
    public bool May(Scopes scope) =>
        Scopes.HasFlag(Scopes.All)
        || (Scopes & scope) != 0
        || (Scopes.HasFlag(Scopes.ReadAll) && scope is Scopes.ReadStatements or Scopes.ReadMine or Scopes.ReadAll or Scopes.ReadReports)
        || (Scopes.HasFlag(Scopes.ReadStatements) && scope is Scopes.ReadMine);

    /// <summary>Lets minimal-API handlers take a <see cref="Caller"/>; the endpoint must require one.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context) ?? throw new InvalidOperationException("The endpoint takes a caller and does not require one."));

    /// <summary>The caller of a request, or null before authentication.</summary>
    public static Caller? Of(HttpContext context) => context.Items[Item] as Caller;

    /// <summary>Remembers the caller for the rest of the request.</summary>
    public ClaimsPrincipal SignInto(HttpContext context, string scheme)
    {
        context.Items[Item] = this;
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, Name)], scheme));
    }
}

/// <summary>A place where key and secret of a Basic header may belong: credentials, and launched sessions.</summary>
internal interface ICallerSource
{
    /// <summary>The caller with this key and secret, or null.</summary>
    ValueTask<Caller?> Find(string key, string secret, CancellationToken cancel);
}
