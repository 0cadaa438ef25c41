using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

/// <summary>A package made for a test.</summary>
internal sealed record Sample(Stream Content)
{
    public PackageLimits Limits { get; init; } = PackageLimits.Default;

    public PackageChoice Choice { get; init; } = PackageChoice.None;

    /// <summary>What the finding must name as its place, when that is to be looked at.</summary>
    public string? Where { get; init; }

    public static implicit operator Sample(ZipBuilder zip) => new(zip.Build());

    public static implicit operator Sample(byte[] bytes) => new(new MemoryStream(bytes));

    public PackageOutcome Read() => PackageReader.Read(Content, Limits, Choice);

    public CoursePackage Good() => Read() switch
    {
        PackageOutcome.Good good => good.Package,
        PackageOutcome.Refused refused => throw new Xunit.Sdk.XunitException($"Refused: {string.Join("; ", refused.Faults)}"),
        _ => throw new InvalidOperationException(),
    };

    public IReadOnlyList<PackageFault> Faults() => Assert.IsType<PackageOutcome.Refused>(Read()).Faults;

    /// <summary>Everything found: faults, or warnings and what reading all files to their end brings up.</summary>
    public IReadOnlyList<(string Rule, string Where, string Message)> Findings()
    {
        if (Read() is PackageOutcome.Refused refused)
        {
            return [.. refused.Faults.Select(fault => (fault.Rule, fault.Where, fault.Message))];
        }

        using var package = Good();
        var found = package.Warnings.Select(warning => (warning.Rule, warning.Where, warning.Message)).ToList();
        foreach (var file in package.Files)
        {
            try
            {
                using var content = package.Open(file);
                content.CopyTo(Stream.Null);
            }
            catch (PackageFaultException fault)
            {
                found.Add((fault.Fault.Rule, fault.Fault.Where, fault.Fault.Message));
            }
        }

        return found;
    }
}
