namespace Lrs.Packages;

/// <summary>The faults and warnings gathered while one package is read.</summary>
internal sealed class Findings
{
    /// <summary>Enough to see what is wrong; a hostile zip could have as many faults as entries.</summary>
    private const int Most = 200;

    /// <summary>Messages quote the manifest, and a hostile one can hold names of megabytes.</summary>
    private const int LongestMessage = 1_000;

    private readonly List<PackageFault> faults = [];
    private readonly List<PackageWarning> warnings = [];
    private int faultsLeftOut;
    private int warningsLeftOut;

    public bool Refused => faults.Count > 0;

    public IReadOnlyList<PackageFault> Faults =>
        faultsLeftOut == 0
            ? faults
            : [.. faults, new PackageFault(PackageRules.More.Code, "", $"There are {faultsLeftOut:N0} more faults. Put these right first.")];

    public IReadOnlyList<PackageWarning> Warnings =>
        warningsLeftOut == 0
            ? warnings
            : [.. warnings, new PackageWarning(PackageRules.More.Code, "", $"There are {warningsLeftOut:N0} more warnings.")];

    public void Fault(PackageRule rule, string where, string message) => Fault(new PackageFault(rule.Code, where, message));

    public void Fault(PackageFault fault)
    {
        if (faults.Count == Most)
        {
            faultsLeftOut++;
            return;
        }

        faults.Add(fault with { Message = Cut(fault.Message) });
    }

    public void Warn(PackageRule rule, string where, string message)
    {
        if (warnings.Count == Most)
        {
            warningsLeftOut++;
            return;
        }

        warnings.Add(new PackageWarning(rule.Code, where, Cut(message)));
    }

    private static string Cut(string message) => message.Length <= LongestMessage ? message : message[..(LongestMessage - 1)] + "…";
}
