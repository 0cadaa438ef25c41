using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class ReadingATinCanCourse
{
    [Fact]
    public void Takes_the_first_activity_with_a_launch_address_and_declares_all()
    {
        using var package = ((Sample)Some.TinCan("""
            <activity id="https://example.com/q1" type="http://adlnet.gov/expapi/activities/cmi.interaction"><name lang="en">Question</name></activity>
            <activity id="https://example.com/a" type="http://adlnet.gov/expapi/activities/course"><name lang="en-GB">Course</name><name lang="cy">Cwrs</name>
            <description lang="en-GB">About</description><launch lang="en-GB"> index.html?tincan=true#s1 </launch></activity>
            """)).Good();

        Assert.Equal((PackageKind.Xapi, "1.0", "Course", "About", "en-GB"), (package.Kind, package.Version, package.Title, package.Description, package.Language));
        var unit = Assert.Single(package.Units);
        Assert.Equal(("https://example.com/a", "index.html?tincan=true#s1", "index.html"), (unit.Identifier, unit.Launch, unit.LaunchPath));
        Assert.Equal(["https://example.com/q1", "https://example.com/a"], package.Activities.Select(activity => activity.Id));
        Assert.Equal("Cwrs", package.Activities[1].Names["cy"]);
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Takes_a_launch_address_elsewhere()
    {
        using var package = ((Sample)Some.TinCan("<activity id=\"urn:a:b\"><name>x</name><launch>https://example.com/x</launch></activity>")).Good();

        Assert.Equal(("https://example.com/x", null), (package.Units[0].Launch, package.Units[0].LaunchPath));
    }

    [Fact]
    public void Refuses_a_launch_file_outside_the_package() =>
        Assert.Equal("tincan.launch.file", Assert.Single(((Sample)Some.TinCan("<activity id=\"urn:a:b\"><name>x</name><launch>../index.html</launch></activity>")).Faults()).Rule);
}
