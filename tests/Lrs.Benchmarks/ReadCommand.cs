using System.Diagnostics;
using Lrs.Xapi;

namespace Lrs.Benchmarks;

/// <summary>Reading statements: parse, validate, extract keys. CPU time of one thread, so that a busy machine changes little.</summary>
internal static class ReadCommand
{
    private const int Pool = 1_000;
    private const int Rounds = 9;

    public static void Run()
    {
        var statements = new SampleStatements(3);
        var pool = Enumerable.Range(0, Pool).Select(_ => statements.Next().Json).ToArray();
        var size = pool.Average(json => json.Length);
        var rates = new List<double>();
        var allocated = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var (cpu, bytes, watch) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            var passes = 0;
            for (; watch.ElapsedMilliseconds < 500; passes++)
            {
                foreach (var json in pool)
                {
                    Read(json);
                }
            }

            allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)(passes * Pool);
            rates.Add(passes * Pool * size / (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds / 1_000_000);
        }

        // The first rounds are compiled meanwhile.
        var rate = Median.Of(rates.Skip(3));
        Console.WriteLine($"""
            | measure | value | must reach |
            | --- | --: | --- |
            | mean size | {size:N0} bytes | |
            | read and keys | {rate:N0} MB/s of CPU time | 100 MB/s on one core |
            | time | {size / rate:N1} µs | |
            | allocated | {allocated:N0} bytes | |
            """);
    }

    private static void Read(byte[] json)
    {
        if (StatementReader.Read(json, XapiVersion.V1, new Faults())?.Keys is null)
        {
            throw new InvalidOperationException("The generator made a faulty statement.");
        }
    }
}
