using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Lrs.Data;
using Lrs.Server;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lrs.Tests.Http.Surviving;

/// <summary>A place where a server keeps its data, and its settings: what stays when the server is killed.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly string? elsewhere;

    private Installation(Dialect dialect, string? elsewhere)
    {
        (Dialect, this.elsewhere) = (dialect, elsewhere);
        (App, Content) = (new Uri($"http://127.0.0.1:{FreePort()}"), new Uri($"http://localhost:{FreePort()}"));
    }

    public Dialect Dialect { get; }

    public Uri App { get; }

    public Uri Content { get; }

    /// <summary>Its PostgreSQL, when it has one.</summary>
    public OwnPostgres? Postgres { get; private set; }

    /// <summary>The folder with the SQLite file and the blobs.</summary>
    public string Data => elsewhere ?? folder["data"];

    /// <summary>What the server is told.</summary>
    public string[] Args =>
    [
        $"--Lrs:AppUrl={App}",
        $"--Lrs:ContentUrl={Content}",
        $"--Lrs:DataPath={Data}",
        $"--Lrs:Database:Engine={(Dialect is Dialect.Sqlite ? "sqlite" : "postgres")}",
        $"--ConnectionStrings:Lrs={Postgres?.Connection}",
        $"--Lrs:Bootstrap:Key={TestLrs.Key}",
        $"--Lrs:Bootstrap:Secret={TestLrs.Secret}",
        $"--Lrs:Bootstrap:AdminPassword={TestLrs.AdminPassword}",
        "--Lrs:Statements:PageSize=1000",
        "--Lrs:Content:SeedFolder=",
    ];

    /// <summary>A new place.</summary>
    /// <param name="data">The data folder, when it must lie somewhere special.</param>
    public static async Task<Installation> Make(Dialect dialect, string? data = null)
    {
        var made = new Installation(dialect, data);
        if (dialect is Dialect.Postgres)
        {
            made.Postgres = await OwnPostgres.Start(made.folder["postgres"]);
        }

        return made;
    }

    public Task<ServerProcess> Start() => ServerProcess.Start(Args);

    /// <summary>Starts the server in this process, for tests that need its objects.</summary>
    public Task<RunningServer> StartHere() => Startup.Start(Args, Program.Compose, CancellationToken.None);

    /// <summary>Runs one of the server's commands on this place.</summary>
    public Task<(int Code, string Output)> Command(params string[] words) => ServerProcess.Run([.. words, .. Args]);

    /// <summary>A client with the first credential.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { BaseAddress = App, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "1.0.3");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}")));
        return client;
    }

    /// <summary>A look into the database beside the server.</summary>
    public async Task<DbConnection> Look()
    {
        DbConnection connection = Dialect is Dialect.Sqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, "lrs.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString())
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres!.Connection) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await Postgres.DisposeAsync();
        }

        folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
