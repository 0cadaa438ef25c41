using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Courses;

/// <summary>The origins of units that lie on other servers (cmi5 14.1): their scripts call the record store from there.</summary>
internal sealed class UnitOrigins(Database database, TenantStore tenants) : IOriginSource
{
    private const string Outside = """
        SELECT DISTINCT u.launch FROM unit u
        JOIN course c ON c.tenant = u.tenant AND c.id = u.course
        WHERE u.tenant = @tenant AND u.launch_path IS NULL AND u.launch LIKE 'http%' AND c.deleted IS NULL
        """;

    /// <inheritdoc/>
    public async Task<IEnumerable<string>> Origins(CancellationToken cancel)
    {
        var origins = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tenant in await tenants.All(cancel))
        {
            var addresses = await database.Read(tenant.Id, work => work.All(Outside, row => row.Text(0)), cancel);
            origins.UnionWith(addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? WebOrigin.Of(uri) : null).OfType<string>());
        }

        return origins;
    }
}
