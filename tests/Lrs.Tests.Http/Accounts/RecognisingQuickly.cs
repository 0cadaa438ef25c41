using System.Net;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>Every request to the record store carries a credential, so recognising one must cost next to nothing.</summary>
public sealed class RecognisingQuickly
{
    [Fact]
    public async Task A_credential_that_is_in_use_needs_no_database_and_hardly_any_memory()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var callers = lrs.Services.GetServices<ICallerSource>().OfType<CredentialCallers>().Single();
        await Recognise(callers, 2_000);
        await lrs.Services.GetRequiredService<Database>().WriteReference(work => work.Run("ALTER TABLE credential RENAME TO elsewhere"), CancellationToken.None);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await Recognise(callers, 1_000);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;

        await lrs.Services.GetRequiredService<Database>().WriteReference(work => work.Run("ALTER TABLE elsewhere RENAME TO credential"), CancellationToken.None);
        // Compiled for debugging, the waiting itself takes two thirds of that.
        Assert.True(each <= 256, $"{each} bytes for each request.");
    }

    [Theory, EveryDatabase]
    public async Task Requests_that_come_at_one_time_share_a_read(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var memory = lrs.Services.GetRequiredService<CredentialMemory>();

        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await memory.Recall(TestLrs.Key))));

        Assert.Single(found.Distinct());
        Assert.Same(found[0], await memory.Recall(TestLrs.Key));
        memory.Forget(TestLrs.Key);
        Assert.NotSame(found[0], await memory.Recall(TestLrs.Key));
    }

    [Theory, EveryDatabase]
    public async Task A_flood_of_keys_that_nobody_has_drives_out_no_real_one(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var memory = lrs.Services.GetRequiredService<CredentialMemory>();
        var real = await memory.Recall(TestLrs.Key);

        for (var i = 0; i < 500; i++)
        {
            Assert.Null((await memory.Recall($"nobody-{i}")).Row);
        }

        var again = await memory.Recall(TestLrs.Key);
        Assert.True(ReferenceEquals(real, again) || again.Read > real.Read);
        Assert.NotNull(again.Caller);
        Assert.Equal(HttpStatusCode.OK, await lrs.Http.Status("/xapi/statements"));
    }

    private static async Task Recognise(CredentialCallers callers, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.NotNull(await callers.Find(TestLrs.Key, TestLrs.Secret, CancellationToken.None));
        }
    }
}
