using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Lrs.Tests.Http.Starting;

public sealed partial class StartingAndStopping
{
    [Fact]
    public async Task Secrets_are_shown_at_the_first_start_only_and_kept_nowhere()
    {
        using var folder = new TestFolder();
        var settings = ServerProcess.In(folder["data"]);
        await using var first = ServerProcess.Start(settings);
        await first.Ready();
        var (secret, password) = (Secret().Match(first.Output).Groups[1].Value, Password().Match(first.Output).Groups[1].Value);
        var (key, app) = (Key().Match(first.Output).Groups[1].Value, settings[1]["Lrs:AppUrl=".Length..]);
        await Use(app, key, secret);
        await first.Terminate();
        var (code, errors) = await first.Ended();

        await using var second = ServerProcess.Start(settings);
        await second.Ready();
        await Use(app, key, secret);
        await second.Terminate();
        await second.Ended();

        Assert.Equal((0, ""), (code, errors));
        Assert.True(secret.Length >= 40 && password.Length >= 12, first.Output);
        Assert.Single(Regex.Matches(first.Output, Regex.Escape(secret)));
        Assert.DoesNotContain(secret, second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(password, second.Output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder["data"], "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"The secret is in {file}.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(password)) < 0, $"The password is in {file}.");
        }
    }

    [Fact]
    public async Task Both_origins_on_one_host_are_warned_of_loudly_and_still_start()
    {
        using var folder = new TestFolder();
        await using var server = ServerProcess.Start([.. ServerProcess.In(folder["data"]), $"Lrs:ContentUrl=http://127.0.0.1:{ServerProcess.FreePort()}"]);
        await server.Ready();
        await server.Terminate();
        var (code, _) = await server.Ended();

        Assert.Equal(0, code);
        Assert.Contains("UNSAFE: Lrs:AppUrl", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_under_way_is_finished_when_the_server_is_told_to_stop()
    {
        using var folder = new TestFolder();
        var settings = ServerProcess.In(folder["data"]);
        await using var server = ServerProcess.Start([.. settings, $"Lrs:Bootstrap:Key={TestLrs.Key}", $"Lrs:Bootstrap:Secret={TestLrs.Secret}"]);
        await server.Ready();
        var body = Some.Statement();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(settings[1]["Lrs:AppUrl=".Length..]).Port);
        var stream = socket.GetStream();
        var head = $"POST /xapi/statements HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestLrs.Key}:{TestLrs.Secret}"))}\r\n"
            + $"X-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + body[..10]));
        await Task.Delay(300); // the server has begun to read

        await server.Terminate();
        await Task.Delay(300);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body[10..]));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        var (code, _) = await server.Ended();

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    private static async Task Use(string app, string key, string secret)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "1.0.3");
        var answer = await client.PostAsync($"{app}/xapi/statements", TestLrs.Json(Some.Statement()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex(@"secret (\S+)")]
    private static partial Regex Secret();

    [GeneratedRegex(@"password (\S+)")]
    private static partial Regex Password();

    [GeneratedRegex(@"key (\S+)")]
    private static partial Regex Key();
}
