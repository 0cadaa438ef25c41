using System.Data.Common;
using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Settings;

namespace Lrs.Server.Operations;

/// <summary>
/// What is done without the server. For administrators: <c>backup FILE</c>, <c>restore FILE [--replace]</c>, <c>rebuild VIEW</c>; settings follow,
/// as they do for the server. For course authors: <c>module check FOLDER</c> and <c>module build FOLDER --out DIR</c>. Relative paths count from where those of settings do.
/// </summary>
internal static class Commands
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was done, or nothing that counts; the sentence is on the error output.</summary>
    public const int Failed = 1;

    /// <summary>The words were not understood.</summary>
    public const int Misused = 2;

    /// <summary>Done as far as was possible: a backup that lacks a blob.</summary>
    public const int Incomplete = 3;

    private const string Usage = """
        Known commands:
          backup FILE              writes the database and the blobs into one file, also while the server runs
          restore FILE [--replace] puts a backup in place; the server must be stopped
          rebuild VIEW             builds a view of the log again from its first entry; views: reports
          module check FOLDER [--reading-age YEARS]
                                   says every fault of a learning module, or of all in a folder, by file and line
          module build FOLDER --out DIR
                                   checks, and writes a package in every format
        Without a command the server starts. Settings follow, such as --Lrs:DataPath=FOLDER.
        """;

    /// <summary>Is the first word a command, or meant to be one, and not a setting?</summary>
    public static bool Has(string[] args) => args is [var word, ..] && !word.StartsWith('-') && !word.StartsWith('/') && !word.Contains('=', StringComparison.Ordinal);

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, Func<WebApplicationBuilder, WebApplication> compose, CancellationToken cancel)
    {
        if (args[0] is "module")
        {
            return await Module(args, cancel);
        }

        var replace = args.Contains("--replace");
        var settings = args.Skip(1).Where(word => word.StartsWith('-') && word is not "--replace").ToArray();
        var names = args.Skip(1).Where(word => !word.StartsWith('-')).ToArray();
        if (replace && args[0] is not "restore")
        {
            return Refuse("--replace belongs to restore.");
        }

        try
        {
            return (args[0], names) switch
            {
                ("backup", [var file]) => await BackupCommand.Run(Startup.Read(settings), Paths.Resolve(file), cancel),
                ("restore", [var file]) => await RestoreCommand.Run(Startup.Read(settings), Paths.Resolve(file), replace, cancel),
                ("rebuild", [var view]) => await RebuildCommand.Run(settings, compose, view, cancel),
                ("backup" or "restore", []) => Refuse($"{args[0]} needs the name of a file."),
                ("rebuild", []) => Refuse("rebuild needs the name of a view: reports."),
                ("backup" or "restore" or "rebuild", _) => Refuse($"{args[0]} takes one name, and there are {names.Length}: {string.Join(", ", names)}. A setting is written --KEY=VALUE."),
                _ => Refuse($"'{args[0]}' is no command."),
            };
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"{args[0]} failed: {sentence}");
            return Failed;
        }
    }

    private static async Task<int> Module(string[] args, CancellationToken cancel)
    {
        try
        {
            return await ModuleCommand.Run(args[1..], cancel) ?? Refuse("module needs check FOLDER, or build FOLDER --out DIR.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"module failed: {fault.Message}");
            return Failed;
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        Console.Error.WriteLine(Usage);
        return Misused;
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        SettingsException or BackupException or DatabaseUnavailableException or BlobsUnavailableException or UnauthorizedAccessException or IOException => fault.Message,
        DbException => $"The database refuses: {fault.Message}",
        _ => null,
    };
}

/// <summary>A backup cannot be made or used. The message is a sentence for the administrator.</summary>
internal sealed class BackupException(string message, Exception? inner) : Exception(message, inner);
