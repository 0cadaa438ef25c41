using Lrs.Packages;
using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

/// <summary>What the builder writes comes in through the same door as an author's upload, without a warning.</summary>
public sealed class OurPackagesAreReadBack
{
    [Theory]
    [InlineData(PackageFormat.Scorm12, PackageKind.Scorm12)]
    [InlineData(PackageFormat.Scorm2004, PackageKind.Scorm2004)]
    [InlineData(PackageFormat.Cmi5, PackageKind.Cmi5)]
    [InlineData(PackageFormat.Xapi, PackageKind.Xapi)]
    public void Without_a_warning(PackageFormat format, PackageKind kind)
    {
        using var zip = new MemoryStream(BuildingAPackage.Build(new ModuleSource().Module(), format));

        using var package = Assert.IsType<PackageOutcome.Good>(PackageReader.Read(zip, PackageLimits.Default)).Package;

        Assert.Empty(package.Warnings);
        Assert.Equal((kind, "Small & simple"), (package.Kind, package.Title));
        Assert.Single(package.Units);
        Assert.NotNull(package.Find("index.html"));
    }

    [Fact]
    public void With_the_mastery_score_of_the_module()
    {
        // A tincan.xml has no place for it; there the page's own counts.
        foreach (var format in Enum.GetValues<PackageFormat>().Except([PackageFormat.Xapi]))
        {
            using var zip = new MemoryStream(BuildingAPackage.Build(new ModuleSource().Replacing("module.yaml", "mastery: 80", "mastery: 65").Module(), format));
            using var package = Assert.IsType<PackageOutcome.Good>(PackageReader.Read(zip, PackageLimits.Default)).Package;

            Assert.Equal(0.65m, package.Units[0].MasteryScore);
        }
    }
}
