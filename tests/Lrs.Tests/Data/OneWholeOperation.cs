using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class OneWholeOperation
{
    private static readonly TenantId Tenant = TenantId.From(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_was_written_is_there_when_it_returns(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await database.Write(Tenant, work => Add(work, "a"), Cancel);

        Assert.Equal(["a"], await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task What_was_written_is_undone_when_it_throws(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await Assert.ThrowsAsync<InvalidDataException>(() => database.Write(
            Tenant,
            async work =>
            {
                await Add(work, "a");
                throw new InvalidDataException();
            },
            Cancel));

        Assert.Empty(await Names(database));
        await database.Write(Tenant, work => Add(work, "b"), Cancel);
        Assert.Equal(["b"], await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task What_was_written_is_undone_when_the_database_refuses(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Write(
            Tenant,
            async work =>
            {
                await Add(work, "a");
                await Add(work, "a");
            },
            Cancel));

        Assert.Empty(await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task A_savepoint_given_up_undoes_its_part_only(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await database.Write(
            Tenant,
            async work =>
            {
                await Add(work, "before");
                await work.Savepoint(async () => { await Add(work, "given up"); return false; });
                await work.Savepoint(async () => { await Add(work, "kept"); return true; });
                await Add(work, "after");
            },
            Cancel);

        Assert.Equal(["after", "before", "kept"], await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_statement_in_a_savepoint_leaves_the_rest_usable(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await database.Write(
            Tenant,
            async work =>
            {
                await Add(work, "a");
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => work.Savepoint(async () => { await Add(work, "a"); return true; }));
                await Add(work, "b");
            },
            Cancel);

        Assert.Equal(["a", "b"], await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task A_reader_sees_nothing_of_a_write_that_has_not_ended(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();

        await database.Write(
            Tenant,
            async work =>
            {
                await Add(work, "a");
                Assert.Empty(await Names(database));
            },
            Cancel);

        Assert.Equal(["a"], await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task A_snapshot_stays_at_one_moment(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();
        await database.Write(Tenant, work => Add(work, "before"), Cancel);

        var seen = await database.Snapshot(
            Tenant,
            async work =>
            {
                var first = await NamesIn(work);
                await database.Write(Tenant, other => Add(other, "meanwhile"), Cancel);
                return (first, second: await NamesIn(work));
            },
            Cancel);

        Assert.Equal(["before"], seen.first);
        Assert.Equal(["before"], seen.second);
        Assert.Equal(["before", "meanwhile"], await Names(database));
    }

    [Theory, EveryDatabase]
    public async Task Many_who_add_one_at_once_lose_none(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();
        await database.Write(Tenant, work => Add(work, "counter"), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            database.Write(Tenant, work => work.Run("UPDATE follower SET seq = seq + 1 WHERE tenant = @tenant AND name = 'counter'"), Cancel))));

        Assert.Equal(50L, await database.Read(Tenant, work => work.One("SELECT seq FROM follower WHERE tenant = @tenant", row => row.Long(0)), Cancel));
    }

    [Fact]
    public async Task What_is_told_of_single_statements_is_what_is_there_when_sqlite_ends_their_transaction()
    {
        const string Into = "INTO follower (tenant, name, seq) VALUES (@tenant, @name, 0)";
        await using var fresh = await TestDatabase.Start(Dialect.Sqlite);
        var database = await fresh.Open();
        await database.Write(Tenant, work => Add(work, "there"), Cancel);
        for (var round = 0; round < 20; round++)
        {
            // They come while the writer is at work, so that they share its next transaction; the third ends it, as a full disk does.
            var free = new TaskCompletionSource();
            var holder = database.Write(Tenant, async _ => await free.Task, Cancel);
            var all = new[] { ($"a{round}", "INSERT"), ($"b{round}", "INSERT"), ("there", "INSERT OR ROLLBACK"), ($"c{round}", "INSERT"), ($"d{round}", "INSERT") }
                .Select(one => (Name: one.Item1, Task: (Task)database.WriteOne(Tenant, $"{one.Item2} {Into}", [("@name", one.Item1)], Cancel)))
                .Append((Name: $"e{round}", Task: database.Write(Tenant, work => work.Many($"INSERT {Into}", 1, ("@name", new[] { $"e{round}" })), Cancel)))
                .ToList();
            free.SetResult();
            await Task.WhenAll(all.Select(one => one.Task.ContinueWith(_ => { }, TaskScheduler.Default)).Append(holder.ContinueWith(_ => { }, TaskScheduler.Default)));

            var names = await Names(database);
            Assert.All(all.Where(one => one.Name is not "there"), one => Assert.Equal(one.Task.IsCompletedSuccessfully, names.Contains(one.Name)));
            Assert.True(all[2].Task.IsFaulted);

            // They fail of what ended the transaction, not of its being over.
            Assert.All(all.Where(one => one.Task.IsFaulted), one => Assert.IsAssignableFrom<System.Data.Common.DbException>(one.Task.Exception!.InnerException));
        }
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_ends_the_work_and_leaves_the_database_usable(Dialect dialect)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();
        using var gone = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Write(
            Tenant,
            async work =>
            {
                await Add(work, "a");
                await gone.CancelAsync();
                await Add(work, "b");
            },
            gone.Token));

        Assert.Empty(await Names(database));
    }

    private static Task<int> Add(Work work, string name) =>
        work.Run("INSERT INTO follower (tenant, name, seq) VALUES (@tenant, @name, 0)", ("@name", name));

    private static Task<List<string>> Names(Database database) => database.Read(Tenant, NamesIn, Cancel);

    private static Task<List<string>> NamesIn(Work work) =>
        work.All("SELECT name FROM follower WHERE tenant = @tenant ORDER BY name", row => row.Text(0));
}
