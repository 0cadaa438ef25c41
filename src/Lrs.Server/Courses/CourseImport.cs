using Lrs.Data.Blobs;
using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Settings;

namespace Lrs.Server.Courses;

/// <summary>
/// The one door by which courses come in, authors' uploads and the server's own modules alike. Only the rows that are written
/// last make a course visible, so a crash leaves blobs without rows, which <see cref="LooseBlobs"/> removes a day later.
/// </summary>
internal sealed class CourseImport(IBlobStore blobs, LooseBlobs loose, CourseWriter writer, CourseStore store, LrsSettings settings)
{
    /// <summary>Imports a package: as a new course, or as a new version of the one with the same kind and publisher's id.</summary>
    /// <param name="tenant">Whose course it becomes.</param>
    /// <param name="upload">A zip or a bare cmi5.xml; read once, from where it stands.</param>
    /// <param name="seed">Set when the server built the package from a module.</param>
    /// <param name="choice">Which course of several in one package.</param>
    /// <param name="cancel">Ends the import; nothing becomes visible then.</param>
    /// <exception cref="UploadBrokenException">The upload ended before it should.</exception>
    /// <exception cref="BlobsUnavailableException">The files cannot be stored.</exception>
    public async Task<ImportOutcome> Import(Tenant tenant, Stream upload, SeedOrigin? seed, PackageChoice choice, CancellationToken cancel)
    {
        //   1 keep the upload in a file, 2 read the manifest, 3 read and hash every file, 4 say which blobs are coming,
        //   5 put them, 6 write the rows.
        // :: 1 keep the upload in a file
        using var file = await Keep(upload, cancel);
        return file is null ? new ImportOutcome.TooLarge(settings.Packages.MaxUpload) : await Import(tenant, file, seed, choice, ImportProgress.Nobody, cancel);
    }

    /// <summary>Keeps an upload until it is imported; null when it is longer than is taken here.</summary>
    /// <exception cref="UploadBrokenException">The upload ended before it should.</exception>
    public Task<UploadFile?> Keep(Stream upload, CancellationToken cancel) => Keep(upload, _ => { }, cancel);

    /// <summary>The same, and tells again and again how many bytes there are.</summary>
    public Task<UploadFile?> Keep(Stream upload, Action<long> received, CancellationToken cancel) =>
        UploadFile.Keep(upload, UploadFile.Folder(settings), settings.Packages.MaxUpload, received, cancel);

    /// <summary>Imports an upload that was kept, and tells how far it is.</summary>
    /// <exception cref="BlobsUnavailableException">The files cannot be stored.</exception>
    public async Task<ImportOutcome> Import(Tenant tenant, UploadFile file, SeedOrigin? seed, PackageChoice choice, ImportProgress progress, CancellationToken cancel)
    {
        // :: 2 read the manifest
        switch (PackageReader.Read(file.Content, PackageLimits.Default, choice))
        {
            case PackageOutcome.Refused refused:
                return new ImportOutcome.Refused(refused.Faults);
            case PackageOutcome.Good good:
                using (good.Package)
                {
                    return await Store(tenant, good.Package, file.Hash, seed, progress, cancel);
                }

            default:
                throw new InvalidOperationException("An outcome that is not known.");
        }
    }

    private async Task<ImportOutcome> Store(Tenant tenant, CoursePackage package, string hash, SeedOrigin? seed, ImportProgress progress, CancellationToken cancel)
    {
        // :: 3 read and hash every file
        var faults = new List<PackageFault>();
        var contents = PackageContents.Read(package, tenant.Id, faults, progress, cancel);
        if (faults.Count > 0)
        {
            return new ImportOutcome.Refused(faults);
        }

        // :: 4 say which blobs are coming
        await loose.Claim(tenant.Id, [.. contents.Blobs.Keys], cancel);

        // :: 5 put them
        await BlobUpload.Put(blobs, package, contents.Blobs, progress, cancel);

        // :: 6 write the rows
        return await writer.Write(tenant, package, contents.Rows, hash, seed, cancel) is { } course
            ? new ImportOutcome.Imported((await store.Find(tenant.Id, course, cancel))!)
            : new ImportOutcome.AlreadyThere();
    }
}
