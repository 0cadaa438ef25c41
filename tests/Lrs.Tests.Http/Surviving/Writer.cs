using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lrs.Tests.Http.Attachments;

namespace Lrs.Tests.Http.Surviving;

/// <summary>
/// One client that writes without pause: statements one by one and in batches, with data and without, references to what is there and to what comes later, voids,
/// documents with their tags. It goes on where it was when the server comes back, and sends half of what got no answer once more.
/// </summary>
internal sealed class Writer(int number, int seed, HttpClient http, Ledger ledger)
{
    private const string Shared = "/xapi/activities/state?activityId=https://example.org/shared&agent=%7B%22mbox%22%3A%22mailto%3Aall%40example.org%22%7D&stateId=counter";

    private readonly Random random = new(seed);
    private readonly List<Guid> kept = [];
    private readonly List<Guid> promised = [];
    private Request? again;
    private bool denied;

    /// <summary>Writes until it is told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (again is not null)
            {
                await Send(again);
                continue;
            }

            switch (random.Next(13))
            {
                case 0:
                    await Send(Referring());
                    break;
                case 1:
                    await Send(Voiding());
                    break;
                case 2 or 3:
                    await PutOwnDocument();
                    break;
                case 4:
                    await Count();
                    break;
                case <= 8:
                    await Send(Single());
                    break;
                case 9:
                    await Send(WithData());
                    break;
                default:
                    await Send(Batch());
                    break;
            }
        }
    }

    /// <summary>The address of this writer's n-th document.</summary>
    public static string Document(int writer, int document) =>
        $"/xapi/activities/state?activityId=https://example.org/own&agent=%7B%22mbox%22%3A%22mailto%3Aw{writer}%40example.org%22%7D&stateId=d{document}";

    /// <summary>The address of the counter that all writers share.</summary>
    public static string Counter => Shared;

    private Guid Fresh()
    {
        if (promised.Count > 0 && random.Next(3) == 0)
        {
            var id = promised[0];
            promised.RemoveAt(0);
            return id;
        }

        return NewId();
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    // One that is there, or one that will be sent later.
    private Guid Target()
    {
        if (kept.Count > 0 && random.Next(4) > 0)
        {
            return kept[random.Next(kept.Count)];
        }

        var later = NewId();
        promised.Add(later);
        return later;
    }

    private Request Single()
    {
        var id = Fresh();
        return new Request([id], Talk.About(random, id), random.Next(2) == 0, null);
    }

    // Few contents, so that some are sent by several at once and come again after a kill.
    private Request WithData()
    {
        var id = Fresh();
        var data = new byte[random.Next(4) == 0 ? 300_000 : 2_000];
        new Random(random.Next(20) + data.Length).NextBytes(data);
        return new Request([id], Some.Statement(Talk.Agent(random), Some.Passed, Talk.Activity(random.Next(8)), Multipart.Attached(data), id.ToString()), random.Next(2) == 0, null) { Data = data };
    }

    private Request Batch()
    {
        var ids = Enumerable.Range(0, random.Next(2, 40)).Select(_ => Fresh()).ToList();
        return new Request(ids, $"[{string.Join(',', ids.Select(id => Talk.About(random, id)))}]", false, null);
    }

    private Request Referring()
    {
        var id = Fresh();
        return new Request([id], Some.Reference(Target(), Talk.Agent(random), id: id.ToString()), false, null);
    }

    private Request Voiding()
    {
        var (id, target) = (NewId(), Target());
        return new Request([id], Some.Reference(target, Talk.Agent(random), Some.Voided, id.ToString()), true, target);
    }

    private async Task Send(Request request)
    {
        if (again is null)
        {
            ledger.Requests.Add(request);
            request.Ids.ToList().ForEach(id => ledger.Sent[id] = request);
        }

        again = null;
        var answer = await Ask(
            request.ByPut ? HttpMethod.Put : HttpMethod.Post,
            request.ByPut ? $"/xapi/statements?statementId={request.Ids[0]}" : "/xapi/statements",
            request.Data is null ? new StringContent(request.Json, Encoding.UTF8, "application/json") : Multipart.Content(Part.Json(request.Json), Part.Data(request.Data)));
        if (answer is null)
        {
            request.IsUncertain |= !denied;
            again = random.Next(2) == 0 ? request : null;
            return;
        }

        if (!answer.IsSuccessStatusCode)
        {
            ledger.Surprises.Add($"{(int)answer.StatusCode} for {request.Json[..Math.Min(200, request.Json.Length)]}: {await answer.Content.ReadAsStringAsync()}");
            return;
        }

        request.IsAcknowledged = true;
        kept.AddRange(request.Ids);
        ledger.Acknowledged.GetOrAdd(number, _ => []).Add(request);
    }

    private async Task PutOwnDocument()
    {
        var address = Document(number, random.Next(3));
        var document = ledger.Documents.GetOrAdd(address, _ => new OwnDocument());
        if (document.Perhaps is not null)
        {
            if (await Get(address) is not { } found)
            {
                return;
            }

            if (found.Body != document.Perhaps && found.Body != document.Sure)
            {
                ledger.Surprises.Add($"{address} holds '{found.Body}', and neither '{document.Sure}' nor '{document.Perhaps}' was put there.");
            }

            (document.Sure, document.Perhaps) = (found.Body, null);
        }

        var body = $"{{\"text\":\"{new string((char)('a' + random.Next(26)), random.Next(1, 3000))}\"}}";
        var answer = await Ask(HttpMethod.Put, address, TestLrs.Json(body), document.Sure is { } now ? Tags.Of(now) : null);
        if (answer is null)
        {
            document.Perhaps = body;
        }
        else if (answer.StatusCode is HttpStatusCode.NoContent)
        {
            document.Sure = body;
        }
        else
        {
            ledger.Surprises.Add($"{(int)answer.StatusCode} for {address} with the tag of what was acknowledged: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task Count()
    {
        if (await Get(Shared) is not { } found)
        {
            return;
        }

        var next = found.Body is null ? 1 : int.Parse(found.Body) + 1;
        var answer = await Ask(HttpMethod.Put, Shared, TestLrs.Json($"{next}"), found.Body is null ? null : Tags.Of(found.Body));
        if (answer is null or { StatusCode: HttpStatusCode.NoContent })
        {
            ledger.Incremented(surely: answer is not null);
        }
        else if (answer.StatusCode is not (HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict))
        {
            ledger.Surprises.Add($"{(int)answer.StatusCode} for the counter: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<(string? Body, bool _)?> Get(string address)
    {
        var answer = await Ask(HttpMethod.Get, address, null);
        return answer?.StatusCode switch
        {
            null => null,
            HttpStatusCode.NotFound => (null, true),
            _ => (await answer.Content.ReadAsStringAsync(), true),
        };
    }

    // Null: no answer, or 503; what became of the request is not known.
    private async Task<HttpResponseMessage?> Ask(HttpMethod method, string address, HttpContent? body, string? tag = "none of ours")
    {
        denied = false;
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = body };
            if (method == HttpMethod.Put && tag is null)
            {
                request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            }
            else if (method == HttpMethod.Put && tag is not "none of ours")
            {
                request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{tag}\""));
            }

            var answer = await http.SendAsync(request);
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }

            denied = (await answer.Content.ReadAsStringAsync()).Contains("nothing was stored", StringComparison.Ordinal);
            ledger.Failed(answered: true);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            ledger.Failed(answered: false);
        }

        await Task.Delay(30);
        return null;
    }
}
