namespace Lrs.Packages.Cmi5;

/// <summary>Rules about cmi5.xml. Numbers are clauses of the cmi5 specification; 13.2 is the course structure schema.</summary>
internal static class Cmi5Rules
{
    public static readonly PackageRule Root = new("cmi5.root", "cmi5 13.2");
    public static readonly PackageRule Element = new("cmi5.element.unknown", "cmi5 13.2");
    public static readonly PackageRule Order = new("cmi5.element.order", "cmi5 13.2");
    public static readonly PackageRule Repeated = new("cmi5.element.repeated", "cmi5 13.2");
    public static readonly PackageRule Missing = new("cmi5.element.missing", "cmi5 13.2");
    public static readonly PackageRule Text = new("cmi5.text.stray", "cmi5 13.2");
    public static readonly PackageRule Attribute = new("cmi5.attribute.unknown", "cmi5 13.2");
    public static readonly PackageRule CourseId = new("cmi5.course.id.missing", "cmi5 13.1.1");
    public static readonly PackageRule BlockId = new("cmi5.block.id.missing", "cmi5 13.1.2");
    public static readonly PackageRule ObjectiveId = new("cmi5.objective.id.missing", "cmi5 13.1.3");
    public static readonly PackageRule AuId = new("cmi5.au.id.missing", "cmi5 13.1.4");
    public static readonly PackageRule Iri = new("cmi5.iri", "cmi5 3.0: IRIs are fully qualified");
    public static readonly PackageRule BlockDuplicate = new("cmi5.block.id.duplicate", "cmi5 13.1.2");
    public static readonly PackageRule ObjectiveDuplicate = new("cmi5.objective.id.duplicate", "cmi5 13.1.3");
    public static readonly PackageRule AuDuplicate = new("cmi5.au.id.duplicate", "cmi5 13.1.4");
    public static readonly PackageRule CourseDuplicate = new("cmi5.course.id.duplicate", "cmi5 13.1.1: the id identifies the course");
    public static readonly PackageRule Objective = new("cmi5.objective.reference", "cmi5 13.1.2, 13.1.4");
    public static readonly PackageRule Language = new("cmi5.language", "cmi5 13.2: xs:language");
    public static readonly PackageRule Title = new("cmi5.title.empty", "cmi5 13.1: titles describe");
    public static readonly PackageRule MoveOn = new("cmi5.au.moveon", "cmi5 13.1.4");
    public static readonly PackageRule LaunchMethod = new("cmi5.au.launchmethod", "cmi5 13.1.4");
    public static readonly PackageRule MasteryScore = new("cmi5.au.masteryscore", "cmi5 13.1.4");
    public static readonly PackageRule MasteryPrecision = new("cmi5.au.masteryscore.precision", "cmi5 13.1.4: up to four decimal places");
    public static readonly PackageRule UrlMissing = new("cmi5.au.url.missing", "cmi5 13.1.4");
    public static readonly PackageRule Url = new("cmi5.au.url", "cmi5 13.1.4: RFC 1738");
    public static readonly PackageRule UrlScheme = new("cmi5.au.url.scheme", "cmi5 13.1.4: a place that can be opened");
    public static readonly PackageRule UrlReserved = new("cmi5.au.url.reserved", "cmi5 8.1");
    public static readonly PackageRule UrlFile = new("cmi5.au.url.file", "cmi5 14.1");
    public static readonly PackageRule UrlOutside = new("cmi5.au.url.outside", "cmi5 14.1");
    public static readonly PackageRule UrlRelative = new("cmi5.au.url.relative", "cmi5 14.2");
    public static readonly PackageRule UrlRoot = new("cmi5.au.url.root", "cmi5 14.1: relative means to cmi5.xml");
}
