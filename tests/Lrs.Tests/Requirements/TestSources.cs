using System.Text.RegularExpressions;

namespace Lrs.Tests.Requirements;

/// <summary>The classes in the sources of all test projects, by name: of classes with one name, the files one after the other.</summary>
internal sealed partial class TestSources
{
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);

    public TestSources()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories).Where(file => !Passed().IsMatch(file)))
        {
            var text = File.ReadAllText(file);
            foreach (var name in Class().Matches(text).Select(match => match.Groups[1].Value))
            {
                classes[name] = classes.GetValueOrDefault(name, "") + text;
            }
        }
    }

    /// <summary>What is wrong with a reference of a table's line; null when nothing is.</summary>
    /// <param name="reference"><c>Class</c>, <c>Class.Test</c>, either with <c>#Table</c>, or <c>corpus/…</c>.</param>
    /// <param name="id">The requirement: a table must have a row for it.</param>
    public string? Fault(string reference, string id)
    {
        if (reference.StartsWith("corpus/", StringComparison.Ordinal))
        {
            return Path.Exists(Repository.Path($"tests/{reference}")) ? null : $"there is no tests/{reference}";
        }

        var match = Reference().Match(reference);
        var (owner, test, table) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        return !match.Success ? $"'{reference}' is no reference"
            : !classes.TryGetValue(owner, out var text) ? $"there is no class {owner}"
            : !text.Contains("[Fact", StringComparison.Ordinal) && !text.Contains("[Theory", StringComparison.Ordinal) ? $"{owner} has no tests"
            : test.Length > 0 && !Regex.IsMatch(text, $@"\[(Fact|Theory)[^\n]*\n(\s*\[[^\n]*\n)*\s*public (async Task|void) {test}\(") ? $"{owner} has no test {test}"
            : table.Length > 0 && !(classes.TryGetValue(table, out var rows) && rows.Contains(id, StringComparison.Ordinal)) ? $"{table} has no row for {id}"
            : null;
    }

    [GeneratedRegex(@"[\\/](obj|bin|node_modules)[\\/]")]
    private static partial Regex Passed();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^(\w+)(?:\.(\w+))?(?:#(\w+))?$")]
    private static partial Regex Reference();
}
