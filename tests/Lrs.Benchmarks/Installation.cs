using Lrs.Data;

namespace Lrs.Benchmarks;

/// <summary>A fresh database of one kind in a folder of its own, with a server on it when asked; removed at the end.</summary>
internal sealed class Installation : IDisposable
{
    private readonly LocalPostgres? postgres;

    private Installation(Dialect dialect, string folder, LocalPostgres? postgres)
    {
        Directory.CreateDirectory(folder);
        this.postgres = postgres;
        Folder = folder;
        Options = new DatabaseOptions(dialect, postgres?.Make(Path.GetFileName(folder)), folder);
        Terms = new SampleTerms(dialect, 0);
    }

    /// <summary>How to reach the database.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>Numbers of texts in it.</summary>
    public SampleTerms Terms { get; }

    private string Folder { get; }

    /// <summary>Makes it, with the schema and the first tenant that a first start of the server gives.</summary>
    public static Installation Make(Dialect dialect, string folder, LocalPostgres? postgres)
    {
        var made = new Installation(dialect, folder, postgres);
        made.Serve().Dispose();
        return made;
    }

    /// <summary>Starts the server.</summary>
    public ServerProcess Serve() => ServerProcess.Start(Options);

    /// <summary>Opens a bare connection.</summary>
    public BareLog Bare() => BareLog.Open(Options, Terms);

    /// <summary>CPU time so far of the database, and of a process beside it (the server's, or this one with the bare loop).</summary>
    public TimeSpan Cpu(int process) => ProcessFigures.CpuOf(process) + (postgres is null ? TimeSpan.Zero : ProcessFigures.CpuOfTree(postgres.Process));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
