using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;
using Diagnosed = System.Diagnostics.Process;

namespace Lrs.Tests.Http.Starting;

/// <summary>The server as a process of its own, as an administrator starts it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Diagnosed process;
    private readonly Task<string> errors;
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;

    private ServerProcess(Diagnosed process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        reading = Read();
    }

    /// <summary>What it has written to its standard output so far; all of it once it has ended.</summary>
    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    /// <summary>Starts it with these settings, such as <c>Lrs:DataPath=…</c>.</summary>
    public static ServerProcess Start(params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Lrs.Server.Startup).Assembly.Location);
        foreach (var setting in settings)
        {
            start.ArgumentList.Add($"--{setting}");
        }

        return new ServerProcess(Diagnosed.Start(start)!);
    }

    /// <summary>Settings for a server of its own: free ports, this folder, no modules.</summary>
    public static string[] In(string folder) =>
        [$"Lrs:DataPath={folder}", $"Lrs:AppUrl=http://127.0.0.1:{FreePort()}", $"Lrs:ContentUrl=http://localhost:{FreePort()}", "Lrs:Content:SeedFolder="];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until it says where it is.</summary>
    public async Task Ready()
    {
        await Task.WhenAny(started.Task, process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(started.Task.IsCompleted, $"It did not start: {Output} {(process.HasExited ? await errors : "")}");
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task Terminate()
    {
        using var kill = Diagnosed.Start("kill", ["-TERM", $"{process.Id}"])!;
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended; gives its exit code and all that it wrote to its standard error.</summary>
    public async Task<(int Code, string Errors)> Ended()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        await reading;
        return (process.ExitCode, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task Read()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (lines)
            {
                lines.Add(line);
            }

            if (line.StartsWith("Lrs is at ", StringComparison.Ordinal))
            {
                started.TrySetResult();
            }
        }
    }
}
