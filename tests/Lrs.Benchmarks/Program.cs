using System.Runtime.Versioning;
using Lrs.Benchmarks;

// CPU time and memory of processes are read from /proc.
[assembly: SupportedOSPlatform("linux")]

// Every word is a kind of measurement that prints one Markdown table. Times are for people: nothing here passes or fails.
switch (args)
{
    case ["log", .. var words] when LogOptions.Read(words) is { } options:
        await LogCommand.Run(options);
        return 0;
    case ["read"]:
        ReadCommand.Run();
        return 0;
    case ["parts"]:
        await PartsCommand.Run();
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project tests/Lrs.Benchmarks -- log | read | parts

              log    the server beside the bare database, on this machine
                --database sqlite|postgres|both   default both
                --pairs N      pairs of floor and server, turn about (default 30)
                --seconds S    length of one turn of a pair (default 1)
                --stored N     statements stored before the GET measures are taken again (default 100000)
                --only WORD    write | get | state
              read   reading a statement: parse, validate, extract keys
              parts  what each part of storing a statement costs, without HTTP
            """);
        return 2;
}
