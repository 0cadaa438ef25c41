using Lrs.Packages.Cmi5;
using Lrs.Packages.Scorm;
using Lrs.Packages.TinCan;
using Lrs.Packages.Xml;
using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>Reads course packages: a stream in, a course or all its faults out. Nothing is unpacked to disk, nothing is fetched.</summary>
public static class PackageReader
{
    /// <summary>Reads an upload: a zip of any kind, or a bare cmi5.xml, told apart by content.</summary>
    /// <param name="zip">Readable and seekable; read from its start. It belongs to the package when the outcome is good, else to the caller.</param>
    /// <param name="limits">How much a package may be.</param>
    public static PackageOutcome Read(Stream zip, PackageLimits limits) => Read(zip, limits, PackageChoice.None);

    /// <summary>Reads an upload, and of several courses in it the one picked.</summary>
    /// <inheritdoc cref="Read(Stream, PackageLimits)"/>
    public static PackageOutcome Read(Stream zip, PackageLimits limits, PackageChoice choice)
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(choice);
        if (!zip.CanSeek)
        {
            throw new ArgumentException("A zip is read from its end, so the stream must be seekable.", nameof(zip));
        }

        var findings = new Findings();
        if (zip.Length == 0)
        {
            findings.Fault(ZipRules.Empty, "", "The file is empty. Upload the zip that the authoring tool exported.");
            return new PackageOutcome.Refused(findings.Faults);
        }

        return IsXml(zip) ? ReadStructure(zip, limits) : ReadZip(zip, limits, choice, findings);
    }

    /// <summary>Reads a bare cmi5.xml (cmi5 14.2): its units lie elsewhere, at absolute URLs.</summary>
    /// <param name="xml">Read from where it stands to its end. It belongs to the package when the outcome is good, else to the caller.</param>
    /// <param name="limits">How much a package may be.</param>
    public static PackageOutcome ReadStructure(Stream xml, PackageLimits limits)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(limits);
        var findings = new Findings();
        if (ManifestReader.Read(xml, "cmi5.xml", limits, findings) is not { } manifest)
        {
            return new PackageOutcome.Refused(findings.Faults);
        }

        var course = Cmi5Reader.Read(manifest, null, limits);
        if (findings.Refused)
        {
            return new PackageOutcome.Refused(findings.Faults);
        }

        return new PackageOutcome.Good(new CoursePackage(course!, null, findings.Warnings, xml));
    }

    private static PackageOutcome ReadZip(Stream stream, PackageLimits limits, PackageChoice choice, Findings findings)
    {
        // Each step needs the one before to be sound; within a step every fault is gathered:
        //   1 the list of files, 2 their paths, 3 the manifest, 4 the course.
        // :: 1 the list of files
        var zip = ZipReader.Read(stream, limits, findings);
        // :: 2 their paths
        var files = zip is null ? null : PackageFiles.Of(zip, limits, findings);
        // :: 3 the manifest
        if (findings.Refused || ManifestFinder.Find(files!, findings) is not { } found)
        {
            return new PackageOutcome.Refused(findings.Faults);
        }

        var chosen = Choose(found.Manifests, choice, findings);
        var manifest = chosen is null ? null : Load(found.Files, chosen, limits, findings);
        // :: 4 the course
        var course = manifest is null ? null : Course(manifest, found.Files, limits, choice);
        if (findings.Refused || course is null)
        {
            return new PackageOutcome.Refused(findings.Faults);
        }

        var others = found.Manifests.Where(other => other != chosen).SelectMany(other => OtherKind(found.Files, other, limits)).ToArray();
        return new PackageOutcome.Good(new CoursePackage(course, found.Files, findings.Warnings, stream) { OtherKinds = others });
    }

    private static ManifestFile? Choose(IReadOnlyList<ManifestFile> manifests, PackageChoice choice, Findings findings)
    {
        if (choice.Kind is { } kind)
        {
            var picked = manifests.FirstOrDefault(manifest => Kinds(manifest.Name).Contains(kind));
            if (picked is null)
            {
                findings.Fault(
                    PackageRules.KindAbsent,
                    "", $"The package has no {kind.Text()} course; it has {string.Join(", ", manifests.Select(manifest => manifest.Name))}.");
            }

            return picked;
        }

        if (manifests.Count > 1)
        {
            findings.Warn(
                PackageRules.SeveralKinds, manifests[0].Name,
                $"The package can be read in several ways: {string.Join(", ", manifests.Select(manifest => manifest.Name))}. {manifests[0].Name} was taken.");
        }

        return manifests[0];
    }

    private static Manifest? Load(PackageFiles files, ManifestFile manifest, PackageLimits limits, Findings findings)
    {
        try
        {
            using var content = files.Zip.Open(manifest.File.Entry);
            return ManifestReader.Read(content, manifest.Name, limits, findings);
        }
        catch (PackageFaultException damaged)
        {
            findings.Fault(damaged.Fault);
            return null;
        }
    }

    private static Course? Course(Manifest manifest, PackageFiles files, PackageLimits limits, PackageChoice choice) =>
        manifest.Name.ToLowerInvariant() switch
        {
            "cmi5.xml" => Cmi5Reader.Read(manifest, files, limits),
            "tincan.xml" => TinCanReader.Read(manifest, files, limits),
            _ => ScormReader.Read(manifest, files, limits, choice),
        };

    // What is wrong with the other manifests does not concern the course that was read.
    private static IReadOnlyList<PackageKind> OtherKind(PackageFiles files, ManifestFile other, PackageLimits limits)
    {
        var kinds = Kinds(other.Name);
        if (kinds.Count == 1)
        {
            return kinds;
        }

        return Load(files, other, limits, new Findings()) is { } manifest && ScormVersion.Of(manifest) is { } version ? [version.Kind] : [];
    }

    // Which SCORM an imsmanifest.xml is shows only when it is read, so a choice of either picks it.
    private static IReadOnlyList<PackageKind> Kinds(string manifest) => manifest.ToLowerInvariant() switch
    {
        "cmi5.xml" => [PackageKind.Cmi5],
        "tincan.xml" => [PackageKind.Xapi],
        _ => [PackageKind.Scorm12, PackageKind.Scorm2004],
    };

    private static bool IsXml(Stream stream)
    {
        var head = new byte[512];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return FileSignature.IsXml(head.AsSpan(0, read));
    }
}
