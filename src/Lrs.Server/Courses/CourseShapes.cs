using System.Text.Json.Serialization;
using AutoMapper;
using Lrs.Packages;

namespace Lrs.Server.Courses;

/// <summary>What every answer says of a course.</summary>
internal abstract record CourseHead
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    /// <summary><c>scorm12</c>, <c>scorm2004</c>, <c>cmi5</c> or <c>xapi</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Number of the current version.</summary>
    public int Version { get; init; }

    public string ActivityId { get; init; } = "";

    public string? Language { get; init; }

    public string? Publisher { get; init; }

    public string? PublisherId { get; init; }

    /// <summary>The same for all formats of one module.</summary>
    public string? Module { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; init; }
}

/// <summary>A course as it stands in the list of <c>/api/courses</c>.</summary>
internal sealed record CourseInList : CourseHead;

/// <summary>A course with its content, as <c>/api/courses/{id}</c> and an upload answer it.</summary>
internal sealed record CourseShape : CourseHead
{
    /// <summary>Version of the specification, such as <c>1.2</c>.</summary>
    [JsonPropertyOrder(1)]
    public string Standard { get; init; } = "";

    [JsonPropertyOrder(1)]
    public IReadOnlyList<UnitShape> Units { get; init; } = [];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<VersionShape> Versions { get; init; } = [];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<PackageWarning> Warnings { get; init; } = [];
}

/// <summary>A unit in an answer.</summary>
internal sealed record UnitShape
{
    public Guid Id { get; init; }

    /// <summary>Its place in the course, from 0; a launch may name it instead of the id.</summary>
    public int Index { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    public string ActivityId { get; init; } = "";

    /// <summary>The publisher's identifier.</summary>
    public string Identifier { get; init; } = "";

    public decimal? MasteryScore { get; init; }

    public string? MoveOn { get; init; }

    public string? LaunchMethod { get; init; }

    public bool IsAsset { get; init; }

    public bool Visible { get; init; }
}

/// <summary>A version in an answer.</summary>
internal sealed record VersionShape
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public string Standard { get; init; } = "";

    public string Title { get; init; } = "";

    public DateTimeOffset Created { get; init; }
}

/// <summary>From courses to answers of <c>/api</c>.</summary>
internal sealed class CourseShapes : Profile
{
    public CourseShapes()
    {
        CreateMap<Course, CourseHead>()
            .ForMember(shape => shape.Kind, to => to.MapFrom(course => course.Kind.Text()))
            .ForMember(shape => shape.ActivityId, to => to.MapFrom(course => course.Activity));
        CreateMap<Course, CourseInList>().IncludeBase<Course, CourseHead>();
        CreateMap<Course, CourseShape>(MemberList.None).IncludeBase<Course, CourseHead>();
        CreateMap<CourseDetails, CourseShape>()
            .IncludeMembers(details => details.Course)
            .ForMember(shape => shape.Standard, to => to.MapFrom(details => details.Current.Standard))
            .ForMember(shape => shape.Units, to => to.MapFrom(details => details.Current.Units))
            .ForMember(shape => shape.Warnings, to => to.MapFrom(details => details.Current.Warnings));
        CreateMap<VersionSummary, VersionShape>();
        CreateMap<Unit, UnitShape>()
            .ForMember(shape => shape.Index, to => to.MapFrom(unit => unit.Position))
            .ForMember(shape => shape.ActivityId, to => to.MapFrom(unit => unit.Activity))
            .ForMember(shape => shape.MasteryScore, to => to.MapFrom(unit => unit.Mastery));
    }
}
