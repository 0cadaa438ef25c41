using Lrs.Data;
using Lrs.Server.Statements;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

public sealed class BuildingViewsAgain
{
    [Theory, EveryDatabase]
    public async Task Built_again_from_the_first_entry_the_views_are_the_same_ids_included(Dialect dialect)
    {
        await using var place = await Installation.Make(dialect);
        await using var server = await place.StartHere();
        using var http = place.Client();
        await Sample.Fill(http);
        await Survivors.Followed(place);
        var before = await StoredLog.ReportRows(place);

        var all = server.App.Services;
        foreach (var view in all.GetServices<ILogFollower>())
        {
            Assert.Equal((await StoredLog.Head(place)).Seq, await all.GetRequiredService<ViewRebuild>().Run(TenantId.From(1), view, CancellationToken.None));
        }

        Assert.NotEmpty(before);
        Assert.Equal(before, await StoredLog.ReportRows(place));
    }

    [Theory, EveryDatabase]
    public async Task Rows_that_went_astray_are_gone_after_the_command(Dialect dialect)
    {
        await using var place = await Installation.Make(dialect);
        List<string> before;
        await using (var server = await place.StartHere())
        {
            using var http = place.Client();
            await Sample.Fill(http);
            await Survivors.Followed(place);
            before = await StoredLog.ReportRows(place);
            await server.App.Services.GetRequiredService<Database>().Write(
                TenantId.From(1),
                async work =>
                {
                    await work.Run("UPDATE attempt SET number = number + 7 WHERE tenant = @tenant");
                    await work.Run("DELETE FROM answer WHERE tenant = @tenant");
                    await work.Run("UPDATE learner SET name = 'somebody else' WHERE tenant = @tenant");
                },
                CancellationToken.None);
        }

        var (code, words) = await place.Command("rebuild", "reports");

        Assert.True(code is 0, words);
        Assert.Contains("is built again from", words);
        Assert.Equal(before, await StoredLog.ReportRows(place));
    }

    [Theory]
    [InlineData("is no view. There are: canonical, reports.", 1, "rebuild", "everything")]
    [InlineData("rebuild needs the name of a view", 2, "rebuild")]
    [InlineData("'rebiuld' is no command.", 2, "rebiuld", "reports")]
    [InlineData("takes one name, and there are 2: a, b.", 2, "backup", "a", "b")]
    [InlineData("--replace belongs to restore.", 2, "backup", "a", "--replace")]
    public async Task Words_that_are_not_understood_are_answered_with_a_sentence(string sentence, int code, params string[] words)
    {
        await using var place = await Installation.Make(Dialect.Sqlite);

        var (ended, output) = await place.Command(words);

        Assert.Contains(sentence, output);
        Assert.Equal(code, ended);
    }
}
