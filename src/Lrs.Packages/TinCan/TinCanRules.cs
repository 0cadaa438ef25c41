namespace Lrs.Packages.TinCan;

/// <summary>Rules about tincan.xml, as its schema (projecttincan.com/tincan.xsd) has it.</summary>
internal static class TinCanRules
{
    public static readonly PackageRule Root = new("tincan.root", "tincan.xsd: tincan/activities/activity");
    public static readonly PackageRule ActivityId = new("tincan.activity.id", "tincan.xsd; xAPI 4.2.3: an activity's id is an IRI");
    public static readonly PackageRule ActivityType = new("tincan.activity.type", "tincan.xsd; xAPI: an activity's type is an IRI");
    public static readonly PackageRule Duplicate = new("tincan.activity.duplicate", "one definition for an activity");
    public static readonly PackageRule Launch = new("tincan.launch.missing", "an activity with a launch address");
    public static readonly PackageRule SeveralLaunches = new("tincan.launch.several", "the first activity with a launch address is the course");
    public static readonly PackageRule File = new("tincan.launch.file", "the launched file is in the zip");
    public static readonly PackageRule Address = new("tincan.launch.address", "an address that can be opened");
    public static readonly PackageRule Name = new("tincan.name.missing", "activities have names");
}
