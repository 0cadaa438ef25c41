using Lrs.Packages;
using Lrs.Packages.Modules;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;

namespace Lrs.Server.Courses;

/// <summary>
/// Builds the modules of the content folder in every format and imports what is new or has changed, into the first tenant, while the
/// server answers already. A course that an administrator deleted stays deleted. A faulty module is said in the log and skipped.
/// </summary>
internal sealed class SeedImport(
    CourseImport import, CourseStore store, TenantStore tenants, ContentSettings settings, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<SeedImport> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the server listens, so that it never says ready and then not.
        if (settings.SeedFolder.Length > 0)
        {
            readiness.Set("The modules of the content folder are being imported.");
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.SeedFolder.Length == 0)
        {
            return;
        }

        try
        {
            await Listening(stoppingToken);
            await ImportAll(Paths.Resolve(settings.SeedFolder), stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception fault)
        {
            log.SeedFailed(fault, settings.SeedFolder);
        }

        readiness.Set(null);
    }

    private async Task Listening(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }

    private async Task ImportAll(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            log.NoSeedFolder(folder);
            return;
        }

        var tenant = (await tenants.All(cancel))[0];
        foreach (var module in Directory.EnumerateDirectories(folder).Where(module => File.Exists(Path.Combine(module, "module.yaml"))).Order(StringComparer.Ordinal))
        {
            try
            {
                await ImportModule(tenant, module, cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.SeedFailed(fault, module);
            }
        }
    }

    private async Task ImportModule(Tenant tenant, string folder, CancellationToken cancel)
    {
        switch (ModuleReader.Read(await ModuleFiles.Read(folder, cancel)))
        {
            case ModuleOutcome.Refused refused:
                foreach (var fault in refused.Faults)
                {
                    log.ModuleFaulty(folder, fault.ToString());
                }

                break;
            case ModuleOutcome.Good good:
                foreach (var format in Enum.GetValues<PackageFormat>())
                {
                    var seed = $"{Path.GetFileName(folder)}/{format.ToString().ToLowerInvariant()}";
                    await ImportFormat(tenant, format, new SeedOrigin(seed, good.Module), folder, cancel);
                }

                break;
        }
    }

    private async Task ImportFormat(Tenant tenant, PackageFormat format, SeedOrigin seed, string folder, CancellationToken cancel)
    {
        if (await store.IsDeletedSeed(tenant.Id, seed.Seed, cancel))
        {
            return;
        }

        using var zip = new MemoryStream();
        ModuleBuilder.Build(seed.Module, format, zip);
        zip.Position = 0;
        switch (await import.Import(tenant, zip, seed, PackageChoice.None, cancel))
        {
            case ImportOutcome.Imported imported:
                log.Seeded(seed.Seed, imported.Course.Course.Version);
                break;
            case ImportOutcome.Refused refused:
                foreach (var fault in refused.Faults)
                {
                    log.ModuleFaulty(folder, $"{format}: {fault.Where}: {fault.Message}");
                }

                break;
            case ImportOutcome.TooLarge large:
                log.ModuleFaulty(folder, $"{format}: it is longer than Lrs:Packages:MaxUpload, {large.Limit} bytes.");
                break;
        }
    }
}

/// <summary>The source of a module on disk.</summary>
internal static class ModuleFiles
{
    /// <summary>Content by path inside the folder, without hidden files.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> Read(string folder, CancellationToken cancel)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!path.Split('/').Any(part => part.StartsWith('.')))
            {
                files.Add(path, await File.ReadAllBytesAsync(file, cancel));
            }
        }

        return files;
    }
}
