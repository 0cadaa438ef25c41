using AutoMapper;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;

namespace Lrs.Server.Pages;

/// <summary>The courses as a person sees them: one entry for each module, and how far they are.</summary>
internal sealed class Catalogue(CourseStore courses, CourseSettingStore settings, OwnStates states, IMapper mapper)
{
    /// <summary>All entries, by title. A module stands in its cmi5 form, with its other formats below.</summary>
    public async Task<IReadOnlyList<CourseEntry>> List(Caller caller, CancellationToken cancel)
    {
        var all = await courses.List(caller.TenantId, cancel);
        var units = await courses.UnitCounts(caller.TenantId, cancel);
        var own = await states.Of(caller, cancel);
        CourseEntry Entry(Course course) => mapper.Map<CourseEntry>(course) with { Units = units.GetValueOrDefault(course.Id), State = own.GetValueOrDefault(course.Id) };

        return all
            .GroupBy(course => course.Module ?? course.Id.ToString())
            .Select(formats => formats.OrderByDescending(course => course.Kind is Packages.PackageKind.Cmi5).ThenBy(course => course.Kind).Select(Entry).ToList())
            .Select(formats => formats[0] with { Formats = formats[1..] })
            .OrderBy(entry => entry.Title, StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    /// <summary>One course with its units and versions; null when there is none.</summary>
    public async Task<CoursePage?> Find(Caller caller, Guid course, CancellationToken cancel)
    {
        if (await courses.Find(caller.TenantId, course, cancel) is not { } found)
        {
            return null;
        }

        var page = mapper.Map<CoursePage>(found);
        return page with { Settings = await settings.Get(caller.TenantId, course, cancel), Course = page.Course with { Units = page.Units.Count, State = (await states.Of(caller, cancel)).GetValueOrDefault(course) } };
    }
}
