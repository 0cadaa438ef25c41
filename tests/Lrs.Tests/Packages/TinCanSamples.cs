namespace Lrs.Tests.Packages;

/// <summary>For each rule about tincan.xml, one that breaks it.</summary>
internal static class TinCanSamples
{
    private const string Launch = "<launch>index.html</launch>";

    public static readonly IReadOnlyDictionary<string, Func<Sample>> All = new Dictionary<string, Func<Sample>>
    {
        ["tincan.root"] = () => Some.Zip("tincan.xml", "<tincan/>"),
        ["tincan.activity.id"] = () => Some.TinCan($"<activity id=\"no iri\"><name>x</name>{Launch}</activity>"),
        ["tincan.activity.type"] = () => Some.TinCan($"<activity id=\"https://example.com/a\" type=\"course\"><name>x</name>{Launch}</activity>"),
        ["tincan.activity.duplicate"] = () => Some.TinCan($"<activity id=\"urn:a:b\"><name>x</name>{Launch}</activity><activity id=\"urn:a:b\"/>"),
        ["tincan.launch.missing"] = () => Some.TinCan("<activity id=\"urn:a:b\"><name>x</name></activity>"),
        ["tincan.launch.several"] = () => Some.TinCan($"<activity id=\"urn:a:b\"><name>x</name>{Launch}</activity><activity id=\"urn:a:c\"><name>y</name>{Launch}</activity>"),
        ["tincan.launch.file"] = () => Some.TinCan("<activity id=\"urn:a:b\"><name>x</name><launch>absent.html</launch></activity>"),
        ["tincan.launch.address"] = () => Some.TinCan("<activity id=\"urn:a:b\"><name>x</name><launch>javascript:alert(1)</launch></activity>"),
        ["tincan.name.missing"] = () => Some.TinCan($"<activity id=\"urn:a:b\">{Launch}</activity>"),
    };
}
