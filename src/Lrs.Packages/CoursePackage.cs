using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>A course that was read from a package, and the package's files. It owns the stream it was read from.</summary>
public sealed class CoursePackage : IDisposable
{
    private readonly PackageFiles? files;
    private readonly Stream owned;
    private bool disposed;

    internal CoursePackage(Course course, PackageFiles? files, IReadOnlyList<PackageWarning> warnings, Stream owned)
    {
        (this.files, this.owned) = (files, owned);
        (Kind, Version, Title, Description, Language) = (course.Kind, course.Version, course.Title, course.Description, course.Language);
        (Publisher, PublisherId, Tree, Manifest) = (course.Publisher, course.PublisherId, course.Tree, course.Manifest);
        (Objectives, Activities, Organizations) = (course.Objectives, course.Activities, course.Organizations);
        Units = [.. course.Tree.Units()];
        Warnings = warnings;
    }

    /// <summary>What it was published as.</summary>
    public PackageKind Kind { get; }

    /// <summary>Version of the specification: <c>1.2</c>, <c>2004 3rd Edition</c>; <c>1.0</c> for cmi5 and tincan.xml.</summary>
    public string Version { get; }

    /// <summary>Title of the course, never empty.</summary>
    public string Title { get; }

    /// <summary>Description, when the manifest has one.</summary>
    public string? Description { get; }

    /// <summary>Language tag of title and description, when the manifest tells.</summary>
    public string? Language { get; }

    /// <summary>Who published it, when the manifest's metadata tells.</summary>
    public string? Publisher { get; }

    /// <summary>The publisher's identifier of the whole: cmi5 course id, identifier of the manifest, id of the tincan.xml activity.</summary>
    public string? PublisherId { get; }

    /// <summary>Name of the manifest read: <c>cmi5.xml</c>, <c>imsmanifest.xml</c>, <c>tincan.xml</c>, spelt as in the package.</summary>
    public string Manifest { get; }

    /// <summary>What can be launched, flattened, in order. At least one.</summary>
    public IReadOnlyList<CourseUnit> Units { get; }

    /// <summary>The course with its blocks and units nested.</summary>
    public CourseNode Tree { get; }

    /// <summary>Objectives that a cmi5 course declares.</summary>
    public IReadOnlyList<CourseObjective> Objectives { get; }

    /// <summary>Every activity that a tincan.xml declares: their definitions belong in the record store.</summary>
    public IReadOnlyList<DeclaredActivity> Activities { get; }

    /// <summary>The organizations of a SCORM manifest, the one read first. Another can be picked by <see cref="PackageChoice.Organization"/>.</summary>
    public IReadOnlyList<CourseOrganization> Organizations { get; }

    /// <summary>Kinds whose manifests lie beside the one that was read. Another can be picked by <see cref="PackageChoice.Kind"/>.</summary>
    public IReadOnlyList<PackageKind> OtherKinds { get; internal init; } = [];

    /// <summary>The files, without folders and without what operating systems leave behind. Empty for a bare cmi5.xml.</summary>
    public IReadOnlyList<PackageFile> Files => files?.All ?? [];

    /// <summary>What its author should know.</summary>
    public IReadOnlyList<PackageWarning> Warnings { get; }

    /// <summary>Finds a file as a lenient web server would: exactly, else ignoring case, else ignoring how accents are composed. Null when there is none.</summary>
    public PackageFile? Find(string path) => files?.Find(path)?.File;

    /// <summary>
    /// Opens a file's content, unpacked while read. The stream compares length and CRC-32 with the declared ones and throws
    /// <see cref="PackageFaultException"/> at the latest when its end is read. Files may be read in turns, but on one thread at a time.
    /// </summary>
    public Stream Open(PackageFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ObjectDisposedException.ThrowIf(disposed, this);
        return files is null ? throw new ArgumentException("The file is of another package.", nameof(file)) : files.Zip.Open(file.Entry);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            owned.Dispose();
        }
    }
}

/// <summary>A SCORM organization that a learner could be given.</summary>
public sealed record CourseOrganization(string Identifier, string Title);

/// <summary>An activity as tincan.xml declares it.</summary>
/// <param name="Id">The activity's IRI.</param>
/// <param name="Type">IRI of its type, when given.</param>
/// <param name="Names">Name by language tag.</param>
/// <param name="Descriptions">Description by language tag.</param>
public sealed record DeclaredActivity(
    string Id, string? Type, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Descriptions);
