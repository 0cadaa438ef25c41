using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server;
using Xunit;

namespace Lrs.Tests;

/// <summary>A server of its own for one test: the real one, on free ports of this machine, with a fresh database.</summary>
internal sealed class TestLrs : IAsyncDisposable
{
    public const string Key = "test-key";
    public const string Secret = "test-secret-of-at-least-20";
    public const string AdminEmail = "admin@example.org";
    public const string AdminPassword = "correct horse battery";

    private readonly TestDatabase database;
    private readonly string[] args;
    private RunningServer server;

    private TestLrs(TestDatabase database, string[] args, RunningServer server, Uri app, Uri content)
    {
        (this.database, this.args, this.server, App, Content) = (database, args, server, app, content);
        Http = ClientWith(Key, Secret);
    }

    /// <summary>The application's address.</summary>
    public Uri App { get; }

    /// <summary>The content origin's address.</summary>
    public Uri Content { get; }

    /// <summary>A client with the first credential (scope <c>all</c>) that speaks xAPI 1.0.3 and follows no redirects.</summary>
    public HttpClient Http { get; }

    /// <summary>The features' own objects, for what cannot be seen from outside.</summary>
    public IServiceProvider Services => server.App.Services;

    /// <summary>Starts a server without modules.</summary>
    /// <param name="settings">More settings, such as <c>Lrs:Statements:PageSize=2</c>; they come after the usual ones.</param>
    public static async Task<TestLrs> Start(Dialect dialect, params string[] settings)
    {
        var database = await TestDatabase.Start(dialect);
        var (app, content) = (new Uri($"http://127.0.0.1:{FreePort()}"), new Uri($"http://localhost:{FreePort()}"));
        string[] args =
        [
            $"--Lrs:AppUrl={app}",
            $"--Lrs:ContentUrl={content}",
            $"--Lrs:DataPath={database.Options.DataPath}",
            $"--Lrs:Database:Engine={(dialect is Dialect.Sqlite ? "sqlite" : "postgres")}",
            $"--ConnectionStrings:Lrs={database.Options.ConnectionString}",
            $"--Lrs:Bootstrap:Key={Key}",
            $"--Lrs:Bootstrap:Secret={Secret}",
            $"--Lrs:Bootstrap:AdminPassword={AdminPassword}",
            "--Lrs:Content:SeedFolder=",
            .. settings.Select(setting => $"--{setting}"),
        ];
        return new TestLrs(database, args, await Startup.Start(args, Program.Compose, TestContext.Current.CancellationToken), app, content);
    }

    /// <summary>Stops the server and starts it again on the same database.</summary>
    public async Task Restart()
    {
        await server.DisposeAsync();
        server = await Startup.Start(args, Program.Compose, TestContext.Current.CancellationToken);
    }

    /// <summary>A client that sends this credential; none when the key is null.</summary>
    public HttpClient ClientWith(string? key, string secret)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App };
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "1.0.3");
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));
        }

        return client;
    }

    /// <summary>Posts JSON and gives the answer.</summary>
    public Task<HttpResponseMessage> Post(string path, string json) => Http.PostAsync(path, Json(json));

    /// <summary>Posts statements, which must be taken; gives their ids.</summary>
    public async Task<IReadOnlyList<Guid>> Store(params string[] statements)
    {
        var answer = await Post("/xapi/statements", $"[{string.Join(',', statements)}]");
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await Read(answer)).EnumerateArray().Select(id => id.GetGuid()).ToList();
    }

    /// <summary>Gets JSON from an address that must answer 200.</summary>
    public async Task<JsonElement> Get(string path)
    {
        var answer = await Http.GetAsync(path);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await Read(answer);
    }

    /// <summary>The ids of the statements that a query finds, page by page to the end, in order.</summary>
    public async Task<List<Guid>> Find(string query)
    {
        var found = new List<Guid>();
        for (var next = $"/xapi/statements?{query}"; next.Length > 0;)
        {
            var page = await Get(next);
            found.AddRange(page.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid()));
            next = page.GetProperty("more").GetString()!;
        }

        return found;
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        await database.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
