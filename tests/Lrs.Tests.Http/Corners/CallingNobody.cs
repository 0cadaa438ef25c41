using System.Net;
using System.Net.Sockets;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Corners;

public sealed class CallingNobody
{
    [Theory, EveryDatabase]
    public async Task No_request_ever_goes_out_because_of_what_a_statement_or_document_names(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = listener.AcceptTcpClientAsync();
        var here = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var agent = $$$"""{"objectType":"Agent","openid":"{{{here}}}/openid"}""";
        var account = $$$"""{"objectType":"Agent","account":{"homePage":"{{{here}}}/home","name":"ada"}}""";
        var activity = $$$"""
            {"objectType":"Activity","id":"{{{here}}}/activity","definition":{"name":{"en":"A"},"type":"{{{here}}}/type","moreInfo":"{{{here}}}/more","extensions":{"{{{here}}}/ext":"{{{here}}}/value"} } }
            """;

        var ids = await lrs.Store(
            $$$"""
            {"actor":{{{agent}}},"verb":{"id":"{{{here}}}/verb","display":{"en":"{{{here}}}"}},"object":{{{activity}}},
            "context":{"instructor":{{{account}}},"contextActivities":{"parent":[{{{activity}}}],"grouping":[{"id":"{{{here}}}/grouping"}]},"extensions":{"{{{here}}}/c":"{{{here}}}"} },
            "result":{"extensions":{"{{{here}}}/r":"{{{here}}}"} },
            "attachments":[{"usageType":"{{{here}}}/usage","display":{"en":"x"},"contentType":"text/html","length":3,"sha2":"672fa5fa658017f1b72d65036f13379c6ab05d4ab3b6664908d8acf0b6a0c634","fileUrl":"{{{here}}}/file"}]}
            """);
        using var state = await lrs.Http.PutAsync($"/xapi/activities/state?activityId={here}/activity&agent={Uri.EscapeDataString(agent)}&stateId=s", TestLrs.Json($"\"{here}\""));
        using var profile = await lrs.Http.PutAsync($"/xapi/activities/profile?activityId={here}/activity&profileId={here}", TestLrs.Json($"\"{here}\""));

        foreach (var path in new[]
        {
            $"/xapi/statements?statementId={ids[0]}&attachments=true", "/xapi/statements?format=canonical", $"/xapi/statements?activity={here}/activity", $"/xapi/activities?activityId={here}/activity",
            $"/xapi/agents?agent={Uri.EscapeDataString(agent)}", "/odata/Activities", "/odata/Verbs", "/odata/Statements",
        })
        {
            using var answer = await lrs.Http.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }

        await Task.Delay(1_500);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (state.StatusCode, profile.StatusCode));
        Assert.False(heard.IsCompleted, "Somebody called.");

        // The listener hears: or the test could not fail.
        using var proof = new TcpClient();
        await proof.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var caller = await heard.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
