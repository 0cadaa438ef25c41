using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class ReadingAScorm2004Course
{
    private static CourseUnit Unit(string inside) => Assert.Single(Package(inside).Units);

    private static CoursePackage Package(string inside, string more = "") => ((Sample)Some.Scorm2004(Some.Item.Replace("</item>", inside + "</item>"), more)).Good();

    [Theory]
    [InlineData("CAM 1.3", "2004 2nd Edition")]
    [InlineData("2004 3rd Edition", "2004 3rd Edition")]
    [InlineData("2004 4th Edition", "2004 4th Edition")]
    public void Tells_the_editions_apart(string written, string version)
    {
        using var package = ((Sample)Some.Zip("imsmanifest.xml", Some.Manifest2004(edition: written))).Good();

        Assert.Equal((PackageKind.Scorm2004, version), (package.Kind, package.Version));
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Takes_what_items_tell_the_run_time()
    {
        var unit = Unit("""
            <adlcp:timeLimitAction>continue,message</adlcp:timeLimitAction><adlcp:dataFromLMS>x</adlcp:dataFromLMS>
            <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/></imsss:sequencing>
            <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI><adlnav:hideLMSUI>previous</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>
            """);

        Assert.Equal(("continue,message", "x", "PT1H"), (unit.TimeLimitAction, unit.DataFromLms, unit.MaxTimeAllowed));
        Assert.Equal(["continue", "previous"], unit.HiddenControls);
    }

    [Theory]
    [InlineData("<adlcp:completionThreshold>0.75</adlcp:completionThreshold>", "0.75")]
    [InlineData("<adlcp:completionThreshold completedByMeasure=\"true\" minProgressMeasure=\"0.5\"/>", "0.5")]
    [InlineData("<adlcp:completionThreshold completedByMeasure=\"true\"/>", "1.0")]
    [InlineData("<adlcp:completionThreshold completedByMeasure=\"false\" minProgressMeasure=\"0.5\"/>", null)]
    [InlineData("", null)]
    public void Reads_completion_thresholds_of_all_editions(string written, string? threshold) => Assert.Equal(threshold, Unit(written).CompletionThreshold);

    [Theory]
    [InlineData("true", "<imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>", "0.6")]
    [InlineData("true", "", "1")]
    [InlineData("false", "<imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>", null)]
    public void Takes_the_passing_score_from_the_primary_objective(string byMeasure, string measure, string? score)
    {
        var unit = Unit($"""
            <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P" satisfiedByMeasure="{byMeasure}">{measure}</imsss:primaryObjective>
            <imsss:objective objectiveID="Q" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.1</imsss:minNormalizedMeasure></imsss:objective></imsss:objectives></imsss:sequencing>
            """);

        Assert.Equal((score, score), (unit.MasteryScoreText, unit.MasteryScore?.ToString()));
        Assert.Equal([("P", true), ("Q", false)], unit.Objectives.Select(objective => (objective.Id, objective.IsPrimary)));
    }

    [Fact]
    public void Merges_sequencing_of_the_collection_into_the_items_own()
    {
        using var package = Package(
            "<imsss:sequencing IDRef=\"S1\"><imsss:controlMode choice=\"false\"/></imsss:sequencing>",
            "<imsss:sequencingCollection><imsss:sequencing ID=\"S1\"><imsss:controlMode choice=\"true\"/><imsss:deliveryControls tracked=\"false\"/></imsss:sequencing></imsss:sequencingCollection>");

        var sequencing = package.Tree.Children[0].Sequencing;

        Assert.Contains("choice=\"false\"", sequencing);
        Assert.Contains("tracked=\"false\"", sequencing);
        Assert.DoesNotContain("choice=\"true\"", sequencing);
    }

    [Fact]
    public void Leaves_out_the_resource_of_an_item_that_has_items()
    {
        using var package = Package(Some.Item.Replace("I1", "I2"));

        Assert.Equal("I2", Assert.Single(package.Units).Identifier);
        Assert.Equal("scorm.item.resource", Assert.Single(package.Warnings).Rule);
    }

    [Fact]
    public void Takes_the_stores_that_units_share()
    {
        var unit = Unit("<adlcp:data><adlcp:map targetID=\"notes\"/><adlcp:map targetID=\"scores\" writeSharedData=\"false\"/></adlcp:data>");

        Assert.Equal([new SharedData("notes", true, true), new SharedData("scores", true, false)], unit.SharedData);
    }

    [Fact]
    public void Takes_the_description_of_an_item_from_its_metadata() =>
        Assert.Equal("D", Unit("<metadata><lom><general><description><string language=\"en\">D</string></description></general></lom></metadata>").Description);

    [Fact]
    public void Ignores_what_only_scorm_1_2_has() => Assert.Null(Unit("<adlcp:masteryscore>80</adlcp:masteryscore>").MasteryScore);
}
