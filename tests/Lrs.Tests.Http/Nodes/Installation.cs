using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Nodes;

/// <summary>Several real servers on one PostgreSQL database and one folder of files, as an installation of more than one machine has them.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TestDatabase database;

    private Installation(TestDatabase database) => this.database = database;

    public List<Node> Nodes { get; } = [];

    public Node First => Nodes[0];

    public Node Second => Nodes[1];

    /// <summary>Starts one server on an empty database of either kind.</summary>
    public static async Task<Installation> StartOne(Dialect dialect, params string[] settings)
    {
        var installation = new Installation(await TestDatabase.Start(dialect));
        installation.Nodes.Add(await Node.Start(installation.database.Options, settings));
        return installation;
    }

    /// <summary>Starts servers, all at one moment, on an empty database.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="settings">More settings for each, such as <c>Lrs:Statements:PageSize=2</c>.</param>
    public static async Task<Installation> Start(int nodes, params string[] settings)
    {
        var installation = new Installation(await TestDatabase.Start(Dialect.Postgres));
        try
        {
            installation.Nodes.AddRange(await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => Task.Run(() => Node.Start(installation.database.Options, settings)))));
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more server.</summary>
    public async Task<Node> Join(params string[] settings)
    {
        var node = await Node.Start(database.Options, settings);
        Nodes.Add(node);
        return node;
    }

    /// <summary>Asks the database itself.</summary>
    public async Task<T> Ask<T>(string sql, Func<Row, T> read)
    {
        var all = await First.Database.ReadReference(work => work.All(sql, read), CancellationToken.None);
        return all[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await database.DisposeAsync();
    }
}

/// <summary>One server of several.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly RunningServer server;
    private bool stopped;

    private Node(RunningServer server, Uri app, Uri content)
    {
        (this.server, App, Content) = (server, app, content);
        Http = ClientWith(TestLrs.Key, TestLrs.Secret);
    }

    public Uri App { get; }

    public Uri Content { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => server.App.Services;

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>Starts a server on a database.</summary>
    public static async Task<Node> Start(DatabaseOptions database, params string[] settings)
    {
        var (app, content) = (new Uri($"http://127.0.0.1:{FreePort()}"), new Uri($"http://localhost:{FreePort()}"));
        string[] args =
        [
            $"--Lrs:AppUrl={app}",
            $"--Lrs:ContentUrl={content}",
            $"--Lrs:DataPath={database.DataPath}",
            $"--Lrs:Database:Engine={(database.Dialect is Dialect.Sqlite ? "sqlite" : "postgres")}",
            $"--ConnectionStrings:Lrs={database.ConnectionString}",
            $"--Lrs:Bootstrap:Key={TestLrs.Key}",
            $"--Lrs:Bootstrap:Secret={TestLrs.Secret}",
            $"--Lrs:Bootstrap:AdminPassword={TestLrs.AdminPassword}",
            "--Lrs:Content:SeedFolder=",
            .. settings.Select(setting => $"--{setting}"),
        ];
        return new Node(await Startup.Start(args, Program.Compose, TestContext.Current.CancellationToken), app, content);
    }

    /// <summary>A client with a credential; none when the key is null.</summary>
    public HttpClient ClientWith(string? key, string secret)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "1.0.3");
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));
        }

        return client;
    }

    /// <summary>Posts statements, which must be taken.</summary>
    public async Task Store(params IEnumerable<string> statements)
    {
        using var answer = await Post(statements);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Posts statements.</summary>
    public Task<HttpResponseMessage> Post(IEnumerable<string> statements) => Http.PostAsync("/xapi/statements", TestLrs.Json($"[{string.Join(',', statements)}]"));

    /// <summary>Gets JSON, with the answer's consistent-through.</summary>
    public async Task<(JsonElement Json, string Through)> Get(string path)
    {
        using var answer = await Http.GetAsync(path);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await TestLrs.Read(answer), answer.Headers.TryGetValues("X-Experience-API-Consistent-Through", out var through) ? through.Single() : "");
    }

    /// <summary>The ids that a query finds, to the end of its pages.</summary>
    public async Task<List<Guid>> Find(string query)
    {
        var found = new List<Guid>();
        for (var next = $"/xapi/statements?{query}"; next.Length > 0;)
        {
            var (page, _) = await Get(next);
            found.AddRange(Ids(page));
            next = page.GetProperty("more").GetString()!;
        }

        return found;
    }

    public static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid());

    public async ValueTask DisposeAsync()
    {
        if (!stopped)
        {
            stopped = true;
            Http.Dispose();
            await server.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Is this the long run?</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("LRS_TEST_LONG") is "1";

    /// <summary>The full number in the long run, else the one that fits into every run.</summary>
    public static int Of(int full, int quick) => IsOn ? full : quick;
}
