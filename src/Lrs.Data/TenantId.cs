namespace Lrs.Data;

/// <summary>
/// The number of a tenant: one force, or one client. Every query on tenants' data is made with one, and there is no way
/// to make a query without it except <see cref="Database.ReadReference{T}"/> and <see cref="Database.WriteReference{T}"/>,
/// which are for the few small tables that are needed before the tenant is known.
/// </summary>
public sealed record TenantId
{
    private TenantId(int value) => Value = value;

    /// <summary>The number as it stands in every key; 1 is the tenant made at first start.</summary>
    public int Value { get; }

    /// <summary>The tenant with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static TenantId From(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return new TenantId(value);
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
