using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>The server in a process of its own, as it was built with this program; stopped at the end.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Secret = "bench-secret-of-at-least-20";

    private readonly Process process;

    private readonly Leftovers leftovers;

    private ServerProcess(Process process, int port, TimeSpan untilAnswer, Leftovers leftovers) =>
        (this.process, Port, UntilAnswer, this.leftovers) = (process, port, untilAnswer, leftovers);

    /// <summary>The value of the Authorization header.</summary>
    public static string Basic { get; } = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"bench:{Secret}"));

    /// <summary>Where it listens, on the loopback.</summary>
    public int Port { get; }

    /// <summary>The process.</summary>
    public int Id => process.Id;

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan UntilAnswer { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static ServerProcess Start(DatabaseOptions options)
    {
        var (port, content) = (FreePort(), FreePort());
        string[] words =
        [
            Path.Combine(AppContext.BaseDirectory, "Lrs.Server.dll"),
            $"--Lrs:AppUrl=http://127.0.0.1:{port}",
            $"--Lrs:ContentUrl=http://localhost:{content}",
            $"--Lrs:DataPath={options.DataPath}",
            $"--Lrs:Database:Engine={(options.Dialect is Dialect.Sqlite ? "sqlite" : "postgres")}",
            $"--ConnectionStrings:Lrs={options.ConnectionString}",
            "--Lrs:Bootstrap:Key=bench",
            $"--Lrs:Bootstrap:Secret={Secret}",
            "--Lrs:Content:SeedFolder=",
        ];
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", words) { RedirectStandardOutput = true })!;
        var leftovers = Leftovers.Note(() => Stop(process));
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (!process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            try
            {
                using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, "/xapi/about"));
                return new ServerProcess(process, port, watch.Elapsed, leftovers);
            }
            catch (HttpRequestException)
            {
                Thread.Sleep(10);
            }
        }

        leftovers.Stop();
        throw new InvalidOperationException("The server did not start; its words are above.");
    }

    public void Dispose() => leftovers.Stop();

    private static void Stop(Process process)
    {
        // As an administrator stops it: SIGTERM, and what runs is finished.
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]))
        {
            kill.WaitForExit();
        }

        if (!process.WaitForExit(TimeSpan.FromSeconds(40)))
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
