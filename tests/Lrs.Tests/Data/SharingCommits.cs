using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

/// <summary>Those who write at once wait a moment for each other; who writes alone waits for nobody.</summary>
public sealed class SharingCommits
{
    private readonly Gathering gathering = new(fewest: 2);

    [Fact]
    public void Nobody_waits_at_first() => Assert.Null(gathering.Wait(1));

    [Fact]
    public void Who_writes_alone_waits_for_nobody()
    {
        gathering.Done(1, 0);
        Assert.Null(gathering.Wait(1));
    }

    [Fact]
    public async Task A_commit_waits_until_those_just_answered_have_come_again()
    {
        // Again, should the machine be so slow that the moment is over before it is asked for.
        Task? moment = null;
        for (var tries = 0; moment is null && tries < 100; tries++)
        {
            gathering.Done(3, 0);
            moment = gathering.Wait(1);
        }

        Assert.NotNull(moment);
        gathering.Came(2);
        gathering.Came(3);
        await moment;
    }

    [Fact]
    public async Task It_does_not_wait_for_long()
    {
        gathering.Done(100, 0);
        await (gathering.Wait(1) ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Nobody_waits_when_all_are_here()
    {
        gathering.Done(2, 1);
        Assert.Null(gathering.Wait(3));
    }

    [Fact]
    public async Task Those_who_were_answered_long_ago_are_not_waited_for()
    {
        gathering.Done(3, 0);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Null(gathering.Wait(1));
    }
}
