// The words a developer needs besides `dotnet run --project src/Lrs.Server`:
//
//   dotnet run infra/dev.cs -- check           format, then every test: what the build server runs
//   dotnet run infra/dev.cs -- watch           the server, started anew when a file changes
//   dotnet run infra/dev.cs -- db start|stop   a PostgreSQL for development, below .data/postgres
//   dotnet run infra/dev.cs -- approve         shows each changed snapshot and makes it the approved one
//   dotnet run infra/dev.cs -- bench log|read   the benchmarks

#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System.Diagnostics;

var root = Root(Environment.CurrentDirectory);
switch (args)
{
    case ["check"]:
        return Run("dotnet", "format", "Lrs.sln", "--verify-no-changes") is var unformatted and not 0 ? unformatted : Run("tests/run.sh");
    case ["watch"]:
        return Run("dotnet", "watch", "--project", "src/Lrs.Server", "run");
    case ["db", "start" or "stop"]:
        return Run("infra/postgres.sh", args[1], ".data/postgres");
    case ["approve"]:
        return Approve();
    case ["bench", .. var words]:
        return Run("dotnet", ["run", "-c", "Release", "--project", "tests/Lrs.Benchmarks", "--", .. words]);
    default:
        Console.Error.WriteLine("usage: dotnet run infra/dev.cs -- check | watch | db start | db stop | approve | bench log|read");
        return 2;
}

int Approve()
{
    const string Mark = ".received.";
    var received = Directory.EnumerateFiles(Path.Combine(root, "tests"), $"*{Mark}*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules"))
        .Order()
        .ToList();
    foreach (var file in received)
    {
        var approved = file.Replace(Mark, ".approved.");
        Run("git", "--no-pager", "diff", "--no-index", "--", File.Exists(approved) ? approved : "/dev/null", file);
        Console.Write($"Approve {Path.GetRelativePath(root, approved)}? [y/N] ");
        if (Console.ReadLine() is "y" or "Y")
        {
            File.Move(file, approved, overwrite: true);
        }
    }

    Console.WriteLine(received.Count == 0 ? "No snapshot has changed." : $"{received.Count} looked at.");
    return 0;
}

int Run(string program, params string[] words)
{
    var path = program.Contains('/') ? Path.Combine(root, program) : program;
    using var process = Process.Start(new ProcessStartInfo(path, words) { WorkingDirectory = root })!;
    process.WaitForExit();
    return process.ExitCode;
}

static string Root(string folder) => File.Exists(Path.Combine(folder, "Lrs.sln"))
    ? folder
    : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this inside the repository."));
