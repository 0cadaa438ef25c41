using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class MigrationFolders
{
    /// <summary>The schema steps in this repository, in order, without their ending.</summary>
    internal static List<string> Names(Dialect dialect) => Directory
        .EnumerateFiles(Repository.Path($"src/Lrs.Data/Migrations/{(dialect is Dialect.Sqlite ? "sqlite" : "postgres")}"))
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)
        .ToList();

    [Fact]
    public void Both_databases_have_the_same_steps() => Assert.Equal(Names(Dialect.Sqlite), Names(Dialect.Postgres));

    [Fact]
    public void Steps_are_numbered_without_a_gap() =>
        Assert.All(Names(Dialect.Sqlite).Index(), step => Assert.StartsWith($"{step.Index + 1:D4}-", step.Item));
}
