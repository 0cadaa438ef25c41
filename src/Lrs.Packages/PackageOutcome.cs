namespace Lrs.Packages;

/// <summary>What can come of reading a package. Nothing else can: a bad package is an answer, not an exception.</summary>
public abstract record PackageOutcome
{
    private PackageOutcome()
    {
    }

    /// <summary>The package can be played. It now owns the stream it was read from; dispose it when its files have been taken.</summary>
    public sealed record Good(CoursePackage Package) : PackageOutcome;

    /// <summary>The package is refused, for at least one reason. The stream stays with the caller.</summary>
    public sealed record Refused(IReadOnlyList<PackageFault> Faults) : PackageOutcome;
}
