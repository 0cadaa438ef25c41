using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Lrs.Tests.Http.Starting;

public sealed class StartingWithFaults
{
    [Theory]
    [InlineData("Lrs:PageSiz=5", "Lrs:PageSiz")]
    [InlineData("Lrs:Statements:PageSiz=5", "Lrs:Statements:PageSiz")]
    [InlineData("Lrs:Statements:PageSize=0", "Lrs:Statements:PageSize")]
    [InlineData("Lrs:Statements:PageSize=many", "Lrs:Statements:PageSize")]
    [InlineData("Lrs:Database:Engine=oracle", "Lrs:Database:Engine")]
    [InlineData("Lrs:Database=postgres", "Lrs:Database")]
    [InlineData("Lrs:AppUrl=127.0.0.1:8080", "Lrs:AppUrl")]
    [InlineData("Lrs:AppUrl=http://*.example.org", "Lrs:AppUrl")]
    [InlineData("Lrs:AppUrl=https://127.0.0.1:1", "https")]
    [InlineData("Lrs:TenantIri=/not/an/iri", "Lrs:TenantIri")]
    [InlineData("Lrs:TrustedProxies=the proxy", "Lrs:TrustedProxies")]
    [InlineData("Lrs:SignIn:MaxFailures=0", "Lrs:SignIn:MaxFailures")]
    [InlineData("Lrs:Cors:Origins=https://a.example, https://b.example/path", "Lrs:Cors:Origins")]
    [InlineData("Lrs:Issuers=https://issuer.example", "Lrs:Issuers")]
    [InlineData("Lrs:Issuers:0=https://issuer.example", "Lrs:Issuers:0")]
    [InlineData("Lrs:Issuers:0:Isuer=https://issuer.example", "Lrs:Issuers:0:Isuer")]
    [InlineData("Lrs:Issuers:0:Issuer=https://issuer.example", "Lrs:Issuers:0")]
    [InlineData("Lrs:Issuers:entra:Jwks=http://issuer.example/keys", "Lrs:Issuers:0:Jwks")]
    [InlineData("Lrs:Bootstrap:Secret=short", "Lrs:Bootstrap:Secret")]
    [InlineData("Lrs:Bootstrap:Key=with:colon", "Lrs:Bootstrap:Key")]
    [InlineData("Lrs:App:Listen=http://127.0.0.2:1", "Lrs:AppUrl", "Lrs:Content:Listen=http://127.0.0.1:1")]
    public async Task A_wrong_setting_is_named(string setting, string named, string second = "Lrs:Content:SeedFolder=")
    {
        using var folder = new TestFolder();

        var sentence = await Refused([.. ServerProcess.In(folder["data"]), setting, second]);

        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("short", sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nonsense")]
    [InlineData("Host=127.0.0.1;Port=1;Username=lrs;Password=hush-hush")]
    [InlineData("Host=no-such-host.invalid;Username=lrs;Password=hush-hush")]
    public async Task Postgres_without_a_connection_that_works_is_refused_by_the_key(string connection)
    {
        using var folder = new TestFolder();

        var sentence = await Refused([.. ServerProcess.In(folder["data"]), "Lrs:Database:Engine=postgres", $"ConnectionStrings:Lrs={connection}"]);

        Assert.Contains("ConnectionStrings:Lrs", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var server = Environment.GetEnvironmentVariable("LRS_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "LRS_TEST_POSTGRES names no PostgreSQL server; tests/run.sh starts one.");
        using var folder = new TestFolder();
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = "nowhere" };

        var sentence = await Refused([.. ServerProcess.In(folder["data"]), "Lrs:Database:Engine=postgres", $"ConnectionStrings:Lrs={connection}"]);

        Assert.Contains("nowhere", sentence, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Lrs", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_named_and_nothing_is_made()
    {
        using var folder = new TestFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var sentence = await Refused([.. ServerProcess.In(folder["data"]), $"Lrs:AppUrl={address}"]);

        Assert.Contains(address, sentence, StringComparison.Ordinal);
        Assert.Contains("Lrs:AppUrl", sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        using var folder = new TestFolder();
        var settings = ServerProcess.In(folder["data"]);
        await using var first = ServerProcess.Start(settings);
        await first.Ready();

        var sentence = await Refused(ServerProcess.In(folder["data"]));

        Assert.Contains(folder["data"], sentence, StringComparison.Ordinal);
        Assert.Contains("Another process", sentence, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Equal("ready", await client.GetStringAsync($"{settings[1]["Lrs:AppUrl=".Length..]}/health/ready"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("a file")]
    public async Task A_data_path_that_cannot_be_made_is_named(string kind)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["file"], kind);

        var sentence = await Refused(ServerProcess.In(kind is "a file" ? folder["file"] : Path.Combine(folder["file"], "below")));

        Assert.Contains(folder["file"], sentence, StringComparison.Ordinal);
        Assert.Equal([folder["file"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    /// <summary>A start that must fail: exit code 1 and one sentence, which is given.</summary>
    private static async Task<string> Refused(string[] settings)
    {
        await using var server = ServerProcess.Start(settings);
        var (code, errors) = await server.Ended();
        Assert.Equal(1, code);
        Assert.Equal("", server.Output);
        Assert.StartsWith("Lrs cannot start: ", errors, StringComparison.Ordinal);
        return Assert.Single(errors.TrimEnd().Split('\n'));
    }
}
