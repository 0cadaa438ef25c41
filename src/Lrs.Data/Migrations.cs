using System.Reflection;
using System.Security.Cryptography;

namespace Lrs.Data;

/// <summary>
/// Numbered SQL files, one pair per step, embedded in this assembly. Each is applied once, in order, all missing ones in one
/// transaction under a lock; a file that was applied and has changed since, or a database newer than this program, stops the start.
/// </summary>
internal static class Migrations
{
    private const string Known = "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL)";

    // A node that starts while another brings a large database up to date waits for it, longer than for any other lock.
    private static readonly PerDialect Patience = new(
        Sqlite: "SELECT 1",
        Postgres: "SELECT set_config('lock_timeout', '0', true)");

    private static readonly PerDialect Lock = new(
        Sqlite: "SELECT 1",
        Postgres: "SELECT pg_advisory_xact_lock(7215004402)");

    public static Task Apply(Database database, CancellationToken cancel) =>
        database.WriteReference(
            async work =>
            {
                await work.Run(Patience);
                await work.Run(Lock);
                await work.Run(Known);
                var applied = (await work.All("SELECT name, checksum FROM migration", row => (Name: row.Text(0), Checksum: row.Text(1))))
                    .ToDictionary(m => m.Name, m => m.Checksum);
                var here = Files(database.Dialect);
                Check(applied, here);
                foreach (var (name, sql) in here.Where(file => !applied.ContainsKey(file.Name)))
                {
                    await work.Run(sql);
                    await work.Run("INSERT INTO migration (name, checksum) VALUES (@name, @checksum)", ("@name", name), ("@checksum", Checksum(sql)));
                }

                return true;
            },
            cancel);

    /// <summary>Do the steps that were applied to a database belong to this program?</summary>
    /// <exception cref="DatabaseUnavailableException">One is unknown here, or has another text.</exception>
    public static void Check(Dictionary<string, string> applied, Dialect dialect) => Check(applied, Files(dialect));

    private static void Check(Dictionary<string, string> applied, IReadOnlyList<(string Name, string Sql)> here)
    {
        var unknown = applied.Keys.Except(here.Select(file => file.Name)).Order().FirstOrDefault();
        if (unknown is not null)
        {
            throw new DatabaseUnavailableException($"The database has schema step '{unknown}', which this program does not know: it was written by a newer version. Start that version.", null);
        }

        foreach (var (name, sql) in here)
        {
            if (applied.TryGetValue(name, out var checksum) && checksum != Checksum(sql))
            {
                throw new DatabaseUnavailableException($"Schema step '{name}' was applied with another text than this program holds; the database and the program do not belong together.", null);
            }
        }
    }

    private static List<(string Name, string Sql)> Files(Dialect dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Lrs.Data.Migrations.{(dialect is Dialect.Sqlite ? "sqlite" : "postgres")}.";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[prefix.Length..^".sql".Length], Read(assembly, name)))
            .ToList();
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Checksum(string sql) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sql)));
}
