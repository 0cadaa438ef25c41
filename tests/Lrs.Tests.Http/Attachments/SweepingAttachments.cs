using System.Net;
using System.Text;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Statements;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Attachments;

public sealed class SweepingAttachments
{
    private static readonly TenantId First = TenantId.From(1);

    [Theory, EveryDatabase]
    public async Task What_no_statement_refers_to_goes_after_a_day_and_nothing_else_does(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var (kept, lost) = (Encoding.UTF8.GetBytes("kept"), Encoding.UTF8.GetBytes("lost"));
        await lrs.Send(Part.Json(Some.Statement(more: Multipart.Attached(kept))), Part.Data(kept));
        var refused = await lrs.Send(Part.Json(Some.Statement(more: Multipart.Attached(lost))), Part.Data(lost), Part.Data(kept));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(2, await Count(lrs));

        Assert.Equal(0, await SweepAfter(lrs, TimeSpan.FromHours(23)));
        Assert.Equal(1, await SweepAfter(lrs, TimeSpan.FromHours(25)));
        Assert.Equal(0, await SweepAfter(lrs, TimeSpan.FromHours(50)));

        Assert.Equal(1, await Count(lrs));
        Assert.Equal(kept, (await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true")))[1].Body);
    }

    [Theory, EveryDatabase]
    public async Task What_comes_again_after_it_was_swept_is_there_again(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var bytes = Encoding.UTF8.GetBytes("twice");
        var statement = Part.Json(Some.Statement(more: Multipart.Attached(bytes)));
        await lrs.Send(statement, Part.Data(bytes), Part.Json("{}"));
        await SweepAfter(lrs, TimeSpan.FromHours(25));
        Assert.Equal(0, await Count(lrs));

        await lrs.Send(statement, Part.Data(bytes));

        Assert.Equal(bytes, (await Multipart.Read(await lrs.Http.GetAsync("/xapi/statements?attachments=true")))[1].Body);
    }

    private static Task<int> SweepAfter(TestLrs lrs, TimeSpan time) =>
        new AttachmentBlobs(lrs.Services.GetRequiredService<Database>(), lrs.Services.GetRequiredService<IBlobStore>(), new Later(time)).Sweep(First, CancellationToken.None);

    private static async Task<int> Count(TestLrs lrs)
    {
        var count = 0;
        await foreach (var _ in lrs.Services.GetRequiredService<IBlobStore>().List("attachments", default))
        {
            count++;
        }

        return count;
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
