using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class TenantsApart
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Each_sees_what_is_its_own(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();
        foreach (var tenant in new[] { 1, 2 })
        {
            await database.Write(TenantId.From(tenant), work => work.Run("INSERT INTO follower (tenant, name, seq) VALUES (@tenant, 'view', @seq)", ("@seq", tenant * 100)), Cancel);
        }

        Assert.Equal([100L], await Seqs(database, 1));
        Assert.Equal([200L], await Seqs(database, 2));
        Assert.Empty(await Seqs(database, 3));
    }

    [Theory, EveryDatabase]
    public async Task A_snapshot_has_its_tenant_too(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        var tenant = await database.Snapshot(TenantId.From(5), async work => (work.Tenant.Value, await work.One("SELECT @tenant + 0", row => row.Int(0))), Cancel);

        Assert.Equal((5, 5), tenant);
    }

    [Theory, EveryDatabase]
    public async Task Work_on_reference_tables_has_none(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.ReadReference(work => Task.FromResult(work.Tenant), Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.ReadReference(work => work.All("SELECT seq FROM follower WHERE tenant = @tenant", row => row.Long(0)), Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_number_that_is_not_positive_is_no_tenant(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => TenantId.From(number));

    private static Task<List<long>> Seqs(Database database, int tenant) =>
        database.Read(TenantId.From(tenant), work => work.All("SELECT seq FROM follower WHERE tenant = @tenant", row => row.Long(0)), Cancel);
}
