using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class BreakingEachRule
{
    private static readonly Dictionary<string, Func<Sample>> Samples =
        new[] { PackageSamples.All, ZipSamples.All, XmlSamples.All, Cmi5Samples.All, ScormSamples.All, TinCanSamples.All }
            .SelectMany(samples => samples)
            .ToDictionary(sample => sample.Key, sample => sample.Value);

    public static TheoryData<string> Codes => [.. Samples.Keys];

    [Theory, MemberData(nameof(Codes))]
    public void Names_the_rule_and_the_place_and_says_a_sentence(string code)
    {
        var sample = Samples[code]();

        var findings = sample.Findings();

        var (_, where, message) = Assert.Single(findings.DistinctBy(finding => finding.Rule), finding => finding.Rule == code);
        Assert.EndsWith(".", message.TrimEnd(')'));
        Assert.StartsWith(sample.Where ?? "", where);
    }

    [Fact]
    public void Has_an_example_for_every_rule_and_a_rule_for_every_example() =>
        Assert.Equal(PackageRule.All.Select(rule => rule.Code), Samples.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Never_yields_a_code_that_is_no_rule()
    {
        var known = PackageRule.All.Select(rule => rule.Code).ToHashSet();
        Assert.All(Samples.Values.SelectMany(sample => sample().Findings()), finding => Assert.Contains(finding.Rule, known));
    }
}
