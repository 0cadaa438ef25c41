namespace Lrs.Packages.Scorm;

/// <summary>Rules about imsmanifest.xml. CAM is SCORM's content aggregation model.</summary>
internal static class ScormRules
{
    public static readonly PackageRule Root = new("scorm.root", "CAM 3.4.1: the first element is manifest");
    public static readonly PackageRule NotScorm = new("scorm.version.none", "CAM 3.4.1: schema and namespaces say SCORM");
    public static readonly PackageRule VersionUnknown = new("scorm.version.unknown", "CAM 3.4.1.2: schemaversion");
    public static readonly PackageRule VersionClash = new("scorm.version.clash", "CAM 3.4.1.2: schemaversion and namespaces agree");
    public static readonly PackageRule Organizations = new("scorm.organizations", "CAM 3.4.1.4");
    public static readonly PackageRule OrganizationDefault = new("scorm.organization.default", "CAM 3.4.1.4: default names an organization");
    public static readonly PackageRule OrganizationSeveral = new("scorm.organization.several", "CAM 3.4.1.4: one organization is delivered");
    public static readonly PackageRule OrganizationAbsent = new("scorm.organization.absent", "what is picked must be there");
    public static readonly PackageRule ItemId = new("scorm.item.identifier", "CAM 3.4.1.6: items have identifiers of their own");
    public static readonly PackageRule ItemTitle = new("scorm.item.title", "CAM 3.4.1.6: items have titles");
    public static readonly PackageRule ItemReference = new("scorm.item.reference", "CAM 3.4.1.6: identifierref names a resource");
    public static readonly PackageRule ItemNested = new("scorm.item.resource", "CAM 3.4.1.6: only leaves have resources");
    public static readonly PackageRule ResourceDuplicate = new("scorm.resource.duplicate", "CAM 3.4.1.9: identifiers are their own");
    public static readonly PackageRule ResourceHref = new("scorm.resource.href", "CAM 3.4.1.9: a launched resource has a href");
    public static readonly PackageRule ResourceType = new("scorm.resource.scormtype", "CAM 3.4.1.9: sco or asset");
    public static readonly PackageRule LaunchFile = new("scorm.launch.file", "CAM 3.4.1.9: the launched file is in the zip");
    public static readonly PackageRule LaunchOutside = new("scorm.launch.outside", "paths stay inside the package");
    public static readonly PackageRule LaunchAddress = new("scorm.launch.address", "CAM 3.4.1.9: SCOs lie in the package");
    public static readonly PackageRule FileMissing = new("scorm.file.missing", "CAM 3.4.1.10: listed files are in the zip");
    public static readonly PackageRule Dependency = new("scorm.dependency", "CAM 3.4.1.11: dependencies name resources");
    public static readonly PackageRule SubManifest = new("scorm.submanifest", "CAM 3.4.1: manifests inside manifests are not used");
    public static readonly PackageRule MasteryScore = new("scorm.masteryscore", "SCORM 1.2 CAM 2.3.2.5: a number from 0 to 100");
    public static readonly PackageRule Sequencing = new("scorm.sequencing.reference", "CAM 5.1.1: IDRef names a sequencing of the collection");
    public static readonly PackageRule SequencingSize = new("scorm.sequencing.size", "limit on what references to the collection add up to");
    public static readonly PackageRule BaseLength = new("scorm.base.length", "limit on the length of xml:base");
    public static readonly PackageRule Measure = new("scorm.measure", "SN 3.10: a number from -1 to 1");
    public static readonly PackageRule TimeLimitAction = new("scorm.timelimitaction", "CAM 3.4.1.6: four values");
    public static readonly PackageRule Prerequisites = new("scorm.prerequisites", "SCORM 1.2 CAM 2.3.2.5.1: an AICC script");
    public static readonly PackageRule MaxTime = new("scorm.maxtimeallowed", "SCORM 1.2 CAM 2.3.2.5: HHHH:MM:SS.SS");
    public static readonly PackageRule Threshold = new("scorm.completionthreshold", "CAM 3.4.1.6: a number from 0 to 1");
}
