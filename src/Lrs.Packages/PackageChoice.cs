namespace Lrs.Packages;

/// <summary>What an author picked where a package offers more than one course.</summary>
public sealed record PackageChoice
{
    /// <summary>Nothing picked: cmi5 before SCORM before xAPI, and the organization that the manifest calls its default.</summary>
    public static PackageChoice None { get; } = new();

    /// <summary>The kind to read when several manifests lie side by side (see <see cref="CoursePackage.OtherKinds"/>).</summary>
    public PackageKind? Kind { get; init; }

    /// <summary>Identifier of the SCORM organization to read (see <see cref="CoursePackage.Organizations"/>).</summary>
    public string? Organization { get; init; }
}
