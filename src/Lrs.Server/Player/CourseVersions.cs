using System.Collections.Concurrent;
using Lrs.Data;
using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>Versions of courses, remembered because they never change and every commit needs one.</summary>
internal sealed class CourseVersions(CourseStore courses)
{
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<(TenantId, Guid), CourseVersion> known = new();

    /// <summary>The version with this id, which must exist: registrations name only versions that do.</summary>
    public async Task<CourseVersion> Get(TenantId tenant, Guid version, CancellationToken cancel)
    {
        if (known.TryGetValue((tenant, version), out var kept))
        {
            return kept;
        }

        var read = await courses.Version(tenant, version, cancel) ?? throw new InvalidDataException($"There is no course version {version}.");
        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        known[(tenant, version)] = read;
        return read;
    }
}
