using AutoMapper;
using Lrs.Packages;
using Lrs.Server.Courses;

namespace Lrs.Server.Pages;

/// <summary>A course, or one format of a module, on the page of courses.</summary>
internal sealed record CourseEntry
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>The standard in words, such as <c>SCORM 1.2</c>.</summary>
    public string Kind { get; init; } = "";

    public string? Language { get; init; }

    /// <summary>Number of the current version.</summary>
    public int Version { get; init; }

    /// <summary>When that version came.</summary>
    public DateTimeOffset Imported { get; init; }

    /// <summary>How many units it has.</summary>
    public int Units { get; init; }

    /// <summary>How far the person is; null before the first launch.</summary>
    public OwnState? State { get; init; }

    /// <summary>The same module in its other formats.</summary>
    public IReadOnlyList<CourseEntry> Formats { get; init; } = [];
}

/// <summary>The page of courses.</summary>
/// <param name="Entries">One for each module or course.</param>
/// <param name="Waiting">What the server still does, as a sentence; null when it is ready.</param>
internal sealed record CourseCatalogue(IReadOnlyList<CourseEntry> Entries, string? Waiting);

/// <summary>One course on its own page.</summary>
internal sealed record CoursePage
{
    public CourseEntry Course { get; init; } = new();

    public string Activity { get; init; } = "";

    public string? Publisher { get; init; }

    /// <summary>The standard with its version, such as <c>SCORM 2004 3rd Edition</c>.</summary>
    public string Standard { get; init; } = "";

    public IReadOnlyList<UnitRow> Units { get; init; } = [];

    public IReadOnlyList<VersionRow> Versions { get; init; } = [];

    /// <summary>What the author was told of the current version.</summary>
    public IReadOnlyList<PackageWarning> Warnings { get; init; } = [];

    /// <summary>Is it complete by the moveOn of its units (cmi5 13.1.4), so that nobody else decides that?</summary>
    public bool IsCmi5 { get; init; }

    /// <summary>What the author decided.</summary>
    public CourseSettings Settings { get; init; } = CourseSettings.Usual;
}

/// <summary>The table of a course's units.</summary>
/// <param name="Page">The course.</param>
/// <param name="Launches">With a button for each unit?</param>
internal sealed record UnitTable(CoursePage Page, bool Launches);

/// <summary>The button that launches a course, with how far the person is.</summary>
/// <param name="Course">The course.</param>
/// <param name="IsSecond">Does it stand beside a more important one?</param>
internal sealed record LaunchButton(CourseEntry Course, bool IsSecond);

/// <summary>The button that launches one unit.</summary>
/// <param name="Course">The course's id.</param>
/// <param name="Unit">The unit.</param>
internal sealed record UnitLaunch(Guid Course, UnitRow Unit);

/// <summary>A unit in the table of a course.</summary>
internal sealed record UnitRow
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>Score needed to pass, 0 to 1.</summary>
    public decimal? Mastery { get; init; }

    /// <summary>When it counts as done (cmi5 13.1.4), in words; null for other kinds.</summary>
    public string? MoveOn { get; init; }
}

/// <summary>A version in the table of a course.</summary>
internal sealed record VersionRow(int Number, string Title, string Standard, DateTimeOffset Created);

/// <summary>From courses to what pages show of them.</summary>
internal sealed class CourseEntries : Profile
{
    public CourseEntries()
    {
        CreateMap<Course, CourseEntry>()
            .ForMember(entry => entry.Kind, to => to.MapFrom(course => Words.Kind(course.Kind)))
            .ForMember(entry => entry.Imported, to => to.MapFrom(course => course.Updated))
            .ForMember(entry => entry.Units, to => to.Ignore())
            .ForMember(entry => entry.State, to => to.Ignore())
            .ForMember(entry => entry.Formats, to => to.Ignore());
        CreateMap<CourseDetails, CoursePage>()
            .ForMember(page => page.Activity, to => to.MapFrom(details => details.Course.Activity))
            .ForMember(page => page.Publisher, to => to.MapFrom(details => details.Course.Publisher))
            .ForMember(page => page.Standard, to => to.MapFrom(details => Words.Standard(details.Course.Kind, details.Current.Standard)))
            .ForMember(page => page.Units, to => to.MapFrom(details => details.Current.Units))
            .ForMember(page => page.Warnings, to => to.MapFrom(details => details.Current.Warnings))
            .ForMember(page => page.IsCmi5, to => to.MapFrom(details => details.Course.Kind == PackageKind.Cmi5))
            .ForMember(page => page.Settings, to => to.Ignore());
        CreateMap<Unit, UnitRow>()
            .ForMember(row => row.MoveOn, to => to.MapFrom(unit => Words.MoveOn(unit.MoveOn)));
        CreateMap<VersionSummary, VersionRow>();
    }
}
