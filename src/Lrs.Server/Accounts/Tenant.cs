using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>One force, or one client.</summary>
/// <param name="Id">Its number, first in every key.</param>
/// <param name="Code">Short name; generated keys, tokens and host labels begin with it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Iri">What every IRI minted for it starts with, for ever.</param>
internal sealed record Tenant(TenantId Id, string Code, string Name, string Iri);
