using System.Text.RegularExpressions;
using Xunit;

namespace Lrs.Tests;

/// <summary>A case of the corpus that OASIS publishes beside the grammar of OData. It lies outside the repository, where it is at hand.</summary>
internal sealed partial record OasisCase(string Rule, string Input, bool Positive)
{
    public static List<OasisCase> All()
    {
        var file = Repository.Path("../shared/data/odata-abnf-testcases.yaml");
        var cases = new List<OasisCase>();
        foreach (var block in File.Exists(file) ? File.ReadAllText(file).Split("\n  - ") : [])
        {
            if (Field("Rule", block) is { Length: > 0 } rule && block.Contains("Input:"))
            {
                cases.Add(new OasisCase(rule, Field("Input", block), !block.Contains("FailAt:")));
            }
        }

        Assert.True(cases.Count > 700 || !File.Exists(file), "The corpus was not understood.");
        return cases;
    }

    // As much of YAML as the file uses: plain and quoted scalars that may run over several lines.
    private static string Field(string name, string block)
    {
        var match = Regex.Match(block, $@"^ *{name}: *(.*(?:\n {{6,}}\S.*)*)", RegexOptions.Multiline);
        var text = Folds().Replace(match.Groups[1].Value.Trim(), " ").Trim();
        return text switch
        {
            [] => "",
            ['|' or '>', ..] => Folds().Replace(text[1..].TrimStart('-'), " ").Trim(),
            ['\'', .., '\''] => text[1..^1].Replace("''", "'"),
            ['"', .., '"'] => text[1..^1].Replace("\\\"", "\"").Replace("\\\\", "\\"),
            _ => text,
        };
    }

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex Folds();
}
