using System.Diagnostics;
using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>odata2ts, run: it makes a typed client of the metadata document, TypeScript's compiler takes it together with a program that uses it, and that program reads.</summary>
public sealed class GeneratingTypes
{
    private static readonly string Packages = Repository.Path("tests/node_modules");

    // Every call is one that the types of the model allow; a wrong name would not compile.
    private const string Program = """
        import { FetchClient } from "@odata2ts/http-client-fetch";
        import { LrsReportsService } from "./generated/LrsReportsService";

        declare const process: { argv: string[]; exitCode: number };

        async function main(root: string, authorization: string) {
          const reports = new LrsReportsService(new FetchClient({ headers: { Authorization: authorization } }), root);

          const passed = await reports.attempts().query((query, attempt) => query
            .select("id", "activityId", "scoreScaled", "started")
            .filter(attempt.success.isTrue(), attempt.scoreScaled.ge(0.75), attempt.started.ge("2025-04-01T00:00:00Z"))
            .orderBy(attempt.scoreScaled.desc())
            .count());
          console.log("passed", passed.data["@odata.count"], passed.data.value.map((row) => row.scoreScaled).join());

          const long = await reports.attempts().query((query, attempt) => query.filter(attempt.duration.gt("PT10M")).expand("learner").top(1));
          console.log("learner", typeof long.data.value[0].learner?.mbox, long.data.value[0].activityId.length > 0);

          const within = await reports.attempts().query((query) => query.expanding("answers", (answers, answer) => { answers.select("response").filter(answer.success.isTrue()); }));
          console.log("answers", within.data.value.map((row) => row.answers?.length ?? -1).sort().join());

          const one = await reports.attempts(passed.data.value[0].id).query();
          console.log("one", one.data.id === passed.data.value[0].id);

          const verb = await reports.verbs("http://adlnet.gov/expapi/verbs/passed").query();
          console.log("verb", verb.data.id);
        }

        main(process.argv[2], process.argv[3]).catch((fault) => {
          console.error(fault);
          process.exitCode = 1;
        });
        """;

    [Fact]
    public async Task By_odata2ts_gives_a_client_that_compiles_and_reads()
    {
        Assert.SkipWhen(!Directory.Exists(Path.Combine(Packages, "@odata2ts")), "npm packages of the tests are missing: npm ci --prefix tests.");
        await using var lrs = await Training.Start(Dialect.Sqlite);
        using var folder = new TestFolder();
        string At(string name) => Path.Combine(folder.Path, name);
        Directory.CreateSymbolicLink(At("node_modules"), Packages);
        await File.WriteAllTextAsync(At("metadata.xml"), await lrs.Http.GetStringAsync("/odata/$metadata"));
        await File.WriteAllTextAsync(At("tsconfig.json"), """
            {"compilerOptions":{"target":"es2022","module":"commonjs","moduleResolution":"node","strict":true,"skipLibCheck":true,"outDir":"out","types":[],"lib":["es2022","dom"]},"include":["*.ts","generated/*.ts"]}
            """);
        await File.WriteAllTextAsync(At("program.ts"), Program);

        await Node(folder.Path, Path.Combine(Packages, "@odata2ts/odata2ts/lib/run-cli.js"), "-s", At("metadata.xml"), "-o", At("generated"), "-m", "all", "-e", "ts", "-r", "-name", "LrsReports");
        await Node(folder.Path, Path.Combine(Packages, "typescript/lib/tsc.js"), "-p", ".");
        var said = await Node(folder.Path, At("out/program.js"), $"{lrs.App}odata", lrs.Http.DefaultRequestHeaders.Authorization!.ToString());

        Assert.Equal(
            ["passed 2 1,0.75", "learner string true", "answers 0,0,0,0,1,1", "one true", "verb http://adlnet.gov/expapi/verbs/passed"],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<string> Node(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(process.ExitCode == 0, $"node {string.Join(' ', arguments)}\n{said}\n{await error}");
        return said;
    }
}
