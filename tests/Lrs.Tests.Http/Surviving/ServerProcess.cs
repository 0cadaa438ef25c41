using System.Diagnostics;
using System.Text;
using Xunit;

namespace Lrs.Tests.Http.Surviving;

/// <summary>The real server in a process of its own, so that it can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Lrs.Server.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool IsRunning => !process.HasExited;

    /// <summary>What it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts it and does not wait.</summary>
    public static ServerProcess Launch(IEnumerable<string> args) => new(args);

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ServerProcess> Start(IEnumerable<string> args)
    {
        var server = Launch(args);
        if (await Task.WhenAny(server.announced.Task, server.process.WaitForExitAsync()).WaitAsync(Patience) != server.announced.Task && !server.announced.Task.IsCompleted)
        {
            Assert.Fail($"The server did not start: {server.Output}");
        }

        return server;
    }

    /// <summary>Runs it to its end; gives exit code and words.</summary>
    public static async Task<(int Code, string Output)> Run(params IEnumerable<string> args)
    {
        using var server = Launch(args);
        return (await server.Ended(), server.Output);
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits; gives the exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await Ended();
    }

    /// <summary>Waits for its end; gives the exit code.</summary>
    public async Task<int> Ended()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task Says(string words)
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains(words, StringComparison.Ordinal); await Task.Delay(20))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), $"The server never said '{words}': {Output}");
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (line.StartsWith("Lrs is at ", StringComparison.Ordinal))
        {
            announced.TrySetResult();
        }
    }
}
