using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>The accounts under which this installation itself records people.</summary>
internal static class OwnAccounts
{
    /// <summary>That of a signed-in person: named after their login.</summary>
    public static Account OfLogin(Tenant tenant, Guid login) => new(Home(tenant, "people"), login.ToString());

    /// <summary>
    /// That of a person who is known by an address or the like, where an account is needed that does not tell who it is (cmi5 9.2): made of
    /// it, the same every time.
    /// </summary>
    /// <param name="tenant">Whose person.</param>
    /// <param name="agent">The key of the agent (see <see cref="Actor.Key"/>).</param>
    public static Account Instead(Tenant tenant, string agent) => new(Home(tenant, "learners"), NamedGuid.Of(Guid.Empty, tenant.Iri, agent).ToString("N"));

    /// <summary>Is it one of these?</summary>
    public static bool Has(Tenant tenant, Account account) => account.HomePage == Home(tenant, "people") || account.HomePage == Home(tenant, "learners");

    private static Iri Home(Tenant tenant, string what) =>
        Iri.TryParse($"{tenant.Iri}/{what}", out var home) ? home : throw new InvalidDataException($"The IRI of tenant {tenant.Code} is none.");
}
